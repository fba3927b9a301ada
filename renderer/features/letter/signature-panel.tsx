import type { ReactNode } from 'react';

import type { SignatureView, VerificationView } from '#core/contract/verification.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon, type IconName } from '#renderer/ui/icons/icon.tsx';

import { letterWords } from './letter-words.ts';

const integrityWords = {
  intact: 'integrityIntact',
  modified: 'integrityModified',
  'digest-mismatch': 'integrityBad',
  'bad-signature': 'integrityBad',
  unsupported: 'integrityUnsupported',
} as const;
const categoryWords = {
  office: 'categoryOffice',
  certified: 'categoryCertified',
  other: 'categoryOther',
  unknown: 'categoryUnknown',
} as const;

function Line({
  icon,
  tone,
  children,
}: {
  readonly icon: IconName;
  readonly tone: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <p className="flex items-start gap-1.5 text-12 text-ink-2">
      <Icon name={icon} size={14} className={`mt-px ${tone}`} />
      <span>{children}</span>
    </p>
  );
}

function One({ signature }: { readonly signature: SignatureView }): ReactNode {
  const t = useWords(letterWords);
  const format = useFormat();
  const isIntact = signature.integrity === 'intact';
  const isUnsure = signature.integrity === 'unsupported';
  return (
    <li className="flex flex-col gap-1 border-t border-line py-2 first:border-t-0 first:pt-0 last:pb-0">
      <p className="text-13 font-semibold text-ink">{signature.signer}</p>
      {signature.title === '' ? null : <p className="text-12 text-ink-2">{signature.title}</p>}
      <Line
        icon={isIntact ? 'check' : isUnsure ? 'infoCircle' : 'close'}
        tone={isIntact ? 'text-success' : isUnsure ? 'text-warning' : 'text-danger'}
      >
        {t(integrityWords[signature.integrity])}
      </Line>
      <Line icon="clock" tone="text-ink-2">
        {signature.claimedTime === null
          ? t('signatureNoTime')
          : t('signatureAt', { time: format.dayDateTime(signature.claimedTime) })}
      </Line>
      <Line icon="shield" tone={signature.category === 'certified' ? 'text-success' : 'text-ink-2'}>
        <strong className="font-semibold text-ink">{t(categoryWords[signature.category])}</strong>
        {signature.category === 'office' ? ` ${t('categoryOfficeText')}` : ''}
      </Line>
      {signature.issuer === '' ? null : (
        <p className="pl-5 text-12 text-ink-3">{t('issuer', { issuer: signature.issuer })}</p>
      )}
    </li>
  );
}

/** Who signed, when, whether the content is unchanged, and whose certificate it was, in words. */
export function SignaturePanel({ view }: { readonly view: VerificationView }): ReactNode {
  const t = useWords(letterWords);
  if (view.signatures.length === 0) return <p className="text-12 text-ink-2">{t('signatureNone')}</p>;
  return (
    <ul className="selectable flex max-h-96 flex-col overflow-y-auto">
      {view.signatures.map((signature) => (
        <One key={signature.field} signature={signature} />
      ))}
    </ul>
  );
}
