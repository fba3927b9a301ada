import { parentPort, workerData } from 'node:worker_threads';

import Database from 'better-sqlite3';

// Reads the whole store once, on its own connection, while the engine works: a large store on an old disk takes
// minutes, and nobody should wait for that at the start of the day.
const { file } = workerData as { readonly file: string };
const db = new Database(file, { readonly: true });
const answer: unknown = db.pragma('quick_check(1)', { simple: true });
db.close();
parentPort?.postMessage(String(answer));
