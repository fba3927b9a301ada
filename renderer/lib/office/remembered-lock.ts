import type { LocalSettings, SessionView } from '#core/contract/answers.ts';

/** What the lock screen showed last on this PC. */
export interface RememberedLock {
  readonly officeName: string;
  readonly users: SessionView['users'];
  readonly language: LocalSettings['language'];
  readonly theme: LocalSettings['theme'];
}

/** Where a text is kept from one start to the next. */
type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'lock-screen';

function isUser(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { user, name, title } = value as Record<string, unknown>;
  return typeof user === 'string' && typeof name === 'string' && typeof title === 'string';
}

function isRemembered(value: unknown): value is RememberedLock {
  if (typeof value !== 'object' || value === null) return false;
  const { officeName, users, language, theme } = value as Record<string, unknown>;
  return (
    typeof officeName === 'string' &&
    Array.isArray(users) &&
    users.length > 0 &&
    users.every(isUser) &&
    (language === 'id' || language === 'en') &&
    (theme === 'system' || theme === 'light' || theme === 'dark')
  );
}

/**
 * The lock screen of the last start, so that it stands and takes the passphrase while the engine still opens its
 * store. It holds names only, which the store in the same folder holds as well; the engine's answer replaces it.
 * Null at the first start and where something else was written by another release.
 */
export function recallLock(memory: Memory = localStorage): RememberedLock | null {
  try {
    const value: unknown = JSON.parse(memory.getItem(KEY) ?? 'null');
    return isRemembered(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps what the lock screen shows now; nothing of a sample office or of a PC without one is kept. */
export function rememberLock(
  session: SessionView,
  settings: LocalSettings,
  memory: Memory = localStorage,
): void {
  if (session.demo) return;
  if (session.office === null || session.users.length === 0) {
    memory.removeItem(KEY);
    return;
  }
  const { language, theme } = settings;
  const lock: RememberedLock = { officeName: session.office.name, users: session.users, language, theme };
  memory.setItem(KEY, JSON.stringify(lock));
}
