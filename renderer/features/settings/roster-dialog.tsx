import type { ReactNode } from 'react';

import { REQUEST_NOTE_LIMIT } from '#core/office/roster-acts.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { PassphraseGate } from '#renderer/features/sign/index.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';

import { requestWords } from './request-words.ts';
import type { RosterChange } from './use-roster-change.ts';
import { settingsWords } from './words.ts';

/** A form of the roster: who writes it saves, another admin sends it as a request with the reason. */
export function RosterDialog(props: {
  readonly title: string;
  readonly change: Pick<RosterChange<never>, 'asks' | 'note' | 'setNote' | 'unlock' | 'isBusy' | 'error'>;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const t = useWords(settingsWords);
  const asking = useWords(requestWords);
  const { change } = props;
  const { unlock } = change;
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={props.title}
      onSubmit={props.onSave}
      footer={
        <>
          <Button shortcut="Esc" onPress={props.onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" shortcut="Ctrl+Enter" isDisabled={change.isBusy} onPress={props.onSave}>
            {change.asks ? asking('send') : t('save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {props.children}
        {change.asks ? (
          <>
            <TextArea
              label={asking('reason')}
              rows={2}
              value={change.note}
              onChange={change.setNote}
              maxLength={REQUEST_NOTE_LIMIT}
            />
            <p className="text-12 text-ink-2">{asking('sendText')}</p>
          </>
        ) : null}
        {unlock.isUnlocked ? null : (
          <PassphraseGate
            isUnlocked={false}
            passphrase={unlock.passphrase}
            error={unlock.error}
            isMissing={unlock.isMissing}
            onChange={unlock.setPassphrase}
          />
        )}
        <ErrorNote error={change.error} />
      </div>
    </Dialog>
  );
}
