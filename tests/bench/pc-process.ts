/** One PC of a bench as a process of its own: an engine, and below it the process that touches the share. */
import { basename } from 'node:path';

import type { Result } from '#core/contract/result.ts';
import { seedLetters } from '#main/engine/audit/seed/seed-letters.ts';
import { openEngine } from '#main/engine/engine.ts';
import type { Engine } from '#main/engine/engine.ts';
import { countBlobs } from '#main/engine/store/blobs.ts';

import type { PcAnswer, PcOptions, PcOrder } from './bench-pc.ts';
import { tracedShareHost } from './traced-share-host.ts';

/** What this process was started with; the bench that wrote it is its parent. */
const options = JSON.parse(process.argv[2] ?? '{}') as PcOptions;

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const opened: Promise<Engine> = openEngine(
  { dir: options.dir, share: null, demo: false, appVersion: '0' },
  {
    background: options.background,
    // The PCs of a bench share a machine and are to be different ones.
    machineId: basename(options.dir),
    // The rounds that look whether old files are whole come ten minutes from now: none falls into what is counted.
    random: () => 0.5,
    ...(options.trace === undefined ? {} : { shareHost: tracedShareHost(options.trace) }),
  },
).then(valueOf);

function officeOf(engine: Engine) {
  const { office } = engine.state;
  if (office === null) throw new Error('no office');
  return office;
}

async function carryOut(engine: Engine, order: PcOrder): Promise<unknown> {
  switch (order.kind) {
    case 'call':
      return valueOf(await engine.call(order.method, order.input as never));
    case 'seed':
      return valueOf(await seedLetters(officeOf(engine), { ...order.options, onProgress: () => undefined }));
    case 'holdings': {
      const { db } = officeOf(engine);
      const letters = db.prepare<[], number>('SELECT count(*) FROM letters').pluck().get() ?? 0;
      return { letters, documents: countBlobs(db) };
    }
    case 'close':
      return engine.close();
  }
}

process.on('message', (message: { readonly id: number; readonly order: PcOrder }) => {
  const { id, order } = message;
  void opened
    .then((engine) => carryOut(engine, order))
    .then(
      (value): PcAnswer => ({ id, value }),
      (error: unknown): PcAnswer => ({ id, failure: error instanceof Error ? error.message : `${error}` }),
    )
    .then((answer) => {
      process.send?.(answer);
      if (order.kind === 'close') process.disconnect();
    });
});
