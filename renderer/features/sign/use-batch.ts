import { useCallback, useRef, useState } from 'react';

import type { Placement } from '#core/office/letter-acts.ts';
import { useOffice } from '#renderer/lib/office/office-context.tsx';

import { endsBatch, settled, startBatch, stopped } from './batch.ts';
import type { BatchItem, Seen } from './batch.ts';

export interface Batch {
  /** Empty before the first run. */
  readonly items: readonly BatchItem[];
  readonly isRunning: boolean;
  readonly isStopping: boolean;
  /** Signs or initials one letter after the other; answers what became of each. */
  readonly run: (act: 'initials' | 'sign', seen: readonly Seen<Placement>[]) => Promise<readonly BatchItem[]>;
  /** Ends after the letter in work: a signature is whole or not there. */
  readonly stop: () => void;
  readonly clear: () => void;
}

export function useBatch(): Batch {
  const office = useOffice();
  const [items, setItems] = useState<readonly BatchItem[]>([]);
  const [isRunning, setRunning] = useState(false);
  const [isStopping, setStopping] = useState(false);
  const wantsStop = useRef(false);

  const run = useCallback(
    async (act: 'initials' | 'sign', seen: readonly Seen<Placement>[]) => {
      wantsStop.current = false;
      setStopping(false);
      setRunning(true);
      let state = startBatch(seen);
      const show = (next: readonly BatchItem[]) => {
        state = next;
        setItems(next);
      };
      for (const { letter, revision, placement } of seen) {
        if (wantsStop.current) break;
        show(settled(state, letter, 'running'));
        const answer =
          act === 'sign'
            ? await office.call('memos.sign', { letter, revision, placement })
            : await office.call('memos.approve', { letter, revision, note: '' });
        show(answer.ok ? settled(state, letter, 'done') : settled(state, letter, 'failed', answer.error));
        if (!answer.ok && endsBatch(answer.error)) break;
      }
      show(stopped(state));
      setRunning(false);
      return state;
    },
    [office],
  );
  const stop = useCallback(() => {
    wantsStop.current = true;
    setStopping(true);
  }, []);
  const clear = useCallback(() => {
    setItems([]);
  }, []);
  return { items, isRunning, isStopping, run, stop, clear };
}
