import type { ChangeNotice } from '#core/contract/methods.ts';

export interface ChangeFeed {
  readonly notify: (notice: Partial<ChangeNotice>) => void;
  readonly listen: (listener: (notice: ChangeNotice) => void) => () => void;
}

/** Tells every listener what changed; what is told within one turn of the event loop goes as one notice. */
export function changeFeed(): ChangeFeed {
  const listeners = new Set<(notice: ChangeNotice) => void>();
  let waiting: Partial<ChangeNotice>[] = [];

  function flush(): void {
    const all = waiting;
    waiting = [];
    // A notice about every letter stays one when it travels with a notice about some.
    const everyLetter = all.some(
      (n) => n.keys?.includes('letters') === true && (n.letters ?? []).length === 0,
    );
    const notice: ChangeNotice = {
      keys: [...new Set(all.flatMap((n) => n.keys ?? []))],
      letters: everyLetter ? [] : [...new Set(all.flatMap((n) => n.letters ?? []))],
      arrived: all.flatMap((n) => n.arrived ?? []),
    };
    for (const listener of listeners) listener(notice);
  }

  return {
    notify: (notice) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push(notice);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
