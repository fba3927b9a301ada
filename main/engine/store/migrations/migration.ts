import type { Database } from 'better-sqlite3';

export interface Migration {
  readonly name: string;
  readonly up: (db: Database) => void;
}
