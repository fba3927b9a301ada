import { createHash } from 'node:crypto';

import type { LetterState, MemoState } from '#core/office/letter-state.ts';

import type { StoredEntry } from './ancestry.ts';
import type { IndependentRoster } from './independent-roster.ts';

/** JSON with sorted members, written here a second time so that the engine's own text is not its own witness. */
function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${sortedJson(member)}`).join(',')}}`;
}

function chainDigest(memo: MemoState): string {
  const chain = memo.chain.map(({ role, position, field, placement }) => ({
    role,
    position,
    field,
    placement,
  }));
  return createHash('sha256').update(sortedJson(chain)).digest('hex');
}

/** Every done step, in order, with the entry that did it. */
function doneSteps(memo: MemoState, byHash: ReadonlyMap<string, StoredEntry>) {
  return memo.chain.flatMap((step, index) => {
    const entry = step.done === null ? undefined : byHash.get(step.done.entry);
    return step.done === null ? [] : [{ index, step, entry }];
  });
}

/** Faults of a memo's chain: each step by one who was entitled, on exactly the revision that was there before it. */
function memoFaults(
  letter: LetterState,
  memo: MemoState,
  byHash: ReadonlyMap<string, StoredEntry>,
  roster: IndependentRoster,
): readonly string[] {
  const faults: string[] = [];
  const say = (text: string) => faults.push(`${letter.id}: ${text}`);
  const steps = doneSteps(memo, byHash);
  const made = new Set(steps.map(({ entry }) => entry?.hash));
  // The revision that the chain began with: the last one that no step of it made.
  let revision = memo.revisions.findLast(({ by }) => !made.has(by.entry))?.document.sha256;
  for (const { index, step, entry } of steps) {
    if (entry === undefined) {
      say(`step ${index} was done by no entry`);
      continue;
    }
    const { body, type, actor } = entry.envelope;
    const expected = step.role === 'initials' ? 'memo.approved' : 'memo.signed';
    if (type !== expected) say(`step ${index} was done by a ${type}`);
    if (!roster.isSignedByActor(entry)) say(`step ${index} has no signature of ${actor.user}`);
    if (!roster.isHeldByActor(entry) || actor.position !== step.position) say(`step ${index}: not entitled`);
    if (body['revision'] !== revision) say(`step ${index} is on another revision`);
    if (body['step'] !== index || body['chain'] !== chainDigest(memo))
      say(`step ${index} is of another chain`);
    const { result } = body;
    if (typeof result === 'object' && result !== null && 'sha256' in result) revision = String(result.sha256);
  }
  if (memo.revision !== revision) say('the revision in force is not the one that was signed last');
  const isDone = steps.length === memo.chain.length && steps.some(({ step }) => step.role === 'signature');
  if (memo.stage === 'issued' && !isDone) say('issued with a step open');
  return faults;
}

/** One act that binds and stands alone: signed, and by one who held that position. */
function actFaults(
  what: string,
  entry: StoredEntry | undefined,
  roster: IndependentRoster,
): readonly string[] {
  if (entry === undefined) return [`${what}: no entry`];
  return [
    ...(roster.isSignedByActor(entry) ? [] : [`${what}: no signature of ${entry.envelope.actor.user}`]),
    ...(roster.isHeldByActor(entry) ? [] : [`${what}: not entitled`]),
  ];
}

function numberFaults(
  letter: LetterState,
  byHash: ReadonlyMap<string, StoredEntry>,
  roster: IndependentRoster,
): readonly string[] {
  const { agenda } = letter;
  if (agenda === null) return [];
  const issued = byHash.get(agenda.entry);
  const what = `${letter.id}: number ${agenda.number}/${agenda.year}`;
  if (issued === undefined) return [`${what}: given by no act`];
  const { type, subject, body } = issued.envelope;
  if (type !== 'number.issued' || subject !== letter.id || body['number'] !== agenda.number)
    return [`${what}: given by another act`];
  const registry = roster.isNumberEntitled(issued, byHash) ? [] : [`${what}: not from the registry`];
  return [...actFaults(what, issued, roster), ...registry];
}

function registrationFaults(
  letter: LetterState,
  byHash: ReadonlyMap<string, StoredEntry>,
  roster: IndependentRoster,
): readonly string[] {
  const entry = byHash.get(letter.registered.entry);
  if (entry === undefined || !roster.isHeldByActor(entry)) return [`${letter.id}: begun by nobody entitled`];
  const isClerk = ['tu', 'admin'].includes(roster.roleOf(entry) ?? '');
  return letter.memo !== null || isClerk ? [] : [`${letter.id}: registered by no clerk`];
}

/** Destructions: proposed by who keeps the books, carried out by the head, two people and the same documents. */
function destructionFaults(
  letter: LetterState,
  byHash: ReadonlyMap<string, StoredEntry>,
  roster: IndependentRoster,
): readonly string[] {
  return letter.destructions.flatMap(({ proposed, destroyed, documents, decision }) => {
    const what = `${letter.id}: destruction`;
    const proposal = byHash.get(proposed.entry);
    const isClerk = proposal !== undefined && ['tu', 'admin'].includes(roster.roleOf(proposal) ?? '');
    const faults = [
      ...actFaults(what, proposal, roster),
      ...(isClerk ? [] : [`${what}: proposed by no clerk`]),
    ];
    if (destroyed === null) return faults;
    const act = byHash.get(destroyed.entry);
    const body = act?.envelope.body ?? {};
    const named = Array.isArray(body['documents']) ? body['documents'].map(String).toSorted() : [];
    const isRight =
      act !== undefined &&
      roster.roleOf(act) === 'pimpinan' &&
      act.envelope.basis.includes(proposed.entry) &&
      act.envelope.actor.user !== proposal?.envelope.actor.user &&
      named.join(' ') === documents.join(' ') &&
      body['decision'] === decision;
    return [
      ...faults,
      ...actFaults(what, act, roster),
      ...(isRight ? [] : [`${what}: not what was decided`]),
    ];
  });
}

/**
 * Holds every binding act that has an effect in the folded letters against the entries' own bytes and a second reading
 * of the roster.
 */
export function bindingFaults(
  letters: readonly LetterState[],
  entries: readonly StoredEntry[],
  roster: IndependentRoster,
): readonly string[] {
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]));
  return letters.flatMap((letter) => {
    const recalls = letter.dispositions.flatMap((d) =>
      d.recalled === null ? [] : actFaults(`${letter.id}: recall`, byHash.get(d.recalled.entry), roster),
    );
    const memo = letter.memo === null ? [] : memoFaults(letter, letter.memo, byHash, roster);
    return [
      ...registrationFaults(letter, byHash, roster),
      ...recalls,
      ...memo,
      ...numberFaults(letter, byHash, roster),
      ...destructionFaults(letter, byHash, roster),
    ];
  });
}
