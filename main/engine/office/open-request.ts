import type { JoinRequestView } from '#core/contract/answers.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { invitationFrom } from '../keys/invitation.ts';
import type { Invitation } from '../keys/invitation.ts';
import { decodeRequest } from '../keys/join-request.ts';
import type { JoinRequest } from '../keys/join-request.ts';
import { sixDigits } from '../keys/six-digits.ts';
import { raiseAlert } from '../store/alerts.ts';
import { transact } from '../store/database.ts';
import { secretOf } from '../store/join-requests.ts';
import type { JoinFolder } from './join-folder.ts';
import type { OfficeRuntime } from './runtime.ts';

/** What an invitation of this PC says of whoever may use it. */
export interface OpenInvitation {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly title: string;
  /** Milliseconds since 1970 UTC. */
  readonly expires: number;
}

/** A request that opens with the secret of an invitation made here. */
export interface OpenedRequest<T extends OpenInvitation = OpenInvitation> {
  readonly record: T;
  readonly invitation: Invitation;
  readonly request: JoinRequest;
  readonly bytes: Uint8Array;
  readonly digits: string;
}

/** The request that answers an invitation; null while there is none. What does not open is reported, and no request. */
export async function openRequest<T extends OpenInvitation>(
  runtime: OfficeRuntime,
  folder: JoinFolder,
  record: T,
): Promise<Result<OpenedRequest<T> | null>> {
  const secret = secretOf(runtime.db, record.id);
  if (secret === null) return ok(null);
  const invitation = invitationFrom(runtime.officeId, secret);
  const bytes = await folder.readFile(invitation, 'request');
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return ok(null);
  const now = runtime.clock();
  const request = decodeRequest(invitation, bytes.value);
  const fault = !request.ok
    ? request.code
    : request.value.user !== record.user
      ? 'request-not-valid'
      : record.expires < now
        ? 'request-expired'
        : null;
  if (fault !== null || !request.ok) {
    transact(runtime.db, (db) =>
      raiseAlert(db, 'join-request-refused', record.id, { name: record.name, reason: fault ?? '' }, now),
    );
    runtime.notify({ keys: ['sync'] });
    return ok(null);
  }
  const digits = sixDigits(invitation, runtime.genesisHash, bytes.value);
  return ok({ record, invitation, request: request.value, bytes: bytes.value, digits });
}

/** The requests that answer any of these invitations. */
export async function openRequests<T extends OpenInvitation>(
  runtime: OfficeRuntime,
  folder: JoinFolder,
  records: readonly T[],
): Promise<Result<readonly OpenedRequest<T>[]>> {
  const opened: OpenedRequest<T>[] = [];
  for (const record of records) {
    const one = await openRequest(runtime, folder, record);
    if (!one.ok) return one;
    if (one.value !== null) opened.push(one.value);
  }
  return ok(opened);
}

/** The chosen ones of the requests that are there. Error `request-none`. */
export function chosen<T extends OpenInvitation>(
  opened: readonly OpenedRequest<T>[],
  invitations: readonly string[] | 'all',
): Result<readonly OpenedRequest<T>[]> {
  const wanted = opened.filter((one) => invitations === 'all' || invitations.includes(one.record.id));
  return wanted.length === 0 ? fail('request-none') : ok(wanted);
}

/** What the admitting screen shows of a request. */
export function requestView({ record, request, digits }: OpenedRequest): JoinRequestView {
  return {
    invitation: record.id,
    user: record.user,
    name: record.name,
    title: record.title,
    device: request.deviceName,
    digits,
    requestedAt: request.time,
  };
}
