import type { ReactNode } from 'react';

import type { PositionView } from '#core/contract/views.ts';
import { defaultPlacement } from '#renderer/features/sign/index.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { PageSize } from '#renderer/ui/pdf/open-pdf.ts';

import { MAX_INITIALS, MAX_SIGNATURES, added, placed, removed, shifted } from './chain.ts';
import type { ChainFault, DraftStep } from './chain.ts';
import { AddPosition } from './position-picker.tsx';
import { memoWords } from './words.ts';

const faultWords = {
  'no-signatory': 'noSignatory',
  'too-many-signatories': 'tooManySignatories',
  'too-many-initials': 'tooManyInitials',
  twice: 'twice',
} as const satisfies Record<ChainFault, string>;

/** The chain: initials first, then one or two signatories, in order, with the places of their stamps. */
export function ChainEditor(props: {
  readonly chain: readonly DraftStep[];
  readonly positions: readonly PositionView[];
  readonly pages: readonly PageSize[];
  /** The page in sight, on which a stamp can be put. */
  readonly page: number;
  readonly fault: ChainFault | null;
  readonly onChange: (chain: readonly DraftStep[]) => void;
}): ReactNode {
  const t = useWords(memoWords);
  const { chain, positions, onChange, fault } = props;
  const initials = chain.filter((step) => step.role === 'initials');
  const signatures = chain.filter((step) => step.role === 'signature');
  const taken = chain.map((step) => step.position);
  const labelOf = (step: DraftStep) => {
    if (step.role === 'initials') return t('initials', { order: initials.indexOf(step) + 1 });
    return signatures.length > 1 ? t('signatureOf', { order: signatures.indexOf(step) + 1 }) : t('signature');
  };
  return (
    <section aria-labelledby="memo-chain">
      <div className="flex items-baseline justify-between pb-1">
        <h2 id="memo-chain" className="text-12 font-medium text-ink-2">
          {t('chain')}
        </h2>
        <span className="text-12 text-ink-3">{t('chainHint')}</span>
      </div>
      <div
        className={`rounded-control border bg-page ${fault === null ? 'border-control' : 'border-danger'}`}
      >
        <ol>
          {chain.map((step) => (
            <StepRow
              key={step.position}
              step={step}
              label={labelOf(step)}
              position={positions.find((position) => position.id === step.position)}
              isFirst={chain.find((s) => s.role === step.role) === step}
              isLast={chain.findLast((s) => s.role === step.role) === step}
              page={props.page}
              pages={props.pages}
              onShift={(by) => onChange(shifted(chain, step.position, by))}
              onRemove={() => onChange(removed(chain, step.position))}
              onPlace={(page, size) =>
                onChange(placed(chain, step.position, defaultPlacement(page, size, 0)))
              }
            />
          ))}
        </ol>
        <div className="grid grid-cols-2 divide-x divide-line *:px-2 *:focus-within:outline-2 *:focus-within:-outline-offset-1 *:focus-within:outline-focus">
          {initials.length >= MAX_INITIALS ? (
            <span />
          ) : (
            <div>
              <AddPosition
                label={t('addInitials')}
                placeholder={t('addInitials')}
                positions={positions}
                without={taken}
                onPick={(position) => onChange(added(chain, 'initials', position))}
              />
            </div>
          )}
          {signatures.length >= MAX_SIGNATURES ? (
            <span />
          ) : (
            <div>
              <AddPosition
                label={t('addSignature')}
                placeholder={t('addSignature')}
                positions={positions}
                without={taken}
                onPick={(position) => onChange(added(chain, 'signature', position))}
              />
            </div>
          )}
        </div>
      </div>
      {fault === null ? null : (
        <p role="alert" className="pt-1 text-12 text-danger">
          {t(faultWords[fault])}
        </p>
      )}
    </section>
  );
}

function StepRow(props: {
  readonly step: DraftStep;
  readonly label: string;
  readonly position: PositionView | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly page: number;
  readonly pages: readonly PageSize[];
  readonly onShift: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onPlace: (page: number, size: PageSize) => void;
}): ReactNode {
  const t = useWords(memoWords);
  const { step, position, page } = props;
  const title = position?.title ?? step.position;
  const size = props.pages[page - 1];
  const isElsewhere = step.role === 'signature' && (step.placement?.page ?? props.pages.length) !== page;
  return (
    <li className="flex gap-2 border-b border-line py-1.5 pr-1 pl-2">
      <span className="mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border border-line-strong bg-sheet text-ink-2">
        <Icon name={step.role === 'initials' ? 'initials' : 'pen'} size={14} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate text-13 font-medium text-ink">{title}</p>
        <p className="truncate text-12 text-ink-2">
          {props.label} · {position?.holders[0]?.name ?? t('vacant')}
        </p>
        {isElsewhere && size !== undefined ? (
          <Button variant="link" icon="stamp" className="text-12" onPress={() => props.onPlace(page, size)}>
            {t('placeHere', { page })}
          </Button>
        ) : null}
      </div>
      <IconButton
        icon="chevronUp"
        iconSize={14}
        label={t('moveUp', { title })}
        isDisabled={props.isFirst}
        onPress={() => props.onShift(-1)}
      />
      <IconButton
        icon="chevronDown"
        iconSize={14}
        label={t('moveDown', { title })}
        isDisabled={props.isLast}
        onPress={() => props.onShift(1)}
      />
      <IconButton icon="close" iconSize={14} label={t('remove', { title })} onPress={props.onRemove} />
    </li>
  );
}
