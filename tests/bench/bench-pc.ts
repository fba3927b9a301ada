import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { MethodInput, MethodName, MethodOutput } from '#core/contract/methods.ts';
import type { SeedOptions, SeedReport } from '#main/engine/audit/seed/seed-letters.ts';

/** How a PC of a bench is opened. */
export interface PcOptions {
  /** Its data folder; the folder's name is the machine's identity. */
  readonly dir: string;
  /** Whether it looks at the share by itself, as the app does; otherwise only when told (`sync.now`). */
  readonly background: boolean;
  /** File into which the system's view of its share process is written, for whoever counts from outside. */
  readonly trace?: string;
}

/** What the process of a PC is asked to do. */
export type PcOrder =
  | { readonly kind: 'call'; readonly method: MethodName; readonly input: unknown }
  | { readonly kind: 'seed'; readonly options: Omit<SeedOptions, 'onProgress'> }
  | { readonly kind: 'holdings' }
  | { readonly kind: 'close' };

/** Its answer to one order. */
export type PcAnswer =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly failure: string };

/** What a PC has in its store. */
export interface Holdings {
  readonly letters: number;
  /** `elsewhere`: named by letters and not here. */
  readonly documents: { readonly here: number; readonly toUpload: number; readonly elsewhere: number };
}

/** A PC that runs as a process of its own, with its share process below it. A refusal rejects with its code. */
export interface BenchPc {
  readonly call: <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;
  /** Fills its office with synthetic letters. */
  readonly seed: (options: Omit<SeedOptions, 'onProgress'>) => Promise<SeedReport>;
  readonly holdings: () => Promise<Holdings>;
  /** Closes the engine; settles when the process has ended. */
  readonly close: () => Promise<void>;
}

const script = fileURLToPath(new URL('pc-process.ts', import.meta.url));

/** Starts a PC. It ends with this process, however that ends. */
export function benchPc(options: PcOptions): BenchPc {
  const args = [...process.execArgv, script, JSON.stringify(options)];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const waiting = new Map<number, (answer: PcAnswer) => void>();
  let next = 1;
  const ended = once(child, 'exit').then(([code]) => {
    for (const [id, settle] of waiting) settle({ id, failure: `the process of a PC ended with ${code}` });
  });
  child.on('message', (message) => {
    const answer = message as PcAnswer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });

  async function ask(order: PcOrder): Promise<unknown> {
    const id = next;
    next += 1;
    const answered = new Promise<PcAnswer>((resolve) => waiting.set(id, resolve));
    child.send({ id, order });
    const answer = await answered;
    if ('failure' in answer) throw new Error(`${order.kind}: ${answer.failure}`);
    return answer.value;
  }

  return {
    call: async <M extends MethodName>(method: M, input: MethodInput<M>) =>
      (await ask({ kind: 'call', method, input })) as MethodOutput<M>,
    seed: async (seeding) => (await ask({ kind: 'seed', options: seeding })) as SeedReport,
    holdings: async () => (await ask({ kind: 'holdings' })) as Holdings,
    close: async () => {
      if (child.exitCode === null && child.connected) await ask({ kind: 'close' });
      await ended;
    },
  };
}
