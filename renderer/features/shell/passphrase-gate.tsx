import { type ReactNode, useCallback, useRef, useState } from 'react';

import { ErrorNote } from '#renderer/features/errors/index.ts';
import { SamplePassphrase } from '#renderer/features/sample/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import {
  type AskPassphrase,
  PassphraseContext,
  type PassphrasePurpose,
} from '#renderer/lib/office/passphrase.tsx';
import { useMe } from '#renderer/lib/session.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx';

import { shellWords } from './shell-words.ts';

/** Asks for the passphrase when an act binds and the idle lock has closed the key, then lets the act go on. */
export function PassphraseGate({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useWords(shellWords);
  const me = useMe();
  const unlock = useAct('session.unlock');
  const [isOpen, setOpen] = useState(false);
  const [purpose, setPurpose] = useState<PassphrasePurpose>('bind');
  const [passphrase, setPassphrase] = useState('');
  const answer = useRef<((isUnlocked: boolean) => void) | null>(null);

  const ask: AskPassphrase = useCallback(
    async (wanted = 'bind') =>
      new Promise<boolean>((resolve) => {
        answer.current = resolve;
        setPurpose(wanted);
        setOpen(true);
      }),
    [],
  );
  const { reset } = unlock;
  const finish = useCallback(
    (isUnlocked: boolean) => {
      setOpen(false);
      setPassphrase('');
      reset();
      answer.current?.(isUnlocked);
      answer.current = null;
    },
    [reset],
  );
  async function open(): Promise<void> {
    const result = await unlock.run({ user: me?.user ?? '', passphrase });
    if (result?.ok === true) finish(true);
  }

  return (
    <PassphraseContext value={ask}>
      {children}
      <Dialog
        isOpen={isOpen}
        onClose={() => {
          finish(false);
        }}
        title={t(purpose === 'read' ? 'readingTitle' : 'bindingTitle')}
        width={400}
        footer={
          <>
            <Button
              shortcut="Esc"
              onPress={() => {
                finish(false);
              }}
            >
              {t('cancel')}
            </Button>
            <Button variant="primary" shortcut="Enter" isDisabled={unlock.isBusy} onPress={() => void open()}>
              {t('goOn')}
            </Button>
          </>
        }
      >
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          <p className="text-13 text-ink-2">{t(purpose === 'read' ? 'readingText' : 'bindingText')}</p>
          <PassphraseField
            label={t('passphrase')}
            aside={t('passphraseAside')}
            showLabel={t('showPassphrase')}
            hideLabel={t('hidePassphrase')}
            value={passphrase}
            onChange={setPassphrase}
            autoFocus
          />
          <SamplePassphrase onFill={setPassphrase} />
          <ErrorNote error={unlock.error} />
        </form>
      </Dialog>
    </PassphraseContext>
  );
}
