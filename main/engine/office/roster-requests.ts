import type { RosterRequestView } from '#core/contract/roster-views.ts';
import type { CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { RequestedAct } from '#core/office/roster-acts.ts';
import { foldRequests } from '#core/office/roster-requests.ts';
import type { RosterRequest } from '#core/office/roster-requests.ts';
import type { RosterState } from '#core/office/roster.ts';

import { requestEntries } from '../store/office-entries.ts';
import { actorOf, personActor, signedIn } from './acting.ts';
import { append } from './append.ts';
import { revoke } from './closing.ts';
import { rosterWriter, setHolder, setPosition, setUnit } from './roster-editing.ts';
import { foldContext, heldPositions } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import { entryOfRow } from './stored-entry.ts';
import { actorTitle } from './titles.ts';

function requests(runtime: OfficeRuntime): readonly RosterRequest[] {
  const { judge } = foldContext(runtime);
  const { answered } = runtime.roster.current();
  return foldRequests(requestEntries(runtime.db).map(entryOfRow), { judge, answered });
}

/** Whether what the act speaks of is in the office. */
function names(roster: RosterState, act: RequestedAct): boolean {
  switch (act.type) {
    case 'roster.unit-set':
      return true;
    case 'roster.position-set': {
      const { unit, superior } = act.body;
      return (
        (unit === null || roster.units.has(unit)) && (superior === null || roster.positions.has(superior))
      );
    }
    case 'roster.holder-set':
      return roster.positions.has(act.body.position) && roster.people.has(act.body.user);
    case 'roster.logs-closed':
      return roster.people.has(act.body.user);
  }
}

/**
 * Asks whoever writes the roster for a change. Errors: `not-allowed` for anybody but an admin, `request-by-writer` on
 * the PC that may simply do it, `not-found`, `input-invalid` (Plt. and Plh. need their decision), `locked`.
 */
export function requestChange(
  runtime: OfficeRuntime,
  { act, note }: CheckedInput<'office.request'>,
): Result<{ request: string }> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  const roster = runtime.roster.current();
  if (session.value.log === roster.writerLog) return fail('request-by-writer');
  const held = heldPositions(runtime).find(({ position }) => position.role === 'admin');
  if (held === undefined) return fail('not-allowed');
  if (!names(roster, act)) return fail('not-found');
  if (act.type === 'roster.holder-set') {
    const { standing, decision, from, until } = act.body;
    const isActing = standing === 'acting' || standing === 'dailyActing';
    if ((isActing && decision.trim() === '') || (until !== null && until < from))
      return fail('input-invalid');
  }
  const written = append(runtime, session.value, [
    {
      type: 'request.roster',
      subject: null,
      actor: actorOf(session.value.user, held),
      body: { act, note },
    },
  ]);
  if (!written.ok) return written;
  runtime.notify({ keys: ['office'] });
  return ok({ request: written.value[0]?.hash ?? '' });
}

/** Does what was asked, as the writer would by hand; the entry names the request. */
function grant(runtime: OfficeRuntime, { act, request }: RosterRequest): Result<unknown> {
  const basis = [request];
  switch (act.type) {
    case 'roster.unit-set':
      return setUnit(runtime, act.body, basis);
    case 'roster.position-set':
      return setPosition(runtime, act.body, basis);
    case 'roster.holder-set':
      return setHolder(runtime, act.body, basis);
    case 'roster.logs-closed':
      return revoke(runtime, { ...act.body, logs: null, rotateKey: false }, basis);
  }
}

/** Answers a deputy's request. Errors: `not-roster-writer`, `locked`, `not-found`, `act-already-done`. */
export function answerRequest(
  runtime: OfficeRuntime,
  input: CheckedInput<'office.answer-request'>,
): Result<null> {
  const writer = rosterWriter(runtime);
  if (!writer.ok) return writer;
  const asked = requests(runtime).find(({ request }) => request === input.request);
  if (asked === undefined) return fail('not-found');
  if (asked.state !== 'open') return fail('act-already-done');
  const done = input.grant
    ? grant(runtime, asked)
    : append(runtime, writer.value, [
        {
          type: 'request.refused',
          subject: null,
          actor: personActor(writer.value.user),
          basis: [asked.request],
          body: { request: asked.request, note: input.note },
        },
      ]);
  if (!done.ok) return done;
  runtime.notify({ keys: ['office'] });
  return ok(null);
}

/** Hashes of the requests that count, and of the refusals that answer one. */
export function countingRequests(runtime: OfficeRuntime): ReadonlySet<string> {
  return new Set(
    requests(runtime).flatMap(({ request, state, answer }) =>
      state === 'refused' && answer !== null ? [request, answer] : [request],
    ),
  );
}

/** Deputies' requests, the newest first. */
export function rosterRequests(runtime: OfficeRuntime): readonly RosterRequestView[] {
  const roster = runtime.roster.current();
  return requests(runtime)
    .map(({ request, entry, act, note, state, answer, answerNote }) => ({
      request,
      act,
      note,
      state,
      answer,
      answerNote,
      user: entry.actor.user,
      name: roster.people.get(entry.actor.user)?.name ?? '',
      title: actorTitle(roster, entry.actor),
      time: entry.time,
    }))
    .toReversed();
}
