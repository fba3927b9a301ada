import { type ReactNode, useState } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useOffice } from '#renderer/lib/office/office-context.tsx';
import { useBinding } from '#renderer/lib/office/passphrase.tsx';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useDraft } from '#renderer/lib/office/use-draft.ts';
import { useMe } from '#renderer/lib/session.ts';
import { useLanguage, useWords } from '#renderer/lib/words/use-words.ts';
import { errorSentences } from '#core/words/error-sentences.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { type DispositionDraft, disposeInput, emptyDraft, isBegun, readDraft } from './disposition-draft.ts';
import { dispositionWords } from './disposition-words.ts';
import { DueField } from './due-field.tsx';
import { InstructionBoxes } from './instruction-boxes.tsx';
import { RecipientBox } from './recipient-box.tsx';
import { useRecentRecipients } from './use-recent-recipients.ts';

export interface DispositionSheetProps {
  readonly letter: LetterView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

function draftKey(letter: LetterView): string {
  return `disposition ${letter.id} ${letter.myDisposition ?? ''}`;
}

/** The lembar disposisi: recipients first, then what is asked, a note and the due date; Ctrl+Enter sends. */
export function DispositionSheet(props: DispositionSheetProps): ReactNode {
  return props.isOpen ? <OpenSheet {...props} /> : null;
}

function OpenSheet({ letter, onClose, onSent }: DispositionSheetProps): ReactNode {
  const t = useWords(dispositionWords);
  const language = useLanguage();
  const format = useFormat();
  const office = useOffice();
  const binding = useBinding();
  const me = useMe();
  const status = useAsk('office.status', undefined);
  const draft = useDraft<DispositionDraft>(draftKey(letter), emptyDraft, readDraft);
  const { recent, remember } = useRecentRecipients();
  const dispose = useAct('letters.dispose');
  const [isMissing, setMissing] = useState(false);
  const value = draft.value ?? emptyDraft;
  const mine = new Set(me?.positions.map((p) => p.id) ?? []);

  function change(next: DispositionDraft): void {
    draft.set(next);
    if (next.recipients.length > 0) setMissing(false);
  }
  async function takeBack(disposition: string, sent: DispositionDraft): Promise<void> {
    const result = await binding('letters.recall', { letter: letter.id, disposition });
    if (result.ok) {
      await office.call('drafts.set', { key: draftKey(letter), value: sent });
      showToast({ text: t('undone') });
    } else {
      const { what, todo } = errorSentences(language, result.error);
      showToast({ text: `${what} ${todo}`, tone: 'danger', seconds: 10 });
    }
  }
  async function send(): Promise<void> {
    if (value.recipients.length === 0) {
      setMissing(true);
      return;
    }
    const result = await dispose.run(disposeInput(value, letter.id, letter.myDisposition));
    if (result?.ok !== true) return;
    draft.clear();
    remember(value.recipients.map((r) => r.position));
    const { disposition } = result.value;
    showToast({
      text: t('sent', { count: value.recipients.length }),
      undo: { label: t('undo'), run: () => void takeBack(disposition, value) },
    });
    onClose();
    onSent();
  }
  const submit = () => void send();
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('title')}
      subtitle={
        letter.agenda === null
          ? letter.subject
          : t('subtitle', { subject: letter.subject, agenda: format.agenda(letter.agenda) })
      }
      closeLabel={t('close')}
      onSubmit={submit}
      footer={
        <>
          <p className="min-w-0 flex-1 text-12 text-ink-2">
            {t('sentAs')} <strong className="font-semibold text-ink">{letter.acting?.title}</strong>.{' '}
            {!isBegun(value) ? '' : draft.isSaved ? t('draftSaved') : t('draftSaving')}
            <br />
            <span className="text-ink-3">{t('recallable')}</span>
          </p>
          <Button
            variant="primary"
            icon="disposition"
            shortcut="Ctrl+Enter"
            isDisabled={dispose.isBusy}
            onPress={submit}
          >
            {t('send')}
          </Button>
        </>
      }
    >
      <div className="flex min-h-full flex-col">
        <SheetLabel text={t('recipients')} aside={t('recipientCount', { count: value.recipients.length })} />
        <RecipientBox
          draft={value}
          onChange={change}
          positions={status.data?.positions ?? []}
          mine={mine}
          recent={recent}
          isMissing={isMissing}
        />
        {isMissing ? (
          <p role="alert" className="pt-1 text-12 text-danger">
            {t('needRecipient')}
          </p>
        ) : null}
        <div className="h-3" />
        <SheetLabel
          text={t('instructions')}
          aside={t('instructionCount', { count: value.instructions.length })}
        />
        <div className="rounded-control border border-line-strong bg-page py-1.5 pl-3">
          <InstructionBoxes
            chosen={value.instructions}
            onChange={(instructions) => {
              change({ ...value, instructions });
            }}
          />
        </div>
        <div className="grid max-h-60 grow grid-cols-[256px_1fr] gap-4 pt-3">
          <TextArea
            label={t('note')}
            value={value.note}
            maxLength={4000}
            onChange={(note) => {
              change({ ...value, note });
            }}
          />
          <DueField
            value={value.due}
            onChange={(due) => {
              change({ ...value, due });
            }}
          />
        </div>
        {dispose.error === null ? null : (
          <div className="pt-3">
            <ErrorNote error={dispose.error} />
          </div>
        )}
      </div>
    </Sheet>
  );
}

function SheetLabel({ text, aside }: { readonly text: string; readonly aside: string }): ReactNode {
  return (
    <div className="flex items-baseline justify-between pb-1.5 text-12">
      <span className="font-medium text-ink-2">{text}</span>
      <span className="text-ink-3">{aside}</span>
    </div>
  );
}
