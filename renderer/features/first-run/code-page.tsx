import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';

import type { OfficeError } from '#core/contract/result.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { submitKeys } from '#renderer/ui/submit-keys.ts';
import { TextArea } from '#renderer/ui/text-area.tsx';

import { codeInMessage, MESSAGE_LIMIT } from './code-in-message.ts';
import { LetterFrame } from './letter-frame.tsx';
import { PathField } from './path-field.tsx';
import { firstRunWords } from './words.ts';

/** The shared folder and the code, pasted or taken from a file. */
export function CodePage(props: {
  readonly share: string;
  readonly code: string;
  readonly error: OfficeError | null;
  readonly isBusy: boolean;
  readonly onShare: (path: string) => void;
  readonly onCode: (code: string) => void;
  readonly onBack: () => void;
  readonly onCheck: () => void;
}): ReactNode {
  const t = useWords(firstRunWords);
  const file = useRef<HTMLInputElement>(null);
  const [showsFaults, setShowsFaults] = useState(false);
  const { share, code, isBusy, error } = props;
  const check = () => {
    const isReady = share !== '' && code.trim() !== '';
    setShowsFaults(!isReady);
    if (isReady && !isBusy) props.onCheck();
  };
  const chooseShare = async () => {
    const chosen = await shell.chooseFolder({ title: t('chooseShareTitle') });
    if (chosen !== null) props.onShare(chosen.path);
  };
  const takeFile = async (chosen: File | undefined) => {
    if (chosen !== undefined) props.onCode(codeInMessage(await chosen.slice(0, MESSAGE_LIMIT).text()));
  };
  const onDrop = (event: DragEvent) => {
    const [dropped] = event.dataTransfer.files;
    if (dropped === undefined) return;
    event.preventDefault();
    void takeFile(dropped);
  };
  return (
    <LetterFrame
      question={t('codeQuestion')}
      step={2}
      notice={error === null ? null : <ErrorNote error={error} />}
      actions={
        <>
          <Button variant="quiet" icon="chevronLeft" isDisabled={isBusy} onPress={props.onBack}>
            {t('back')}
          </Button>
          <Button variant="primary" shortcut="Ctrl+Enter" isDisabled={isBusy} onPress={check}>
            {isBusy ? t('readingCode') : t('readCode')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-4" onKeyDownCapture={submitKeys(check)}>
        <PathField
          label={t('share')}
          description={t('shareJoinDetail')}
          error={showsFaults && share === '' ? t('shareMissing') : undefined}
          icon="folder"
          path={share}
          chooseLabel={t('chooseFolder')}
          onChoose={() => void chooseShare()}
        />
        <div onDrop={onDrop} onDragOver={(event) => event.preventDefault()}>
          <TextArea
            label={t('code')}
            value={code}
            onChange={(text) => props.onCode(codeInMessage(text))}
            rows={4}
            description={t('codeDetail')}
            error={showsFaults && code.trim() === '' ? t('codeMissing') : undefined}
            maxLength={MESSAGE_LIMIT}
          />
        </div>
        <div>
          <Button variant="secondary" icon="attachment" onPress={() => file.current?.click()}>
            {t('codeFile')}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".txt,text/plain"
            className="hidden"
            onChange={(event) => {
              void takeFile(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
      </div>
    </LetterFrame>
  );
}
