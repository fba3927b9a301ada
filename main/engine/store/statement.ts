import type { Statement } from 'better-sqlite3';

import type { ReadableDb } from './database.ts';

const cache = new WeakMap<object, Map<string, Statement>>();

/** The prepared statement for this SQL on this connection, prepared once. */
export function statement<Bind extends unknown[] | object = unknown[], Row = unknown>(
  db: ReadableDb,
  sql: string,
): Statement<Bind extends unknown[] ? Bind : [Bind], Row> {
  let known = cache.get(db);
  if (known === undefined) {
    known = new Map();
    cache.set(db, known);
  }
  let prepared = known.get(sql);
  if (prepared === undefined) {
    prepared = db.prepare(sql);
    known.set(sql, prepared);
  }
  return prepared as Statement<Bind extends unknown[] ? Bind : [Bind], Row>;
}
