import type { ReadableDb } from './database.ts';

/**
 * Runs work of many acts as one transaction: all of it is kept, or nothing. Acts inside it are savepoints. Only for
 * a store that nobody else works with meanwhile, because waiting inside it lets other code run on the connection.
 */
export async function transactLong<T>(db: ReadableDb, work: () => Promise<T>): Promise<T> {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = await work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
