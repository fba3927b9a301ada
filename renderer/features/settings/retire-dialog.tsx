import type { ReactNode } from 'react';

import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

import { deviceWords } from './device-words.ts';

/** The one question before a person gives up this PC: it cannot be taken back, and Cancel has the focus. */
export function RetireDialog(props: {
  readonly device: string;
  /** No other PC of this person is in use. */
  readonly isLast: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(deviceWords);
  const go = useGo();
  const sync = useAsk('sync.status', undefined);
  const { run, isBusy, error } = useAct('session.retire');
  const waiting = sync.data?.waiting ?? 0;
  const retire = async () => {
    const answer = await run(undefined);
    // The next person begins at home.
    if (answer?.ok === true) go.home();
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={props.onClose}
      title={t('retireTitle', { device: props.device })}
      footer={
        <>
          <Button autoFocus shortcut="Esc" onPress={props.onClose}>
            {t('cancel')}
          </Button>
          <Button variant="danger" isDisabled={isBusy} onPress={() => void retire()}>
            {t('retireAct')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-13 text-ink-2">
        <p>{t('retireText')}</p>
        {props.isLast ? <p className="font-medium text-danger">{t('retireLast')}</p> : null}
        <p className="text-12">
          {waiting === 0 ? null : `${t('retireWaiting', { count: waiting })} `}
          {t('retireSend')}
        </p>
        <ErrorNote error={error} />
      </div>
    </Dialog>
  );
}
