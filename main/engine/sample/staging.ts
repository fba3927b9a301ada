import { callEngine } from '../api/call.ts';
import type { EngineState } from '../engine-state.ts';
import { needed } from './fill-failure.ts';

/** Documents on their way through the intake; each waits only for its own. */
export interface Staging {
  /** Takes a file in, in the background. */
  readonly begin: (key: string, name: string, bytes: Uint8Array) => void;
  /** Id of the staged document once its turn came. */
  readonly taken: (key: string) => Promise<string>;
}

/** Begins with an empty table. Somebody is signed in whenever a file is begun. */
export function staging(engine: EngineState): Staging {
  const files = new Map<string, Promise<string>>();
  return {
    begin: (key, name, bytes) => {
      const file = { name, bytes: Uint8Array.from(bytes) };
      const id = callEngine(engine, 'intake.stage', { files: [file] }).then((r) => needed(r).id);
      // A failure is told where the document is waited for.
      id.catch(() => undefined);
      files.set(key, id);
    },
    taken: async (key) => {
      const id = files.get(key);
      if (id === undefined) throw new TypeError(`no document ${key} was taken in`);
      return id;
    },
  };
}
