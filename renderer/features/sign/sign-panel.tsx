import type { ReactNode } from 'react';

import type { SessionView } from '#core/contract/answers.ts';
import type { LetterView } from '#core/contract/views.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { ScrollArea } from '#renderer/ui/scroll-area.tsx';
import { submitKeys } from '#renderer/ui/submit-keys.ts';

import { settledCount } from './batch.ts';
import { BytesFacts } from './bytes-facts.tsx';
import { ChainList } from './chain-list.tsx';
import { CertificateBox, Identity } from './identity.tsx';
import { PassphraseGate } from './passphrase-gate.tsx';
import type { Batch } from './use-batch.ts';
import type { Unlock } from './use-unlock.ts';
import { signWords } from './words.ts';

/** Identity, certificate, chain, bytes, consequence, passphrase: in the order in which they are read. */
export function SignPanel(props: {
  readonly me: NonNullable<SessionView['me']>;
  readonly letter: LetterView;
  readonly act: 'initials' | 'sign';
  readonly isMine: boolean;
  readonly selectedCount: number;
  readonly unlock: Unlock;
  readonly batch: Batch;
  readonly onAct: () => void;
  readonly onCancel: () => void;
  readonly onReturn: () => void;
}): ReactNode {
  const t = useWords(signWords);
  const { me, letter, act, unlock, batch, selectedCount } = props;
  const isSign = act === 'sign';
  const isBlocked = !props.isMine || !letter.documentHere || (isSign && me.certificate === null);
  const consequence = useConsequence(act, selectedCount);
  const actLabel = useActLabel(act, selectedCount);
  const [single] = batch.items;
  const failure = batch.items.length === 1 && !batch.isRunning ? (single?.error ?? null) : null;
  return (
    <aside
      aria-label={isSign ? t('panel') : t('panelInitials')}
      className="flex w-[344px] shrink-0 flex-col border-l border-line bg-sheet"
      onKeyDownCapture={submitKeys(props.onAct)}
    >
      <ScrollArea className="flex-1" isFocusable label={t('reading')}>
        <div className="flex flex-col gap-3 px-4 py-3">
          <Identity me={me} letter={letter} />
          {isSign ? <CertificateBox certificate={me.certificate} /> : null}
          {letter.memo === null ? null : (
            <ChainList memo={letter.memo} isMine={props.isMine} actingTitle={letter.acting?.title ?? null} />
          )}
          <hr className="border-line" />
          <BytesFacts letter={letter} act={act} />
        </div>
      </ScrollArea>
      <div className="flex shrink-0 flex-col gap-2.5 border-t border-line px-4 py-3">
        {batch.isRunning ? (
          <Working act={act} batch={batch} />
        ) : (
          <>
            <PassphraseGate
              isUnlocked={unlock.isUnlocked}
              passphrase={unlock.passphrase}
              error={unlock.error}
              isMissing={unlock.isMissing}
              autoFocus={!isBlocked}
              onChange={unlock.setPassphrase}
              onKeyDown={(event) => {
                if (event.key === 'Escape') props.onCancel();
              }}
            />
            <p className="text-12 text-ink-2">{consequence}</p>
            <ErrorNote error={failure} />
            <Button
              variant="primary"
              size="large"
              icon={isSign ? 'pen' : 'initials'}
              shortcut="Ctrl+Enter"
              isDisabled={isBlocked || selectedCount === 0 || unlock.isBusy}
              onPress={props.onAct}
              className="w-full"
            >
              {actLabel}
            </Button>
          </>
        )}
        <div className="grid grid-cols-2 gap-2">
          <Button
            variant="secondary"
            size="dense"
            shortcut="Esc"
            isDisabled={batch.isRunning}
            onPress={props.onCancel}
          >
            {t('cancel')}
          </Button>
          <Button
            variant="secondary"
            size="dense"
            icon="undo"
            shortcut="k"
            isDisabled={batch.isRunning || !props.isMine}
            onPress={props.onReturn}
          >
            {t('returnIt')}
          </Button>
        </div>
      </div>
    </aside>
  );
}

function useConsequence(act: 'initials' | 'sign', count: number): string {
  const t = useWords(signWords);
  if (act === 'sign') return count > 1 ? t('consequenceMany', { count }) : t('consequenceOne');
  return count > 1 ? t('consequenceInitialsMany', { count }) : t('consequenceInitialsOne');
}

function useActLabel(act: 'initials' | 'sign', count: number): string {
  const t = useWords(signWords);
  if (count === 0) return t('noneSelected');
  if (act === 'sign') return count > 1 ? t('signMany', { count }) : t('signOne');
  return count > 1 ? t('initialMany', { count }) : t('initialOne');
}

function Working(props: { readonly act: 'initials' | 'sign'; readonly batch: Batch }): ReactNode {
  const t = useWords(signWords);
  const { items, isStopping, stop } = props.batch;
  const done = settledCount(items);
  const values = { done, all: items.length };
  const text = props.act === 'sign' ? t('working', values) : t('workingInitials', values);
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-13 font-medium text-ink">
        {isStopping ? t('stopping') : text}
      </p>
      <ProgressBar label={text} share={done / items.length} text={text} className="w-full" />
      <Button variant="secondary" isDisabled={isStopping} onPress={stop}>
        {t('stop')}
      </Button>
    </div>
  );
}
