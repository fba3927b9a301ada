import type { ReactNode } from 'react';

import type { TimelineItem } from '#core/contract/views.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Popover } from '#renderer/ui/popover.tsx';

import { letterWords } from './letter-words.ts';

/** A hash in groups of four, short enough for a line. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;
}

/** The proof of one sentence, one click deeper: signature, PC, person, log, sequence, hash. */
export function ProofButton({ item }: { readonly item: TimelineItem }): ReactNode {
  const t = useWords(letterWords);
  const format = useFormat();
  const { proof, by } = item;
  const facts = [
    [t('proofPerson'), `${by.name}${by.title === '' ? '' : `, ${by.title}`}`],
    [t('proofDevice'), proof.device],
    [t('proofLog'), shortHash(proof.log)],
    [t('proofSequence'), format.number(proof.seq)],
    [t('proofHash'), shortHash(item.entry)],
  ] as const;
  return (
    <Popover
      label={t('proofTitle')}
      placement="left"
      className="w-72 p-3"
      trigger={
        <MenuButton
          label={t('proof', { device: proof.device })}
          className="-my-1 -mr-px inline-flex size-6 items-center justify-center rounded-control text-success hover:bg-hover"
        >
          <Icon name="shieldCheck" size={14} />
        </MenuButton>
      }
    >
      <p className="pb-2 text-13 font-semibold text-ink">{t('proofTitle')}</p>
      <p className="flex items-center gap-1.5 text-12 text-success">
        <Icon name="shieldCheck" size={14} />
        {t('proofValid')}
      </p>
      {proof.userSigned ? (
        <p className="flex items-center gap-1.5 pt-0.5 text-12 text-success">
          <Icon name="key" size={14} />
          {t('proofUser')}
        </p>
      ) : null}
      <dl className="selectable grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 pt-2 text-12">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="text-ink">{value}</dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}
