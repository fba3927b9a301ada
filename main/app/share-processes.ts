import { utilityProcess, type UtilityProcess } from 'electron';

import type { FromEngine, ToEngine } from '#core/contract/engine-process.ts';
import { connectShareToEngine } from '#main/ipc/share-port.ts';
import { killProcess } from './kill-process.ts';

/** Starts and kills the processes that touch the share for one engine, which cannot start any itself. */
export interface ShareProcesses {
  /** Does what a message of the engine asks for; the others are not for us. */
  hear(message: FromEngine): void;
  /** The engine is gone: nobody needs them any more. */
  end(): void;
}

/**
 * @param script absolute path of the bundled share process
 * @param engine whose processes they are
 */
export function shareProcesses(script: string, engine: UtilityProcess): ShareProcesses {
  const running = new Map<number, UtilityProcess>();
  /** Given up before they had begun; until then there is nothing to kill. */
  const unwanted = new Set<number>();

  function start(id: number): void {
    const share = utilityProcess.fork(script, [], { serviceName: 'Nirkertas share', stdio: 'ignore' });
    running.set(id, share);
    share.once('spawn', () => {
      // The engine may have given it up, or have ended, while it started.
      if (running.has(id) && !unwanted.has(id)) connectShareToEngine(share, engine, id);
      else killProcess(share);
    });
    share.once('exit', () => {
      unwanted.delete(id);
      if (running.delete(id)) engine.postMessage({ kind: 'share-ended', share: id } satisfies ToEngine);
    });
  }

  return {
    hear(message) {
      if (message.kind === 'share-start') start(message.share);
      if (message.kind === 'share-kill') {
        const share = running.get(message.share);
        if (share === undefined) return;
        unwanted.add(message.share);
        killProcess(share);
      }
    },
    end() {
      for (const share of running.values()) killProcess(share);
      running.clear();
    },
  };
}
