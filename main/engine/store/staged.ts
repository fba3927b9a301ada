import type { StagePurpose } from '#core/contract/inputs.ts';

import { overwriting } from './database.ts';
import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** A document taken in and not registered yet. `would_lose` is a JSON list. */
export interface StagedRow {
  readonly id: string;
  /** Who took it in: colleagues at the same PC do not see it. */
  readonly user: string;
  readonly name: string;
  readonly size: number;
  readonly pages: number;
  readonly source: 'pdf' | 'image';
  readonly signed: 0 | 1;
  readonly would_lose: string;
  readonly misnamed: 0 | 1;
  readonly purpose: StagePurpose;
  readonly words: string;
  readonly added: number;
}

/** Keeps what is known of a staged document; the same bytes only once a person. */
export function insertStaged(db: WritableDb, row: StagedRow): void {
  statement(
    db,
    `INSERT INTO staged (id, user, name, size, pages, source, signed, would_lose, misnamed, purpose, words, added)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id, user) DO UPDATE SET name = excluded.name, purpose = excluded.purpose`,
  ).run(
    row.id,
    row.user,
    row.name,
    row.size,
    row.pages,
    row.source,
    row.signed,
    row.would_lose,
    row.misnamed,
    row.purpose,
    row.words,
    row.added,
  );
}

/** The staged document, whoever took it in, or undefined. */
export function findStaged(db: ReadableDb, id: string): StagedRow | undefined {
  return statement<[string], StagedRow>(db, 'SELECT * FROM staged WHERE id = ? LIMIT 1').get(id);
}

/** Whether this person took the document in and has not registered or discarded it. */
export function isStagedBy(db: ReadableDb, id: string, user: string): boolean {
  const row = statement<[string, string], unknown>(db, 'SELECT 1 FROM staged WHERE id = ? AND user = ?');
  return row.get(id, user) !== undefined;
}

/** What a person took in, oldest first. */
export function stagedBy(db: ReadableDb, user: string): readonly StagedRow[] {
  return statement<[string], StagedRow>(db, 'SELECT * FROM staged WHERE user = ? ORDER BY added, id').all(
    user,
  );
}

/** Ids of all staged documents. */
export function stagedIds(db: ReadableDb): ReadonlySet<string> {
  const rows = statement<[], { id: string }>(db, 'SELECT DISTINCT id FROM staged').all();
  return new Set(rows.map((row) => row.id));
}

/** Forgets what one person took in, for good: it may be meant for a secret letter. */
export function discardStagedBy(db: WritableDb, id: string, user: string): void {
  const rows = statement(db, 'DELETE FROM staged WHERE id = ? AND user = ?');
  overwriting(db, () => void rows.run(id, user));
}

/** Forgets a staged document that was registered, for good: the letter may be a secret one. */
export function deleteStaged(db: WritableDb, id: string): void {
  const rows = statement(db, 'DELETE FROM staged WHERE id = ?');
  overwriting(db, () => void rows.run(id));
}
