import Database from 'better-sqlite3';

/**
 * Holds an exclusive lock on a small file for as long as the process lives: SQLite's own locks work alike on all
 * systems and vanish with the process, which a lock file with a process number in it does not. Null when another
 * process holds it. The answer releases it.
 */
export function holdExclusively(file: string): (() => void) | null {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
    return () => db.close();
  } catch (error) {
    db.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return null;
    throw error;
  }
}
