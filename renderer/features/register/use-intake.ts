import { useCallback, useState } from 'react';

import type { StagedDocument } from '#core/contract/answers.ts';
import type { OfficeError } from '#core/contract/result.ts';
import { useOffice } from '#renderer/lib/office/office-context.tsx';
import { useAsk } from '#renderer/lib/office/use-ask.ts';

import { fileGroups } from './file-groups.ts';
import type { OfferedFile } from './offered-files.ts';

/** A file on its way in, or one that could not be taken in, with the reason. */
export interface IncomingFile {
  readonly id: number;
  readonly name: string;
  readonly error: OfficeError | null;
}

export interface Intake {
  /** Documents waiting to be registered, oldest first; they are on disk and outlive a crash. */
  readonly staged: readonly StagedDocument[];
  readonly isLoaded: boolean;
  readonly incoming: readonly IncomingFile[];
  readonly take: (files: readonly OfferedFile[]) => void;
  readonly discard: (staged: string) => void;
  /** Forgets a file that failed. */
  readonly dismiss: (id: number) => void;
}

let nextId = 0;

/** Takes files in one group after the other, in the order given; each failure stays beside its name. */
export function useIntake(): Intake {
  const office = useOffice();
  const list = useAsk('intake.list', undefined);
  const [incoming, setIncoming] = useState<readonly IncomingFile[]>([]);
  const { refetch } = list;

  const take = useCallback(
    (files: readonly OfferedFile[]) => {
      const groups = fileGroups(files).map((group) => {
        nextId += 1;
        return { id: nextId, name: group[0]?.name ?? '', group };
      });
      setIncoming((old) => [...old, ...groups.map(({ id, name }) => ({ id, name, error: null }))]);
      void (async () => {
        for (const { id, group } of groups) {
          const sources = await Promise.all(group.map(async (file) => file.source()));
          const answer = await office.call('intake.stage', { files: sources });
          await refetch();
          setIncoming((old) =>
            answer.ok
              ? old.filter((file) => file.id !== id)
              : old.map((file) => (file.id === id ? { ...file, error: answer.error } : file)),
          );
        }
      })();
    },
    [office, refetch],
  );
  const discard = useCallback(
    (staged: string) => {
      void office.call('intake.discard', { staged }).then(async () => refetch());
    },
    [office, refetch],
  );
  const dismiss = useCallback((id: number) => {
    setIncoming((old) => old.filter((file) => file.id !== id));
  }, []);
  const staged = (list.data ?? [])
    .filter((one) => one.purpose === 'letter')
    .toSorted((a, b) => a.stagedAt - b.stagedAt);
  return { staged, isLoaded: list.data !== undefined, incoming, take, discard, dismiss };
}
