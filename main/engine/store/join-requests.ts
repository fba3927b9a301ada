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
