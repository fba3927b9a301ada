import { compareEntries } from '#core/office/entry.ts';
import type { AcceptedEntry } from '#core/office/entry.ts';
import { isSecret } from '#core/office/enums.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { letterActSchemas, letterKeysSchema } from '#core/office/letter-acts.ts';
import type { LetterActType, LetterKeys } from '#core/office/letter-acts.ts';
import { foldLetter } from '#core/office/letter-fold.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { mergeSecret } from '#core/office/secret-content.ts';

import type { ExchangeKey } from '../keys/exchange-key.ts';
import { openContent, openLetterKey } from '../keys/letter-key.ts';
import type { LetterKey } from '../keys/letter-key.ts';
import type { UserKeySet } from '../keys/user-keys.ts';
import { beginsLetter } from '../log/letter-id.ts';
import { parseStrictJson } from '../log/strict-json.ts';
import { readLetter } from '../store/letters.ts';
import { entriesOfLetter } from './project.ts';
import { foldContext } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/** What an unlocked session has opened. Goes with the user keys, so that a locked PC remembers nothing. */
interface Opened {
  readonly keys: Map<string, LetterKey>;
  readonly letters: Map<string, OpenedLetter>;
}

/** A secret letter with its content, in memory only. */
export interface OpenedLetter {
  readonly letter: LetterState;
  readonly entries: readonly AcceptedEntry[];
}

const openedBy = new WeakMap<UserKeySet, Opened>();
/** Letters kept open at a time: what is not looked at again is opened again. */
const OPENED_LIMIT = 500;
const CONTENT_LIMITS = { bytes: 200_000, depth: 8 };

function memoryOf(keys: UserKeySet): Opened {
  const known = openedBy.get(keys);
  if (known !== undefined) return known;
  const fresh: Opened = { keys: new Map(), letters: new Map() };
  openedBy.set(keys, fresh);
  return fresh;
}

function keysIn(entry: AcceptedEntry): LetterKeys | null {
  const parsed = letterKeysSchema.safeParse(entry.body['keys']);
  return parsed.success ? parsed.data : null;
}

/**
 * The key of a secret letter, opened with the session's user key; null when the session is locked or the person is
 * outside the letter's circle. The letter's first entry says which key counts: nobody slips another one under it.
 */
export function letterKeyOf(runtime: OfficeRuntime, letter: string): LetterKey | null {
  const { session } = runtime;
  if (session === null || session.userKeys === null) return null;
  const memory = memoryOf(session.userKeys);
  const known = memory.keys.get(letter);
  if (known !== undefined) return known;
  const key = openWrapped(runtime, letter, session.user, session.userKeys.exchange);
  if (key !== null) memory.keys.set(letter, key);
  return key;
}

/**
 * The key of a secret letter from what its acts hold for somebody: a person, or `root` for who has the recovery kit.
 * Null when nothing there opens to the key that the letter began with.
 */
export function openWrapped(
  runtime: OfficeRuntime,
  letter: string,
  to: string,
  exchange: ExchangeKey,
): LetterKey | null {
  const all = entriesOfLetter(runtime.db, letter);
  const first = all.find((entry) => beginsLetter(letter, entry.log, entry.seq));
  const id = first === undefined ? undefined : keysIn(first)?.id;
  if (id === undefined) return null;
  for (const entry of all) {
    for (const wrap of keysIn(entry)?.wraps ?? []) {
      const key = wrap.to === to ? openLetterKey(wrap, runtime.officeId, exchange, id) : null;
      if (key !== null) return key;
    }
  }
  return null;
}

/** Why a secret letter does not open here: the key is closed for now, or the person has none to it. */
export function missingKey(runtime: OfficeRuntime): 'locked' | 'letter-key-missing' {
  return runtime.session?.userKeys == null ? 'locked' : 'letter-key-missing';
}

/**
 * The key that a new document of the letter is sealed with; null for a letter that is not secret. Errors: `locked`,
 * `letter-key-missing`.
 */
export function sealingKeyOf(runtime: OfficeRuntime, letter: LetterState): Result<LetterKey | null> {
  if (!isSecret(letter.securityClass)) return ok(null);
  const key = letterKeyOf(runtime, letter.id);
  return key === null ? fail(missingKey(runtime)) : ok(key);
}

function isLetterAct(type: string): type is LetterActType {
  return type in letterActSchemas;
}

/** The entry with its content, or as it is when there is none, or it is not what its author should have sealed. */
function openEntry(officeId: string, letter: string, key: LetterKey, entry: AcceptedEntry): AcceptedEntry {
  const { sealed, ...shared } = entry.body;
  if (typeof sealed !== 'string' || !isLetterAct(entry.type)) return entry;
  const place = { officeId, letter, type: entry.type, user: entry.actor.user };
  const bytes = openContent(key, place, sealed);
  const json = bytes === null ? null : parseStrictJson(bytes, CONTENT_LIMITS);
  if (json?.ok !== true || typeof json.value.value !== 'object' || json.value.value === null) return entry;
  const content: Readonly<Record<string, unknown>> = { ...json.value.value };
  const body = mergeSecret(entry.type, shared, content);
  return letterActSchemas[entry.type].safeParse(body).success ? { ...entry, body } : entry;
}

/**
 * A secret letter as its circle reads it: folded in memory over the entries with their content. Null for a letter that
 * is not secret, and for whoever does not open it: they see what everybody may.
 */
export function openLetter(runtime: OfficeRuntime, stored: LetterState): OpenedLetter | null {
  const keys = runtime.session?.userKeys ?? null;
  if (!isSecret(stored.securityClass) || keys === null) return null;
  const { letters } = memoryOf(keys);
  const known = letters.get(stored.id);
  if (known?.letter.last.entry === stored.last.entry && known.letter.last.rank === stored.last.rank) {
    return known;
  }
  const key = letterKeyOf(runtime, stored.id);
  if (key === null) return null;
  const entries = entriesOfLetter(runtime.db, stored.id)
    .map((entry) => openEntry(runtime.officeId, stored.id, key, entry))
    .toSorted(compareEntries);
  const letter = foldLetter(stored.id, entries, foldContext(runtime));
  if (letter === null) return null;
  if (letters.size >= OPENED_LIMIT) letters.clear();
  letters.set(stored.id, { letter, entries });
  return { letter, entries };
}

/** A stored row with its content where the session opens the letter; `sealed` says that it does not. */
export function openRow<
  R extends { id: string; security: LetterState['securityClass']; sender: string; subject: string },
>(runtime: OfficeRuntime, row: R): R & { sealed: boolean } {
  if (!isSecret(row.security)) return { ...row, sealed: false };
  const stored = readLetter(runtime.db, row.id);
  const opened = stored === undefined ? null : openLetter(runtime, stored);
  if (opened === null) return { ...row, sealed: true };
  return { ...row, sender: opened.letter.from, subject: opened.letter.subject, sealed: false };
}
