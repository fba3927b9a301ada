import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { z } from 'zod';

import { methods } from '#core/contract/methods.ts';
import type { ChangeNotice, MethodInput, MethodName } from '#core/contract/methods.ts';
import { fail } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { byClone } from '#core/contract/wire.ts';

import type { EngineState } from '../engine-state.ts';
import { callEngine } from './call.ts';

type Upgraded = Parameters<RPCHandler<Record<never, never>>['upgrade']>[0];

/** A port to one page, as Electron's utility process and Node's worker threads have it. */
export type EnginePort = Upgraded & { start(): void };

const callSchema = z.object({
  method: z.enum(Object.keys(methods) as [MethodName, ...MethodName[]]),
  input: z.unknown(),
});

/** Calls the engine for a page. A bug is written to the log and told in words, so that no screen waits for ever. */
async function guarded(
  engine: EngineState,
  { method, input }: z.infer<typeof callSchema>,
): Promise<Result<unknown>> {
  try {
    // The contract's own schema checks the input in `callEngine`.
    return await callEngine(engine, method, input as MethodInput<MethodName>);
  } catch (error) {
    process.stderr.write(`${method}: ${error instanceof Error ? error.stack : String(error)}\n`);
    return fail('engine-fault', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Notices as a stream: what happened before the reader was ready waits for it. */
async function* notices(engine: EngineState, signal: AbortSignal | undefined): AsyncGenerator<ChangeNotice> {
  const waiting: ChangeNotice[] = [];
  let wake: () => void = () => undefined;
  const stop = engine.listen((notice) => {
    waiting.push(notice);
    wake();
  });
  const ended = () => wake();
  signal?.addEventListener('abort', ended);
  try {
    while (signal?.aborted !== true) {
      const next = waiting.shift();
      if (next !== undefined) {
        yield next;
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    stop();
    signal?.removeEventListener('abort', ended);
  }
}

/** Serves the contract to one page over its port, until the port closes. */
export function servePort(engine: EngineState, port: EnginePort): void {
  const router = {
    call: os.input(callSchema).handler(({ input }) => guarded(engine, input)),
    changes: os.handler(({ signal }) => notices(engine, signal)),
  };
  const handler = new RPCHandler(router, { experimental_transfer: (message) => byClone(message) });
  handler.upgrade(port);
  port.start();
}
