import type { ReactNode } from 'react';

import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { archiveWords } from './archive-words.ts';

/** Asks before this PC becomes a keeper of the archive, or stops being one: what it costs, what it no longer gives. */
export function KeepArchiveDialog(props: {
  readonly keeps: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(archiveWords);
  const { keeps, onClose } = props;
  const { run, isBusy, error } = useAct('sync.keep-archive');
  const act = async () => {
    const answer = await run({ keeps });
    if (answer?.ok !== true) return;
    showToast({ text: t(keeps ? 'kept' : 'stopped') });
    onClose();
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title={t(keeps ? 'keepTitle' : 'stopTitle')}
      footer={
        <>
          <Button autoFocus shortcut="Esc" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" isDisabled={isBusy} onPress={() => void act()}>
            {t(keeps ? 'keepAct' : 'stopAct')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-13 text-ink-2">{t(keeps ? 'keepText' : 'stopText')}</p>
        <ErrorNote error={error} />
      </div>
    </Dialog>
  );
}
