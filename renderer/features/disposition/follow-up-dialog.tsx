import { type ReactNode, useState } from 'react';

import type { StagedDocument } from '#core/contract/answers.ts';
import type { LetterView } from '#core/contract/views.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useDraft } from '#renderer/lib/office/use-draft.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { DialogButtons } from '#renderer/ui/dialog-buttons.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DropArea } from '#renderer/ui/drop-area.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { dispositionWords } from './disposition-words.ts';

export interface FollowUpDialogProps {
  readonly letter: LetterView;
  readonly disposition: string;
  readonly onClose: () => void;
  readonly onSettled: () => void;
}

const accepted = ['application/pdf', 'image/jpeg', 'image/png'];

/** A file as the engine takes it: by its path when it is on disk, else its bytes. */
async function sourceOf(
  file: File,
): Promise<{ path: string } | { name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const path = shell.pathOf(file);
  return path === '' ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : { path };
}

/** Tindak lanjut: what was done, with documents. */
export function FollowUpDialog({ letter, disposition, onClose, onSettled }: FollowUpDialogProps): ReactNode {
  const t = useWords(dispositionWords);
  const draft = useDraft<string>(`follow-up ${letter.id} ${disposition}`, '', (kept) =>
    typeof kept === 'string' ? kept : null,
  );
  const report = useAct('letters.follow-up');
  const stage = useAct('intake.stage');
  const [attached, setAttached] = useState<readonly StagedDocument[]>([]);
  const [isMissing, setMissing] = useState(false);
  const note = draft.value ?? '';

  async function attach(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const staged = await stage.run({ files: [await sourceOf(file)], purpose: 'attachment' });
      if (staged?.ok !== true) return;
      const { value } = staged;
      setAttached((known) => (known.some((d) => d.id === value.id) ? known : [...known, value]));
    }
  }
  async function send(): Promise<void> {
    if (note.trim() === '') {
      setMissing(true);
      return;
    }
    const result = await report.run({
      letter: letter.id,
      disposition,
      note: note.trim(),
      attachments: attached.map((d) => d.id),
    });
    if (result?.ok !== true) return;
    draft.clear();
    showToast({ text: t('followUpDone') });
    onClose();
    onSettled();
  }
  const submit = () => void send();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('followUpTitle')}
      onSubmit={submit}
      footer={
        <DialogButtons
          cancelLabel={t('cancel')}
          onCancel={onClose}
          submitLabel={t('followUpSend')}
          submitIcon="reply"
          isSubmitDisabled={report.isBusy || stage.isBusy}
          onSubmit={submit}
        />
      }
    >
      <p className="selectable pb-3 text-13 text-ink-2">{letter.subject}</p>
      <TextArea
        label={t('followUpNote')}
        value={note}
        onChange={(text) => {
          draft.set(text);
          setMissing(false);
        }}
        error={isMissing ? t('followUpNeed') : undefined}
        maxLength={4000}
        autoFocus
      />
      <ul className="flex flex-col pt-2">
        {attached.map((document) => (
          <li key={document.id} className="flex items-center gap-2 text-13 text-ink">
            <Icon name="attachment" className="text-ink-2" />
            <span className="min-w-0 flex-1 truncate">{document.name}</span>
            <IconButton
              icon="close"
              iconSize={14}
              label={t('detach', { name: document.name })}
              onPress={() => {
                setAttached(attached.filter((d) => d.id !== document.id));
              }}
            />
          </li>
        ))}
      </ul>
      <DropArea
        label={t('attachDrop')}
        accepts={accepted}
        className="mt-2 h-18"
        onFiles={(files) => void attach(files)}
      />
      {report.error === null && stage.error === null ? null : (
        <div className="pt-3">
          <ErrorNote error={report.error ?? stage.error} />
        </div>
      )}
    </Dialog>
  );
}
