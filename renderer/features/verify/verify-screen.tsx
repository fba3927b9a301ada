import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import type { MethodOutput } from '#core/contract/methods.ts';
import type { OfficeError } from '#core/contract/result.ts';
import { DocumentPages } from '#renderer/features/pages/index.ts';
import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useOffice } from '#renderer/lib/office/office-context.tsx';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DropArea } from '#renderer/ui/drop-area.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { GarisKop } from '#renderer/ui/garis-kop.tsx';
import { usePdfControls } from '#renderer/ui/pdf/pdf-controls.ts';
import { usePdf } from '#renderer/ui/pdf/use-pdf.ts';
import { ScrollArea } from '#renderer/ui/scroll-area.tsx';

import { offerToVerify, useOfferedPdf } from './offered-pdf.ts';
import { useSaveReport } from './use-save-report.ts';
import { VerificationPanel } from './verification-panel.tsx';
import { verifyWords } from './words.ts';

type Verified = MethodOutput<'pdf.verify'>;

interface Checked {
  readonly file: File;
  readonly bytes: Uint8Array | undefined;
  readonly view: Verified | null;
  readonly error: OfficeError | null;
}

/** Reads the file and asks the engine, for each file anew. */
function useChecked(file: File | null): Checked | null {
  const office = useOffice();
  const [checked, setChecked] = useState<Checked | null>(null);
  useEffect(() => {
    if (file === null) return;
    let isWanted = true;
    setChecked({ file, bytes: undefined, view: null, error: null });
    void (async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (isWanted) setChecked({ file, bytes, view: null, error: null });
      const answer = await office.call('pdf.verify', { name: file.name, bytes });
      if (!isWanted) return;
      setChecked({
        file,
        bytes,
        view: answer.ok ? answer.value : null,
        error: answer.ok ? null : answer.error,
      });
    })();
    return () => {
      isWanted = false;
    };
  }, [file, office]);
  return checked;
}

/** Any PDF, from anywhere: whether it is intact, who signed it, and what is known of them. It is not kept. */
export function VerifyScreen(): ReactNode {
  const t = useWords(verifyWords);
  const format = useFormat();
  const offered = useOfferedPdf();
  const checked = useChecked(offered?.file ?? null);
  const chooser = useRef<HTMLInputElement>(null);
  const controls = usePdfControls();
  const pdf = usePdf(checked?.view?.verdict === 'unreadable' ? undefined : checked?.bytes);
  const save = useSaveReport(checked?.view ?? null);
  const choose = () => chooser.current?.click();
  const take = (files: readonly File[]) => {
    const [first] = files;
    if (first !== undefined) offerToVerify(first);
  };
  const view = checked?.view ?? null;
  useCommands([
    {
      id: 'verify.open',
      label: t('openOther'),
      keys: ['Ctrl+O'],
      group: 'letter',
      icon: 'folder',
      run: choose,
    },
    {
      id: 'verify.save',
      label: t('saveReport'),
      keys: ['Ctrl+S'],
      group: 'letter',
      icon: 'download',
      isEnabled: view !== null,
      run: save,
    },
  ]);

  return (
    <main className="flex h-full min-w-0 flex-1 flex-col bg-sheet">
      <header className="flex h-11 shrink-0 items-center gap-3 pr-3 pl-4">
        <h1 className="shrink-0 text-16 font-semibold text-ink">{t('title')}</h1>
        {checked === null ? null : (
          <>
            <span aria-hidden className="h-5 border-l border-line-strong" />
            <p className="min-w-0 flex-1 truncate text-12 text-ink-3">
              <span className="pr-2 text-13 font-medium text-ink">{checked.file.name}</span>
              {view === null
                ? format.bytes(checked.file.size)
                : t('fileFacts', {
                    size: format.bytes(view.size),
                    pages: view.pages,
                    count: view.signatures.length,
                  })}
            </p>
            <Button variant="secondary" size="dense" icon="folder" shortcut="Ctrl+O" onPress={choose}>
              {t('openOther')}
            </Button>
            <Button
              variant="secondary"
              size="dense"
              icon="download"
              shortcut="Ctrl+S"
              isDisabled={view === null}
              onPress={save}
            >
              {t('saveReport')}
            </Button>
          </>
        )}
      </header>
      <GarisKop />
      {checked === null ? (
        <div className="mx-auto flex min-h-0 w-full max-w-[560px] flex-1 flex-col justify-center gap-4 p-6">
          <div>
            <EmptyState
              icon="shieldCheck"
              title={t('emptyTitle')}
              action={
                <Button variant="primary" icon="folder" shortcut="Ctrl+O" autoFocus onPress={choose}>
                  {t('choose')}
                </Button>
              }
            >
              {t('emptyText')}
            </EmptyState>
          </div>
          <DropArea
            label={t('dropHere')}
            accepts={['application/pdf', '.pdf']}
            onFiles={take}
            className="h-28"
          />
        </div>
      ) : (
        <div className="flex min-h-0 flex-1">
          {view?.verdict === 'unreadable' ? (
            <div className="min-w-0 flex-1 bg-desk">
              <EmptyState icon="warning" title={t('notShown')} />
            </div>
          ) : (
            <DocumentPages state={pdf} controls={controls} />
          )}
          <ScrollArea
            className="w-[480px] shrink-0 border-l border-line bg-sheet"
            isFocusable
            label={t('findings')}
          >
            <div className="px-5 py-4">
              {checked.error === null ? null : <ErrorNote error={checked.error} />}
              {view === null ? (
                checked.error === null ? (
                  <p role="status" className="text-13 text-ink-2">
                    {t('checking')}
                  </p>
                ) : null
              ) : (
                <VerificationPanel view={view} />
              )}
            </div>
          </ScrollArea>
        </div>
      )}
      <input
        ref={chooser}
        type="file"
        accept="application/pdf,.pdf"
        className="hidden"
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </main>
  );
}
