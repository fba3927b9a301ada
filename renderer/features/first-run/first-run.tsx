import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';

import type { SessionView } from '#core/contract/answers.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';

import { ChoiceList } from './choice-list.tsx';
import type { FirstChoice } from './choice-list.tsx';
import { CreateOffice } from './create-office.tsx';
import { FirstRunBar } from './first-run-bar.tsx';
import { JoinOffice } from './join-office.tsx';
import { LetterFrame } from './letter-frame.tsx';
import { RecoverOffice } from './recover-office.tsx';
import { WaitingPage } from './waiting-page.tsx';
import { firstRunWords } from './words.ts';

/** Everything below the title bar while this PC has no office yet, or waits to be admitted to one. */
export function FirstRun(props: { readonly session: SessionView; readonly onHelp: () => void }): ReactNode {
  const t = useWords(firstRunWords);
  // An office without anybody of it is what a recovery that broke off leaves: it goes on there.
  const isBroken = props.session.state === 'none' && props.session.office !== null;
  const [choice, setChoice] = useState<FirstChoice | 'recover' | null>(isBroken ? 'recover' : null);
  const choose = useCallback((chosen: FirstChoice) => {
    setChoice(chosen);
    if (chosen === 'sample') void shell.openDemo();
  }, []);
  const { pending, state } = props.session;
  const isWaiting = state === 'pending' && pending !== null;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {isWaiting ? (
        <WaitingPage pending={pending} />
      ) : choice === 'create' ? (
        <CreateOffice onBack={() => setChoice(null)} />
      ) : choice === 'join' ? (
        <JoinOffice onBack={() => setChoice(null)} />
      ) : choice === 'recover' ? (
        <RecoverOffice hasShare={isBroken} onBack={() => setChoice(null)} />
      ) : (
        <LetterFrame question={t('question')} step={1}>
          <ChoiceList isBusy={choice === 'sample'} onChoose={choose} />
          {choice === 'sample' ? (
            <p role="status" className="text-13 text-ink-2">
              {t('sampleOpening')}
            </p>
          ) : null}
        </LetterFrame>
      )}
      <FirstRunBar
        onHelp={props.onHelp}
        onRecover={isWaiting || choice !== null ? null : () => setChoice('recover')}
      />
    </div>
  );
}
