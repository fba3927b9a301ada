import type { ChangeNotice, MethodInput, MethodName } from '#core/contract/methods.ts';

/** The change keys that make an answer stale; null for answers that never change (bytes named by their hash). */
const staleBy = {
  'session.state': 'session',
  'office.requests': 'office',
  'office.status': 'office',
  // What comes in may lie beyond a cut; it is told with the state of the share.
  'office.quarantine': 'sync',
  'office.roster-requests': 'office',
  'office.roster-acts': 'office',
  'office.device-requests': 'office',
  'intake.list': 'intake',
  'letters.queue': 'letters',
  'letters.search': 'letters',
  'letters.show': 'letters',
  'letters.signatures': null,
  'letters.document': null,
  'letters.duplicates': 'letters',
  'letters.senders': 'letters',
  'letters.next-agenda': 'letters',
  'numbers.series': 'letters',
  'numbers.book': 'letters',
  'numbers.waiting': 'letters',
  'home.summary': 'home',
  'sync.status': 'sync',
  'sync.archive': 'sync',
  'settings.get': 'settings',
  'intake.bytes': null,
  'drafts.get': null,
} as const satisfies Partial<Record<MethodName, ChangeNotice['keys'][number] | null>>;

/** Methods that only ask. */
export type AskName = keyof typeof staleBy;

/** The key of an answer in the query cache. */
export function askKey<M extends AskName>(method: M, input: MethodInput<M>): readonly unknown[] {
  return [method, input];
}

/** Whether a cached answer may hold the content of letters. */
export function isOfLetters([method]: readonly unknown[]): boolean {
  return (
    typeof method === 'string' &&
    ['letters.', 'numbers.', 'home.'].some((prefix) => method.startsWith(prefix))
  );
}

/** Whether a change makes a cached answer stale. A letter's own view stays fresh when other letters changed. */
export function isStale(key: readonly unknown[], notice: ChangeNotice): boolean {
  const [method, input] = key;
  const change = Object.entries(staleBy).find(([name]) => name === method)?.[1] ?? null;
  if (change === null || !notice.keys.includes(change)) return false;
  if (method !== 'letters.show' || notice.letters.length === 0) return true;
  const letter = typeof input === 'object' && input !== null && 'letter' in input ? input.letter : null;
  return typeof letter === 'string' && notice.letters.includes(letter);
}
