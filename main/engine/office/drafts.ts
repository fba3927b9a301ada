import { decrypt, encrypt } from '../keys/aead.ts';
import { derive } from '../keys/derive.ts';
import { signingSeed } from '../keys/signing-key.ts';
import { transact } from '../store/database.ts';
import type { ReadableDb } from '../store/database.ts';
import { readDraft, writeDraft } from '../store/local.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { Session } from './session.ts';

const USE = 'nirkertas/drafts/0';

/** The key of a person's drafts on this PC. It stays through the idle lock, so that nothing typed is lost then. */
function draftKey(session: Session): Buffer {
  return derive(signingSeed(session.logKey), Buffer.alloc(0), USE);
}

/** What a person typed is theirs alone, also on a PC that several people use; before an office it is nobody's. */
function ownKey(session: Session | null, key: string): string {
  return `${session?.user ?? ''}/${key}`;
}

interface DraftPlace {
  readonly db: ReadableDb;
  readonly office: Pick<OfficeRuntime, 'session'> | null;
  readonly clock: () => number;
}

/**
 * What the person typed under this key and did not send; null without one, and for one that another log key sealed
 * (the data folder was copied to another machine).
 */
export function keptDraft(place: Pick<DraftPlace, 'db' | 'office'>, key: string): unknown {
  const session = place.office?.session ?? null;
  const name = ownKey(session, key);
  const kept = readDraft(place.db, name);
  if (kept === null) return null;
  const plain = session === null ? kept : decrypt(draftKey(session), kept, Buffer.from(`${USE}\n${name}`));
  return plain === null ? null : JSON.parse(plain.toString('utf8'));
}

/**
 * Keeps what is typed, sealed: it may be the answer to a secret letter, or the registration of one, and the disk never
 * holds such words in the open. Only what is typed before anybody signed in (an office's name) lies as it is. Null and
 * undefined forget it.
 */
export function keepDraft(place: DraftPlace, key: string, value: unknown): void {
  const session = place.office?.session ?? null;
  const name = ownKey(session, key);
  const plain = value === null || value === undefined ? null : Buffer.from(JSON.stringify(value));
  const kept =
    plain === null || session === null
      ? plain
      : encrypt(draftKey(session), plain, Buffer.from(`${USE}\n${name}`));
  transact(place.db, (db) => writeDraft(db, name, kept, place.clock()));
}
