import type { ReactNode } from 'react';

import type { SessionView } from '#core/contract/answers.ts';
import type { LetterView } from '#core/contract/views.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { signWords } from './words.ts';

type Me = NonNullable<SessionView['me']>;

/** Who signs, in which capacity, and with what kind of certificate, said honestly. */
export function Identity(props: { readonly me: Me; readonly letter: LetterView }): ReactNode {
  const t = useWords(signWords);
  const { me } = props;
  const { acting } = props.letter;
  const own = me.positions.find((position) => position.standing === 'definitive');
  const title = acting?.title ?? own?.title ?? '';
  const isOther = acting !== null && acting.standing !== 'definitive' && own !== undefined;
  return (
    <div className="flex items-center gap-3">
      <Avatar name={me.name} size={36} />
      <div className="min-w-0 flex-1">
        <p className="truncate text-14 font-semibold text-ink">{me.name}</p>
        <p className="truncate text-12 text-ink-2">
          {isOther ? `${own.title}, ${t('selaku')} ` : ''}
          <span className={isOther ? 'font-semibold text-ink' : ''}>{title}</span>
        </p>
        {me.nip === '' ? null : <p className="truncate text-12 text-ink-3">{t('nip', { nip: me.nip })}</p>}
      </div>
    </div>
  );
}

/** The certificate's box: never the word tersertifikasi for the office's own. */
export function CertificateBox(props: { readonly certificate: Me['certificate'] }): ReactNode {
  const t = useWords(signWords);
  const format = useFormat();
  const { certificate } = props;
  if (certificate === null) {
    return (
      <div className="rounded-control border border-warning-line bg-warning-soft px-3 py-2.5">
        <p className="flex items-center gap-2 text-13 font-semibold text-warning">
          <Icon name="warning" />
          {t('noCertificate')}
        </p>
        <p className="pt-1 text-12 text-ink-2">{t('noCertificateDetail')}</p>
      </div>
    );
  }
  const isOffice = certificate.category === 'office';
  return (
    <div className="rounded-control border border-line-strong bg-page px-3 py-2">
      <p className="flex items-center gap-2 text-13 font-semibold text-ink">
        <Icon name="shield" />
        {isOffice ? t('officeLabel') : t('p12Label')}
      </p>
      <p className="pt-0.5 text-12 text-ink-2">{isOffice ? t('officeDetail') : t('p12Detail')}</p>
      <p className="line-clamp-2 text-12 text-ink-3" title={certificate.issuer}>
        {t('issuerUntil', {
          issuer: certificate.issuer,
          date: format.longDate(format.dayOf(certificate.notAfter)),
        })}
      </p>
    </div>
  );
}
