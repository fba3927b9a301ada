import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** Keeps the secret of an invitation made here, so that its request can be opened. */
export function keepSecret(db: WritableDb, invitation: string, secret: Uint8Array, now: number): void {
  statement(db, "INSERT INTO join_requests (invitation, secret, state, added) VALUES (?, ?, 'open', ?)").run(
    invitation,
    secret,
    now,
  );
}

/** A code for a further PC of a person who uses this one. */
export interface DeviceInvitation {
  readonly invitation: string;
  /** Milliseconds since 1970 UTC. */
  readonly expires: number;
}

/** Keeps the secret of a code for a further PC of a person. */
export function keepDeviceSecret(
  db: WritableDb,
  { invitation, secret, user, expires }: DeviceInvitation & { secret: Uint8Array; user: string },
  now: number,
): void {
  statement(
    db,
    "INSERT INTO join_requests (invitation, secret, state, user, expires, added) VALUES (?, ?, 'open', ?, ?, ?)",
  ).run(invitation, secret, user, expires, now);
}

/** A person's codes for further PCs that nobody was admitted by, the oldest first. */
export function openDeviceInvitations(db: ReadableDb, user: string): readonly DeviceInvitation[] {
  return statement<[string], DeviceInvitation>(
    db,
    "SELECT invitation, expires FROM join_requests WHERE user = ? AND state = 'open' ORDER BY added, invitation",
  ).all(user);
}

/** The secret of an invitation that was made on this PC, or null. */
export function secretOf(db: ReadableDb, invitation: string): Uint8Array | null {
  const row = statement<[string], { secret: Buffer }>(
    db,
    'SELECT secret FROM join_requests WHERE invitation = ?',
  ).get(invitation);
  return row?.secret ?? null;
}

/** Keeps the sealed answer to a request until the share has it. */
export function keepAnswer(db: WritableDb, invitation: string, answer: Uint8Array): void {
  statement(db, "UPDATE join_requests SET state = 'admitted', answer = ? WHERE invitation = ?").run(
    answer,
    invitation,
  );
}

/** Answers that the share does not have yet. */
export function unpublishedAnswers(
  db: ReadableDb,
): readonly { invitation: string; secret: Buffer; answer: Buffer }[] {
  return statement<[], { invitation: string; secret: Buffer; answer: Buffer }>(
    db,
    "SELECT invitation, secret, answer FROM join_requests WHERE state = 'admitted'",
  ).all();
}

/** Notes that the share has the answer. */
export function noteAnswerPublished(db: WritableDb, invitation: string): void {
  statement(db, "UPDATE join_requests SET state = 'answered' WHERE invitation = ?").run(invitation);
}
