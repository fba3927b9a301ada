import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { useOffice } from '#renderer/lib/office/office-context.tsx';
import { prefetch } from '#renderer/lib/office/use-ask.ts';

import type { QueueRows } from './use-queue-pages.ts';

/** Largest document fetched ahead, in bytes: a long scan would push aside what is looked at. */
const LIGHT = 4 * 1024 * 1024;

/** Fetches the letters around the chosen one, so that the next is there before its key is pressed. */
export function useNeighbours(rows: QueueRows, chosen: number): void {
  const client = useQueryClient();
  const office = useOffice();
  useEffect(() => {
    let isWanted = true;
    async function fetchAround(): Promise<void> {
      for (const index of [chosen + 1, chosen - 1, chosen + 2]) {
        const row = rows.at(index);
        if (row === undefined || !isWanted) continue;
        const letter = await prefetch(client, office, 'letters.show', { letter: row.id });
        const isNext = index === chosen + 1;
        if (!isNext || !isWanted || letter?.documentHere !== true || letter.document.size > LIGHT) continue;
        await prefetch(client, office, 'letters.document', {
          letter: row.id,
          sha256: letter.document.sha256,
        });
      }
    }
    void fetchAround();
    return () => {
      isWanted = false;
    };
  }, [client, office, rows, chosen]);
}
