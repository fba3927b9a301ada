import type { ReadableDb, WritableDb } from './database.ts';
import { statement } from './statement.ts';

/** A document taken in and not registered yet. `would_lose` is a JSON list. */
export interface StagedRow {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly pages: number;
  readonly source: 'pdf' | 'image';
  readonly signed: 0 | 1;
  readonly would_lose: string;
  readonly misnamed: 0 | 1;
  readonly words: string;
  readonly added: number;
}

/** Keeps what is known of a staged document; the same bytes only once. */
export function insertStaged(db: WritableDb, row: StagedRow): void {
  statement(
    db,
    `INSERT INTO staged (id, name, size, pages, source, signed, would_lose, misnamed, words, added)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
  ).run(
    row.id,
    row.name,
    row.size,
    row.pages,
    row.source,
    row.signed,
    row.would_lose,
    row.misnamed,
    row.words,
    row.added,
  );
}

/** The staged document, or undefined. */
export function findStaged(db: ReadableDb, id: string): StagedRow | undefined {
  return statement<[string], StagedRow>(db, 'SELECT * FROM staged WHERE id = ?').get(id);
}

/** All staged documents, oldest first. */
export function allStaged(db: ReadableDb): readonly StagedRow[] {
  return statement<[], StagedRow>(db, 'SELECT * FROM staged ORDER BY added, id').all();
}

/** Forgets a staged document, registered or discarded. */
export function deleteStaged(db: WritableDb, id: string): void {
  statement(db, 'DELETE FROM staged WHERE id = ?').run(id);
}
