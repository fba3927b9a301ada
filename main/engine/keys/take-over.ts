import type { RosterPosition } from '#core/office/entry.ts';
import type { RosterActBody, UserKeys } from '#core/office/roster-acts.ts';

import { canonicalJson } from '../log/canonical-json.ts';
import type { RootKey } from './root-key.ts';
import { sign, verifySignature } from './signing-key.ts';

/** What the root key says when it takes over: everything in the entry but its own signature. */
export type TakeOver = Omit<RosterActBody<'roster.taken-over'>, 'rootSig'>;

function takeOverPayload(officeId: string, parent: RosterPosition, takeOver: TakeOver): Uint8Array {
  const { term, log, user, name, nip, keys } = takeOver;
  const said = { office: officeId, parent, term, log, user, name, nip, keys };
  return Buffer.from(`nirkertas/take-over/0\n${canonicalJson(said)}`);
}

/** Signs a take-over of the roster that stands at `parent`. */
export function signTakeOver(
  root: RootKey,
  officeId: string,
  parent: RosterPosition,
  takeOver: TakeOver,
): string {
  return sign(root.sign, takeOverPayload(officeId, parent, takeOver));
}

/** Whether the office's root key signed this take-over of exactly this roster. */
export function verifyTakeOver(
  rootSign: string,
  officeId: string,
  parent: RosterPosition,
  { rootSig, ...takeOver }: RosterActBody<'roster.taken-over'>,
): boolean {
  return verifySignature(rootSign, takeOverPayload(officeId, parent, takeOver), rootSig);
}

function logPayload(officeId: string, log: string, user: string, keys: UserKeys): Uint8Array {
  return Buffer.from(`nirkertas/log-by-root/0\n${canonicalJson({ office: officeId, log, user, keys })}`);
}

/** Certifies a log of a person whose key the roster does not know yet. */
export function signLogByRoot(
  root: RootKey,
  officeId: string,
  log: string,
  user: string,
  keys: UserKeys,
): string {
  return sign(root.sign, logPayload(officeId, log, user, keys));
}

/** Whether the office's root key certified this log for this person and key. */
export function verifyLogByRoot(
  rootSign: string,
  officeId: string,
  log: string,
  user: string,
  { keys, signature }: { readonly keys: UserKeys; readonly signature: string },
): boolean {
  return verifySignature(rootSign, logPayload(officeId, log, user, keys), signature);
}
