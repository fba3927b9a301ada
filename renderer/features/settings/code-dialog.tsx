import type { ReactNode } from 'react';

import { useFormat } from '#renderer/lib/format/use-format.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { settingsWords } from './words.ts';

/** What a code is for, in words: its dialog, and the file that it can be saved as. */
export interface CodeWords {
  readonly title: string;
  readonly text: string;
  readonly saveTitle: string;
  readonly fileName: string;
  readonly fileText: string;
}

/** The invitation's code, once: to copy, or to save as a file that the invited person can open. */
export function CodeDialog(props: {
  readonly code: string;
  readonly expires: number;
  readonly name: string;
  readonly title: string;
  readonly office: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const format = useFormat();
  const { code, expires, name, title, office, onClose } = props;
  const date = format.dayDateTime(expires);
  const words: CodeWords = {
    title: t('codeTitle', { name }),
    text: t('codeText', { title }),
    saveTitle: t('saveCodeTitle'),
    fileName: t('codeFileName', { name: namePart(name) }),
    fileText: t('codeFileText', { office, name, title, date, code }),
  };
  return <ShownCode code={code} expires={expires} words={words} onClose={onClose} />;
}

/** A person's name as a part of a file's name. */
export function namePart(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 60);
}

/** A code that is shown once: to copy, or to save as a file. */
export function ShownCode(props: {
  readonly code: string;
  readonly expires: number;
  readonly words: CodeWords;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const format = useFormat();
  const { code, words } = props;
  const date = format.dayDateTime(props.expires);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    showToast({ text: t('copied') });
  };
  const save = async () => {
    const saved = await shell.saveFile({
      title: words.saveTitle,
      name: words.fileName,
      bytes: new TextEncoder().encode(words.fileText.replaceAll('\n', '\r\n')),
    });
    if (saved !== null) showToast({ text: t('codeSaved') });
  };
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.title}
      footer={
        <>
          <Button variant="secondary" icon="download" onPress={() => void save()}>
            {t('saveCode')}
          </Button>
          <Button variant="secondary" icon="copy" onPress={() => void copy()}>
            {t('copyCode')}
          </Button>
          <Button variant="primary" autoFocus onPress={props.onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <p className="pb-3 text-13 text-ink-2">{words.text}</p>
      <p className="selectable rounded-control border border-control bg-page p-3 text-center font-mono text-14 leading-6 tracking-wide break-words text-ink">
        {code}
      </p>
      <p className="pt-2 text-12 text-ink-3">{t('codeUntil', { date })}</p>
    </Dialog>
  );
}
