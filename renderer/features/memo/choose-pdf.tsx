import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeError } from '#core/contract/result.ts';
import { offeredFile } from '#renderer/features/register/index.ts';
import type { OfferedFile } from '#renderer/features/register/index.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useOffice } from '#renderer/lib/office/office-context.tsx';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DropArea } from '#renderer/ui/drop-area.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { GarisKop } from '#renderer/ui/garis-kop.tsx';

import { takeOfferedMemo } from './offered-memo.ts';
import { memoWords } from './words.ts';

const accepted = ['application/pdf', '.pdf'] as const;

/** The first step: a PDF. It is checked and kept by the engine before anything is asked about it. */
export function ChoosePdf(props: {
  readonly title: string;
  readonly text: string;
  readonly heading?: ReactNode;
  readonly onStaged: (staged: string) => void;
}): ReactNode {
  const t = useWords(memoWords);
  const office = useOffice();
  const file = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<OfficeError | null>(null);
  const { onStaged } = props;
  const take = useCallback(
    async (offered: OfferedFile | null) => {
      if (offered === null) return;
      setBusy(true);
      setError(null);
      const answer = await office.call('intake.stage', {
        files: [await offered.source()],
        purpose: 'memo',
      });
      setBusy(false);
      if (answer.ok) onStaged(answer.value.id);
      else setError(answer.error);
    },
    [office, onStaged],
  );
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) return;
    isFirst.current = false;
    void take(takeOfferedMemo());
  }, [take]);
  const takeFirst = (files: readonly File[]) => {
    const [first] = files;
    void take(first === undefined ? null : offeredFile(first));
  };
  return (
    <main className="flex h-full min-w-0 flex-1 flex-col bg-sheet">
      <header className="flex h-11 shrink-0 items-center px-4">
        <h1 className="text-16 font-semibold text-ink">{props.title}</h1>
      </header>
      <GarisKop />
      <div className="mx-auto flex min-h-0 w-full max-w-[560px] flex-1 flex-col justify-center gap-4 p-6">
        {props.heading}
        <div>
          <EmptyState
            icon="memo"
            title={t('emptyTitle')}
            action={
              <Button
                variant="primary"
                icon="plus"
                autoFocus
                isDisabled={isBusy}
                onPress={() => file.current?.click()}
              >
                {isBusy ? t('checking') : t('choose')}
              </Button>
            }
          >
            {props.text}
          </EmptyState>
        </div>
        <DropArea label={t('dropHere')} accepts={accepted} onFiles={takeFirst} className="h-28" />
        <ErrorNote error={error} />
      </div>
      <input
        ref={file}
        type="file"
        accept={accepted.join(',')}
        className="hidden"
        onChange={(event) => {
          takeFirst([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </main>
  );
}
