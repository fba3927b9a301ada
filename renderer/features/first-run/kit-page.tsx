import { useRef } from 'react';
import type { DragEvent, ReactNode } from 'react';

import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { submitKeys } from '#renderer/ui/submit-keys.ts';
import { TextArea } from '#renderer/ui/text-area.tsx';

import { LetterFrame } from './letter-frame.tsx';
import { PathField } from './path-field.tsx';
import { firstRunWords } from './words.ts';

/** A kit has 2 KB; whoever picks a film by mistake does not wait. */
const KIT_LIMIT = 65_536;

/** The recovery kit as a file or typed from the paper, and where the office's folder is. */
export function KitPage(props: {
  readonly kit: string;
  readonly share: string;
  readonly hasShare: boolean;
  readonly showsFaults: boolean;
  readonly onKit: (text: string) => void;
  readonly onShare: (path: string) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}): ReactNode {
  const t = useWords(firstRunWords);
  const file = useRef<HTMLInputElement>(null);
  const { kit, share, showsFaults, onNext } = props;
  const chooseShare = async () => {
    const chosen = await shell.chooseFolder({ title: t('chooseShareTitle') });
    if (chosen !== null) props.onShare(chosen.path);
  };
  const takeFile = async (chosen: File | undefined) => {
    if (chosen !== undefined) props.onKit(await chosen.slice(0, KIT_LIMIT).text());
  };
  const onDrop = (event: DragEvent) => {
    const [dropped] = event.dataTransfer.files;
    if (dropped === undefined) return;
    event.preventDefault();
    void takeFile(dropped);
  };
  return (
    <LetterFrame
      question={t('recoverQuestion')}
      step={2}
      actions={
        <>
          <Button variant="quiet" icon="chevronLeft" onPress={props.onBack}>
            {t('back')}
          </Button>
          <Button variant="primary" shortcut="Ctrl+Enter" onPress={onNext}>
            {t('next')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-4" onKeyDownCapture={submitKeys(onNext)}>
        <p className="-mt-3 text-13 text-ink-2">{t('recoverDetail')}</p>
        <div onDrop={onDrop} onDragOver={(event) => event.preventDefault()}>
          <TextArea
            label={t('kitText')}
            value={kit}
            onChange={props.onKit}
            rows={4}
            autoFocus
            description={t('kitTextDetail')}
            error={showsFaults && kit.trim() === '' ? t('kitTextMissing') : undefined}
            maxLength={KIT_LIMIT}
          />
        </div>
        <div className="-mt-2">
          <Button variant="secondary" icon="attachment" onPress={() => file.current?.click()}>
            {t('kitFile')}
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
        {props.hasShare ? null : (
          <PathField
            label={t('share')}
            description={t('shareJoinDetail')}
            error={showsFaults && share === '' ? t('shareMissing') : undefined}
            icon="folder"
            path={share}
            chooseLabel={t('chooseFolder')}
            onChoose={() => void chooseShare()}
          />
        )}
      </div>
    </LetterFrame>
  );
}
