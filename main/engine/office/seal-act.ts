import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { isSecret } from '#core/office/enums.ts';
import { KEY_WRAPS_LIMIT, letterActSchemas } from '#core/office/letter-acts.ts';
import type { LetterActType } from '#core/office/letter-acts.ts';
import { holdersOn } from '#core/office/roster.ts';
import { hasContent, splitSecret } from '#core/office/secret-content.ts';

import { isExchangeKey } from '../keys/seal.ts';
import { letterKeyId, sealContent, wrapLetterKey } from '../keys/letter-key.ts';
import type { LetterKey } from '../keys/letter-key.ts';
import { readLetter, readSecurityClass } from '../store/letters.ts';
import type { NewAct } from './append.ts';
import { letterKeyOf, missingKey } from './letter-secrets.ts';
import { today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

type Body = Readonly<Record<string, unknown>>;
type LetterAct = Extract<NewAct, { readonly type: LetterActType }>;

function isAboutLetter(act: NewAct): act is LetterAct {
  return act.type in letterActSchemas;
}

/** Positions that the act brings the letter to: their holders get its key with it. */
function routedBy(runtime: OfficeRuntime, act: LetterAct, letter: string): readonly string[] {
  switch (act.type) {
    case 'letter.registered':
    case 'letter.forwarded':
      return [act.body.forwardTo];
    case 'letter.disposed':
      return act.body.recipients.map((r) => r.position);
    case 'letter.key-shared':
      return [act.body.position];
    case 'memo.proposed':
    case 'memo.revised':
      return act.body.chain.map((step) => step.position);
    case 'memo.approved':
    case 'memo.signed': {
      // The addressees read it when it is issued, and not before.
      const memo = readLetter(runtime.db, letter)?.memo ?? null;
      const isLast = memo?.chain.every((step, index) => step.done !== null || index === act.body.step);
      return memo !== null && isLast === true ? [...memo.to, ...memo.copies] : [];
    }
    default:
      return [];
  }
}

/** The key for the act's circle; null where the act widens nothing. */
function keysFor(
  runtime: OfficeRuntime,
  key: LetterKey,
  act: LetterAct,
  letter: string,
  begins: boolean,
): Result<{ id: string; wraps: { to: string; sealed: string }[] } | null> {
  const roster = runtime.roster.current();
  const day = today(runtime);
  const users = new Set<string>(begins ? [act.actor.user] : []);
  for (const id of routedBy(runtime, act, letter)) {
    const position = roster.positions.get(id);
    for (const holder of position === undefined ? [] : holdersOn(position, day)) users.add(holder.user);
  }
  if (users.size > KEY_WRAPS_LIMIT - 1) return fail('act-too-large');
  const wraps = [...users].flatMap((user) => {
    const exchange = roster.people.get(user)?.keys.exchange;
    if (exchange === undefined || !isExchangeKey(exchange)) return [];
    return [wrapLetterKey(key, runtime.officeId, user, exchange)];
  });
  if (begins) wraps.push(wrapLetterKey(key, runtime.officeId, 'root', runtime.rootExchange));
  return ok(wraps.length === 0 ? null : { id: letterKeyId(key), wraps });
}

/**
 * The body of an act as it is written: of a Rahasia or Sangat Rahasia letter the content sealed, what is left neutral,
 * and the letter's key for whom the act brings the letter to. Every act passes here and nowhere else. Errors: `locked`
 * or `letter-key-missing` when the act says something and the person does not open the letter; `act-too-large`.
 */
export function sealAct(runtime: OfficeRuntime, act: NewAct): Result<Body> {
  const body: Body = act.body;
  if (!isAboutLetter(act) || act.subject === null) return ok(body);
  const begins = act.type === 'letter.registered' || act.type === 'memo.proposed';
  const securityClass = begins ? act.body.securityClass : readSecurityClass(runtime.db, act.subject);
  if (securityClass === undefined || !isSecret(securityClass)) return ok(body);
  if (begins && act.letterKey === undefined) throw new Error('a secret letter begins without a key');
  const key = act.letterKey ?? letterKeyOf(runtime, act.subject);
  const speaks = hasContent(act.type, body);
  if (key === null) {
    const isNeeded = speaks || routedBy(runtime, act, act.subject).length > 0;
    return isNeeded ? fail(missingKey(runtime)) : ok(body);
  }
  const keys = keysFor(runtime, key, act, act.subject, begins);
  if (!keys.ok) return keys;
  const { shared, content } = splitSecret(act.type, body);
  const place = {
    officeId: runtime.officeId,
    letter: act.subject,
    type: act.type,
    user: act.actor.user,
  };
  return ok({
    ...shared,
    ...(speaks ? { sealed: sealContent(key, place, content) } : {}),
    ...(keys.value === null ? {} : { keys: keys.value }),
  });
}
