import { useCallback, useState } from 'react';

import type { LetterAction, LetterView } from '#core/contract/views.ts';
import type { OfficeError, Result } from '#core/contract/result.ts';
import { isSecret } from '#core/office/enums.ts';
import { useOffice } from '#renderer/lib/office/office-context.tsx';
import { useBinding } from '#renderer/lib/office/passphrase.tsx';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { showToast } from '#renderer/ui/toast.tsx';

import { letterWords } from './letter-words.ts';

/** Acts that open a surface of their own. */
export type OpenSurface =
  | 'dispose'
  | 'followUp'
  | 'finish'
  | 'return'
  | 'returnMemo'
  | 'forward'
  | 'withdraw'
  | 'correct'
  | 'settle'
  | 'shareKey'
  | 'proposeDestruction'
  | 'destroy';

export interface LetterActs {
  readonly open: OpenSurface | null;
  readonly close: () => void;
  readonly act: (action: LetterAction) => void;
  /** A failure of an act that has no surface of its own. */
  readonly error: OfficeError | null;
  readonly print: () => void;
  readonly save: () => void;
  readonly withdraw: () => void;
}

/** What the keys and buttons of a letter do: at once, on another screen, or on a surface over the letter. */
export function useLetterActs(letter: LetterView | undefined, onSettled: () => void): LetterActs {
  const t = useWords(letterWords);
  const words = useOfficeWords();
  const office = useOffice();
  const binding = useBinding();
  const go = useGo();
  const [open, setOpen] = useState<OpenSurface | null>(null);
  const [error, setError] = useState<OfficeError | null>(null);
  const close = useCallback(() => {
    setOpen(null);
  }, []);

  if (letter === undefined) {
    const nothing = () => undefined;
    return { open: null, close, act: nothing, error: null, print: nothing, save: nothing, withdraw: nothing };
  }
  const { id, document, kind, securityClass } = letter;
  // The print queue, its log and its screen show the name to others.
  const printName = isSecret(securityClass) ? words.sealedSubject[kind][securityClass] : document.name;

  function settle(result: Result<unknown>, text: string): void {
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    showToast({ text });
    onSettled();
  }
  async function recall(): Promise<void> {
    const mine = letter?.dispositions
      .filter((d) => d.recalled === null && d.recipients.every((r) => r.read === null))
      .at(-1);
    if (mine !== undefined)
      settle(await binding('letters.recall', { letter: id, disposition: mine.id }), t('recalled'));
  }
  async function bytes(): Promise<Uint8Array | null> {
    const result = await office.call('letters.document', { letter: id, sha256: document.sha256 });
    setError(result.ok ? null : result.error);
    return result.ok ? result.value : null;
  }
  async function attach(): Promise<void> {
    const paths = await shell.openFiles({ title: t('attach'), kind: 'letter', multiple: false });
    const [path] = paths;
    if (path === undefined) return;
    const staged = await office.call('intake.stage', { files: [{ path }], purpose: 'attachment' });
    settle(
      staged.ok ? await office.call('letters.attach', { letter: id, staged: staged.value.id }) : staged,
      t('attached'),
    );
  }
  function act(action: LetterAction): void {
    setError(null);
    switch (action) {
      case 'acknowledge':
        void office
          .call('letters.acknowledge', { letter: id, disposition: letter?.myDisposition ?? null })
          .then((result) => {
            settle(result, t('acknowledged'));
          });
        break;
      case 'noDisposition':
        void office.call('letters.no-disposition', { letter: id, note: '' }).then((result) => {
          settle(result, t('noDispositionDone'));
        });
        break;
      case 'recall':
        void recall();
        break;
      case 'attach':
        void attach();
        break;
      case 'approve':
        go.sign(id, 'initials');
        break;
      case 'sign':
        go.sign(id, 'sign');
        break;
      case 'revise':
        go.reviseMemo(id);
        break;
      default:
        setOpen(action);
    }
  }
  return {
    open,
    close,
    act,
    error,
    print: () => {
      void bytes().then((content) =>
        content === null ? null : shell.printDocument({ name: printName, bytes: content }),
      );
    },
    save: () => {
      void bytes().then((content) =>
        content === null ? null : shell.saveFile({ title: t('save'), name: document.name, bytes: content }),
      );
    },
    withdraw: () => {
      close();
      void binding('memos.withdraw', { letter: id, note: '' }).then((result) => {
        settle(result, t('withdrawn'));
      });
    },
  };
}
