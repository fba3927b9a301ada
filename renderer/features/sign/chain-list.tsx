import type { ReactNode } from 'react';

import type { LetterView, MarkView } from '#core/contract/views.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { IconName } from '#renderer/ui/icons/icon.tsx';

import { signWords } from './words.ts';

type Memo = NonNullable<LetterView['memo']>;

interface Line {
  readonly key: string;
  readonly icon: IconName;
  readonly name: string;
  readonly detail: string;
  readonly done: MarkView | null;
  readonly isCurrent: boolean;
}

/** The chain from draft to signature: who did what, when, and who is next. */
export function ChainList(props: {
  readonly memo: Memo;
  readonly isMine: boolean;
  /** The capacity in which I would act, when the current step is mine. */
  readonly actingTitle: string | null;
}): ReactNode {
  const t = useWords(signWords);
  const format = useFormat();
  const { memo } = props;
  const signatories = memo.chain.filter((step) => step.role === 'signature').length;
  let initials = 0;
  let signatures = 0;
  const steps: readonly Line[] = memo.chain.map((step): Line => {
    const isCurrent = step.current && step.done === null;
    const title = (isCurrent && props.isMine ? props.actingTitle : null) ?? step.title;
    const name = isCurrent && props.isMine ? t('you') : (step.done?.name ?? step.name);
    const shared = { key: `${step.role}${step.position}`, name, done: step.done, isCurrent };
    if (step.role === 'initials') {
      initials += 1;
      return {
        ...shared,
        icon: 'initials',
        detail: t('initialsStep', { order: initials, title }),
      };
    }
    signatures += 1;
    const detail =
      signatories > 1 ? t('signatureStepOf', { order: signatures, title }) : t('signatureStep', { title });
    return { ...shared, icon: 'pen', detail };
  });
  const draft: Line = {
    key: 'draft',
    icon: 'memo',
    name: memo.proposedBy.name,
    detail: t('drafted', { title: memo.proposedBy.title }),
    done: memo.proposedBy,
    isCurrent: false,
  };
  const done = memo.chain.filter((step) => step.done !== null);
  const onlyInitials = done.every((step) => step.role === 'initials');
  return (
    <section aria-labelledby="sign-chain">
      <div className="flex items-center justify-between pb-1.5">
        <h2 id="sign-chain" className="text-12 font-medium text-ink-2">
          {t('chain')}
        </h2>
        {done.length === 0 ? null : (
          <p className="flex items-center gap-1.5 text-12 font-medium text-success">
            <Icon name="shieldCheck" size={14} />
            {onlyInitials
              ? t('chainDone', { count: done.length })
              : t('chainDoneMixed', { count: done.length })}
          </p>
        )}
      </div>
      <ol>
        {[draft, ...steps].map((line, index, all) => (
          <li key={line.key} className="relative flex gap-2">
            {index === all.length - 1 ? null : (
              <span aria-hidden className="absolute top-7 bottom-[-6px] left-3 border-l border-line-strong" />
            )}
            <span
              className={`relative mt-1.5 flex size-6 shrink-0 items-center justify-center rounded-full ${lineLook(line)}`}
            >
              <Icon name={line.icon} size={14} />
            </span>
            <div className="min-w-0 flex-1">
              <p className="flex items-baseline justify-between gap-2 text-13">
                <span className="truncate font-semibold text-ink">{line.name}</span>
                <span className="shrink-0 text-12 text-ink-2">
                  {line.done === null
                    ? line.isCurrent
                      ? t('waiting')
                      : t('later')
                    : format.shortDateTime(line.done.time)}
                </span>
              </p>
              <p className="truncate text-12 text-ink-2" title={line.detail}>
                {line.detail}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function lineLook(line: Line): string {
  if (line.isCurrent) return 'bg-accent text-accent-on';
  if (line.done !== null) return 'border border-success-line bg-success-soft text-success';
  return 'border border-line-strong bg-page text-ink-3';
}
