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
