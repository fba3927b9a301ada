import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';

import type { LetterRow, LetterView } from '#core/contract/views.ts';
import type { BlobRef } from '#core/office/letter-acts.ts';
import {
  DestroyDialog,
  DestructionPanel,
  ProposeDestructionDialog,
} from '#renderer/features/destruction/index.ts';
import { DispositionSheet, PartDialogs } from '#renderer/features/disposition/index.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { SameNumberPanel } from '#renderer/features/same-number/index.ts';
import { KeyBanner, SealedPane, ShareKeyDialog } from '#renderer/features/secret/index.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useHasFocus } from '#renderer/lib/use-has-focus.ts';
import { useNarrowerThan, widths } from '#renderer/lib/use-media.ts';
import { useLetterNames } from '#renderer/lib/words/use-letter-names.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { AskOnce } from '#renderer/ui/ask-once.tsx';

import { ActionBar } from './action-bar.tsx';
import { ChainStrip } from './chain-strip.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { DocumentPane } from './document-pane.tsx';
import { LetterHeader, type LetterPosition } from './letter-header.tsx';
import { letterWords } from './letter-words.ts';
import { SettleDialog } from './settle-dialog.tsx';
import { Trail } from './trail.tsx';
import { useLetterActs } from './use-letter-acts.tsx';
import { useReadMark } from './use-read-mark.ts';

export interface LetterScreenProps {
  readonly letter: string;
  /** The row that led here: its facts are shown before the letter itself comes. */
  readonly row?: LetterRow;
  readonly position: LetterPosition | null;
  /** Takes the focus when the person goes into the letter. */
  readonly paneRef?: Ref<HTMLElement>;
  /** Where list and letter share one pane: the way back to the list. */
  readonly onBack?: (() => void) | undefined;
  /** An act settled the task: the list moves on. */
  readonly onSettled?: () => void;
}

function taskOf(letter: LetterView | undefined): LetterRow['task'] {
  if (letter === undefined) return null;
  const { actions } = letter;
  if (actions.includes('settle')) return 'settle';
  if (actions.includes('sign')) return 'sign';
  if (actions.includes('approve')) return 'initials';
  if (actions.includes('revise')) return 'revise';
  if (letter.myDisposition !== null) return 'followUp';
  return actions.includes('dispose') ? 'dispose' : null;
}

/** A letter: header, document, trail, and what may be done with it. */
export function LetterScreen(props: LetterScreenProps): ReactNode {
  const { letter: id, row, position, paneRef, onSettled, onBack } = props;
  const t = useWords(letterWords);
  const namesOf = useLetterNames();
  const { data: letter, error } = useAsk('letters.show', { letter: id });
  const [opened, setOpened] = useState<BlobRef | null>(null);
  const isTrailFolded = useNarrowerThan(widths.foldedTrail);
  const [isTrailOpen, setTrailOpen] = useState(false);
  const hasTrail = !isTrailFolded || isTrailOpen;
  const acts = useLetterActs(letter, () => onSettled?.());
  const place = useRef<HTMLElement | null>(null);
  const hasFocus = useHasFocus(place);
  // Who sees the envelope alone has not read the letter.
  useReadMark(id, row?.unread === true && letter?.sealed === false);
  useEffect(() => {
    setOpened(null);
  }, [id]);

  // Where the letter begins: the sheet dims only what lies right of it.
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty(
        '--letter-left',
        `${element.getBoundingClientRect().left}px`,
      );
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  const conflict = letter?.conflicts.find((c) => c.maySettle);
  const isDestroyed =
    letter?.destructions.some((d) => d.destroyed !== null && d.documents.includes(letter.document.sha256)) ??
    false;
  const heading = letter ?? row;
  const task = row === undefined ? taskOf(letter) : row.task;
  return (
    <section
      ref={(element) => {
        place.current = element;
        if (typeof paneRef === 'function') paneRef(element);
        else if (paneRef !== undefined && paneRef !== null) paneRef.current = element;
      }}
      tabIndex={-1}
      aria-label={heading === undefined ? t('letter') : namesOf(heading).subject}
      className="flex min-w-0 flex-1 flex-col bg-sheet -outline-offset-2"
    >
      {heading === undefined ? (
        <div className="p-5">
          <ErrorNote error={error?.officeError ?? null} />
        </div>
      ) : (
        <>
          <LetterHeader heading={heading} letter={letter} task={task} position={position} />
          {error === null && acts.error === null ? null : (
            <div className="border-b border-line px-5 py-2">
              <ErrorNote error={acts.error ?? error?.officeError ?? null} />
            </div>
          )}
          {letter === undefined ? null : (
            <>
              <ConflictPanel letter={letter} onOpen={setOpened} />
              <SameNumberPanel letter={letter} />
              <KeyBanner
                letter={letter}
                onShare={() => {
                  acts.act('shareKey');
                }}
              />
              <DestructionPanel
                letter={letter}
                onDestroy={() => {
                  acts.act('destroy');
                }}
              />
            </>
          )}
          {letter?.memo === undefined || letter.memo === null || letter.memo.stage === 'issued' ? null : (
            <ChainStrip memo={letter.memo} />
          )}
          <div className="flex min-h-0 flex-1">
            {isTrailFolded && isTrailOpen ? null : letter?.sealed === true ? (
              <SealedPane letter={letter} />
            ) : (
              <DocumentPane letter={letter} opened={opened} onOpen={setOpened} />
            )}
            {!hasTrail ? null : letter === undefined ? (
              <div className="w-68 shrink-0 border-l border-line min-[1600px]:w-85" aria-busy="true">
                <div className="h-8 border-b border-line" />
              </div>
            ) : (
              <Trail letter={letter} task={task} onOpen={setOpened} />
            )}
          </div>
          <ActionBar
            actions={letter?.actions ?? []}
            hasFocus={hasFocus}
            trail={
              isTrailFolded
                ? {
                    isOpen: isTrailOpen,
                    toggle: () => {
                      setTrailOpen(!isTrailOpen);
                    },
                  }
                : null
            }
            onBack={onBack}
            onAct={acts.act}
            hasDocument={letter?.sealed !== true && !isDestroyed}
            onPrint={acts.print}
            onSave={acts.save}
          />
        </>
      )}
      {letter === undefined ? null : (
        <>
          <DispositionSheet
            key={`${letter.id} ${letter.myDisposition ?? ''}`}
            letter={letter}
            isOpen={acts.open === 'dispose'}
            onClose={acts.close}
            onSent={() => onSettled?.()}
          />
          <PartDialogs
            letter={letter}
            open={acts.open}
            onClose={acts.close}
            onSettled={() => onSettled?.()}
          />
          {acts.open !== 'settle' || conflict === undefined ? null : (
            <SettleDialog
              letter={letter}
              conflict={conflict}
              onClose={acts.close}
              onSettled={() => onSettled?.()}
            />
          )}
          {acts.open === 'proposeDestruction' ? (
            <ProposeDestructionDialog letter={letter} onClose={acts.close} />
          ) : null}
          {acts.open === 'destroy' ? (
            <DestroyDialog letter={letter} onClose={acts.close} onSettled={() => onSettled?.()} />
          ) : null}
          {acts.open === 'shareKey' ? <ShareKeyDialog letter={letter} onClose={acts.close} /> : null}
          <AskOnce
            isOpen={acts.open === 'withdraw'}
            title={t('withdrawTitle')}
            consequence={t('withdrawText')}
            cancelLabel={t('cancel')}
            actLabel={t('withdraw')}
            onAct={acts.withdraw}
            onClose={acts.close}
            isDanger
          />
        </>
      )}
    </section>
  );
}
