import type { ActAnswer, CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { newId } from '../log/new-id.ts';
import type { WritableDb } from '../store/database.ts';
import { deleteStaged } from '../store/staged.ts';
import { actorOf, groundsFor } from './acting.ts';
import type { Grounds } from './acting.ts';
import { append } from './append.ts';
import type { NewAct } from './append.ts';
import { isStillStaged, removeStagedFile, takeStaged } from './intake.ts';
import { deskOf } from './letter-actions.ts';
import type { HeldPosition } from './letter-actions.ts';
import { sealingKeyOf } from './letter-secrets.ts';
import { today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

type Answer = Result<ActAnswer>;

/** Writes the act that somebody makes of the letter, in the capacity in which they stand before it. */
export function actOn(
  runtime: OfficeRuntime,
  letter: string,
  make: (grounds: Grounds, held: HeldPosition) => Result<NewAct>,
  also?: (db: WritableDb) => void,
): Answer {
  const grounds = groundsFor(runtime, letter);
  if (!grounds.ok) return grounds;
  const held = grounds.value.stand.acting;
  if (held === null) return fail('act-not-allowed');
  const act = make(grounds.value, held);
  if (!act.ok) return act;
  const written = append(runtime, grounds.value.session, [act.value], also);
  return written.ok ? ok({ entry: written.value[0]?.hash ?? '' }) : written;
}

/** The held position that a disposition's part, or the desk, belongs to; of several, one that is still open. */
function holderOf(grounds: Grounds, disposition: string | null): HeldPosition | null {
  const { letter, held } = grounds;
  if (disposition === null) {
    const desk = deskOf(letter, held);
    return held.find((h) => h.position.id === desk?.position) ?? null;
  }
  const mine = (letter.dispositions.find((d) => d.id === disposition)?.recipients ?? []).filter((r) =>
    held.some((h) => h.position.id === r.position),
  );
  const part = mine.find((r) => r.finished === null && r.returned === null) ?? mine[0];
  return held.find((h) => h.position.id === part?.position) ?? null;
}

/**
 * Records that a part of the letter was opened, once; null when there was nothing unread, or nothing to read: who sees
 * the envelope of a secret letter alone has not read it.
 */
export function readLetterPart(runtime: OfficeRuntime, letter: string): Result<ActAnswer | null> {
  const grounds = groundsFor(runtime, letter);
  if (!grounds.ok) return grounds;
  const { session, held, sealed } = grounds.value;
  if (sealed) return ok(null);
  const acts: NewAct[] = [];
  for (const h of held) {
    const add = (disposition: string | null) =>
      acts.push({
        type: 'letter.read',
        subject: letter,
        body: { position: h.position.id, disposition },
        actor: actorOf(session.user, h),
      });
    const desk = grounds.value.letter.desks.findLast((d) => d.position === h.position.id);
    if (desk !== undefined && desk.read === null) add(null);
    for (const d of grounds.value.letter.dispositions) {
      if (d.recalled !== null) continue;
      if (d.recipients.some((r) => r.position === h.position.id && r.read === null)) add(d.id);
    }
  }
  if (acts.length === 0) return ok(null);
  const written = append(runtime, session, acts);
  return written.ok ? ok({ entry: written.value[0]?.hash ?? '' }) : written;
}

/** Routes the letter to positions, with instructions, note and due date each. */
export function disposeLetter(
  runtime: OfficeRuntime,
  input: CheckedInput<'letters.dispose'>,
): Result<ActAnswer & { disposition: string }> {
  const roster = runtime.roster.current();
  const disposition = newId('dsp');
  const answer = actOn(runtime, input.letter, (grounds) => {
    const held = holderOf(grounds, input.parent);
    if (held === null) return fail('act-not-allowed');
    const seen = new Set<string>();
    for (const recipient of input.recipients) {
      if (!roster.positions.has(recipient.position) || seen.has(recipient.position))
        return fail('recipient-unknown');
      if (recipient.position === held.position.id) return fail('recipient-self');
      if (recipient.due !== null && recipient.due.slice(0, 10) < today(runtime)) return fail('due-in-past');
      seen.add(recipient.position);
    }
    const { letter, ...rest } = input;
    return ok({
      type: 'letter.disposed',
      subject: letter,
      body: { disposition, ...rest },
      actor: actorOf(grounds.session.user, held),
    });
  });
  return answer.ok ? ok({ ...answer.value, disposition }) : answer;
}

/** Takes back a disposition that nobody has read. */
export function recallDisposition(runtime: OfficeRuntime, letter: string, disposition: string): Answer {
  return actOn(runtime, letter, (grounds) => {
    const made = grounds.letter.dispositions.find((d) => d.id === disposition);
    const held = grounds.held.find((h) => h.position.id === made?.by.actor.position);
    if (made === undefined || held === undefined) return fail('act-not-allowed');
    if (made.recipients.some((r) => r.read !== null)) return fail('disposition-read');
    return ok({
      type: 'letter.recalled',
      subject: letter,
      body: { disposition },
      basis: [made.by.entry],
      actor: actorOf(grounds.session.user, held),
    });
  });
}

type PartAct = 'letter.acknowledged' | 'letter.finished' | 'letter.returned';

/** Acknowledges, finishes or returns one's own part: of a disposition, or of the letter at one's desk. */
export function actOnPart(
  runtime: OfficeRuntime,
  type: PartAct,
  input: { letter: string; disposition: string | null; note?: string },
): Answer {
  return actOn(runtime, input.letter, (grounds) => {
    const held = holderOf(grounds, input.disposition);
    if (held === null) return fail('act-not-allowed');
    const part = { disposition: input.disposition, position: held.position.id };
    const actor = actorOf(grounds.session.user, held);
    const note = input.note ?? '';
    if (type === 'letter.acknowledged') return ok({ type, subject: input.letter, body: part, actor });
    return ok({ type, subject: input.letter, body: { ...part, note }, actor });
  });
}

/** Reports what was done on a disposition, with documents. */
export async function followUp(
  runtime: OfficeRuntime,
  input: CheckedInput<'letters.follow-up'>,
): Promise<Answer> {
  const about = groundsFor(runtime, input.letter);
  if (!about.ok) return about;
  const key = sealingKeyOf(runtime, about.value.letter);
  if (!key.ok) return key;
  const attachments = [];
  for (const id of input.attachments) {
    const taken = await takeStaged(runtime, id, key.value);
    if (!taken.ok) return taken;
    attachments.push(taken.value);
  }
  if (input.attachments.some((id) => !isStillStaged(runtime, id))) return fail('act-already-done');
  const grounds = groundsFor(runtime, input.letter);
  if (!grounds.ok) return grounds;
  const held = holderOf(grounds.value, input.disposition);
  if (held === null) return fail('act-not-allowed');
  const written = append(
    runtime,
    grounds.value.session,
    [
      {
        type: 'letter.followed-up',
        subject: input.letter,
        body: { disposition: input.disposition, position: held.position.id, note: input.note, attachments },
        actor: actorOf(grounds.value.session.user, held),
      },
    ],
    (db) => input.attachments.forEach((id) => deleteStaged(db, id)),
  );
  if (!written.ok) return written;
  for (const id of input.attachments) await removeStagedFile(runtime, id, key.value);
  return ok({ entry: written.value[0]?.hash ?? '' });
}

/** Marks the letter as one that needs no disposition, so that the queue clears. */
export function noDisposition(runtime: OfficeRuntime, letter: string, note: string): Answer {
  return actOn(runtime, letter, (grounds) => {
    const held = holderOf(grounds, null);
    if (held === null) return fail('act-not-allowed');
    return ok({
      type: 'letter.no-disposition',
      subject: letter,
      body: { position: held.position.id, note },
      actor: actorOf(grounds.session.user, held),
    });
  });
}
