import type { ReactNode } from 'react';

import type { VerificationView } from '#core/contract/verification.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { IconName } from '#renderer/ui/icons/icon.tsx';

import { judge } from './judgement.ts';
import type { VerdictTone } from './judgement.ts';
import { verifyWords } from './words.ts';

const looks: Record<VerdictTone, { readonly icon: IconName; readonly look: string }> = {
  success: { icon: 'shieldCheck', look: 'border-success-line bg-success-soft text-success' },
  danger: { icon: 'shieldCross', look: 'border-danger-line bg-danger-soft text-danger' },
  warning: { icon: 'shieldAlert', look: 'border-warning-line bg-warning-soft text-warning' },
  plain: { icon: 'shield', look: 'border-line-strong bg-page text-ink-2' },
};

/** The verdict as heading and text, also for the report and the letter's panel. */
export function useVerdictWords(view: VerificationView): { readonly title: string; readonly text: string } {
  const t = useWords(verifyWords);
  const { headline, bad, order } = judge(view);
  const count = view.signatures.length;
  switch (headline) {
    case 'valid': {
      const kinds = new Set(view.signatures.map((signature) => signature.category));
      const text =
        kinds.size > 1
          ? t('validMixed')
          : kinds.has('office')
            ? t('validOffice')
            : kinds.has('certified')
              ? t('validCertified')
              : t('validMixed');
      return { title: count === 1 ? t('validOne') : t('validMany', { count }), text };
    }
    case 'changedAfter':
      return {
        title: t('changedAfter', { order }),
        text: count === 1 ? t('invalidTextOne') : t('invalidText', { bad, count }),
      };
    case 'invalid':
      return {
        title: t('invalid'),
        text: count === 1 ? t('invalidTextOne') : t('invalidText', { bad, count }),
      };
    case 'intactUnknown':
      return { title: t('intactUnknown'), text: t('intactUnknownText') };
    case 'indeterminate':
      return { title: t('indeterminate'), text: t('indeterminateText') };
    case 'unsigned':
      return { title: t('unsigned'), text: t('unsignedText') };
    case 'unreadable':
      return { title: t('unreadable'), text: t('unreadableText') };
  }
}

/** The verdict above everything else. */
export function VerdictHead({ view }: { readonly view: VerificationView }): ReactNode {
  const { title, text } = useVerdictWords(view);
  const { icon, look } = looks[judge(view).tone];
  return (
    <div role="status" className="flex gap-3">
      <span className={`flex size-8 shrink-0 items-center justify-center rounded-full border ${look}`}>
        <Icon name={icon} />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="pt-1 text-16 font-semibold text-ink">{title}</h2>
        <p className="text-13 text-ink-2">{text}</p>
      </div>
    </div>
  );
}
