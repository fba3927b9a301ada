import type { ReactNode } from 'react';

import type { SignatureView } from '#core/contract/verification.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { stripOf } from './judgement.ts';
import { verifyWords } from './words.ts';

const hatch =
  'border border-danger bg-[repeating-linear-gradient(-45deg,var(--nk-danger)_0_2px,transparent_2px_4.5px)]';

/** The signatures one after the other, and where the content was changed in between. */
export function RevisionStrip(props: { readonly signatures: readonly SignatureView[] }): ReactNode {
  const t = useWords(verifyWords);
  const format = useFormat();
  const pieces = stripOf(props.signatures);
  return (
    <ol aria-label={t('strip')} className="flex gap-0.5">
      {pieces.map((piece) => (
        <li key={piece.kind === 'signature' ? piece.order : 'changed'} className="min-w-0 flex-1 text-12">
          <div aria-hidden className={`h-2 ${piece.kind === 'changed' ? hatch : 'bg-plot'}`} />
          {piece.kind === 'changed' ? (
            <>
              <p className="flex items-center gap-1 truncate pt-1 font-semibold text-danger">
                <Icon name="warning" size={14} />
                {t('stripChanged')}
              </p>
              <p className="truncate text-ink-2">
                {piece.to === null
                  ? t('stripAfter', { from: piece.from })
                  : t('stripBetween', { from: piece.from, to: piece.to })}
              </p>
            </>
          ) : (
            <>
              <p className="truncate pt-1 font-semibold text-ink">
                {piece.signature.kind === 'timestamp'
                  ? t('stripTimestamp', { order: piece.order })
                  : t('stripSignature', { order: piece.order })}
              </p>
              <p className="truncate text-ink-2">
                {piece.signature.claimedTime === null
                  ? t('stripNoTime')
                  : format.dayDateTime(piece.signature.claimedTime)}
              </p>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
