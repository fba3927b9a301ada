import { useState } from 'react';
import type { ReactNode } from 'react';

import type { MethodOutput } from '#core/contract/methods.ts';
import { useDraft } from '#renderer/lib/office/use-draft.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';

import { CodePage } from './code-page.tsx';
import { InvitedPage } from './invited-page.tsx';
import { keptTexts } from './kept-text.ts';

export type CodeSays = MethodOutput<'office.read-code'>;

const emptyJoinDraft = { share: '', deviceName: '' };
const readDraft = keptTexts(emptyJoinDraft);

/** Two pages after the choice: the code, then the person whom it invites. The code is a secret and no draft. */
export function JoinOffice(props: { readonly onBack: () => void }): ReactNode {
  const { value, set, clear } = useDraft('first-run.join', emptyJoinDraft, readDraft);
  const draft = value ?? emptyJoinDraft;
  const [code, setCode] = useState('');
  const [says, setSays] = useState<CodeSays | null>(null);
  const read = useAct('office.read-code');
  const join = useAct('office.join');

  const check = async () => {
    const answer = await read.run({ share: draft.share, code: code.trim() });
    if (answer?.ok === true) setSays(answer.value);
  };
  const ask = async (passphrase: string) => {
    const answer = await join.run({
      share: draft.share,
      code: code.trim(),
      passphrase,
      deviceName: draft.deviceName,
    });
    if (answer?.ok === true) clear();
  };

  if (says === null) {
    return (
      <CodePage
        share={draft.share}
        code={code}
        error={read.error}
        isBusy={read.isBusy}
        onShare={(share) => {
          read.reset();
          set({ ...draft, share });
        }}
        onCode={(text) => {
          read.reset();
          setCode(text);
        }}
        onBack={props.onBack}
        onCheck={() => void check()}
      />
    );
  }
  return (
    <InvitedPage
      says={says}
      deviceName={draft.deviceName}
      error={join.error}
      isBusy={join.isBusy}
      onDeviceName={(deviceName) => set({ ...draft, deviceName })}
      onBack={() => {
        join.reset();
        setSays(null);
      }}
      onJoin={(passphrase) => void ask(passphrase)}
    />
  );
}
