import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import type { LetterRow } from '#core/contract/views.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useLetterNames } from '#renderer/lib/words/use-letter-names.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';
import { PdfThumbnail } from '#renderer/ui/pdf/pdf-thumbnails.tsx';
import { usePdf } from '#renderer/ui/pdf/use-pdf.ts';

import { unreviewedCount } from './review.ts';
import type { ReviewItem } from './review.ts';
import { signWords } from './words.ts';

/** The letters that wait for the same act, as first pages. One that nobody looked at cannot be selected. */
export function SignStrip(props: {
  readonly rows: readonly LetterRow[];
  readonly items: readonly ReviewItem[];
  readonly current: string;
  readonly onOpen: (letter: string) => void;
  readonly onToggle: (letter: string) => void;
  readonly onSelectAll: () => void;
}): ReactNode {
  const t = useWords(signWords);
  const { rows, items } = props;
  const selected = items.filter((item) => item.selected).length;
  const unreviewed = unreviewedCount(items);
  return (
    <section aria-label={t('strip')} className="flex h-24 shrink-0 border-t border-line bg-sheet">
      <div className="flex w-[132px] shrink-0 flex-col justify-center gap-0.5 pl-4 text-12">
        <p className="text-13 font-semibold text-ink">{t('selectedOf', { selected, all: items.length })}</p>
        <p className="text-ink-2">
          {unreviewed === 0 ? t('allReviewed') : t('unreviewed', { count: unreviewed })}
        </p>
        <button
          type="button"
          title={t('selectAllLabel')}
          className="mt-1 flex items-center gap-1.5 self-start rounded-chip text-12 text-ink-2 hover:text-ink"
          onClick={props.onSelectAll}
        >
          <KeyCap keys="Ctrl A" />
          {t('selectAll')}
        </button>
      </div>
      <ul
        onWheel={(event) => {
          event.currentTarget.scrollLeft += event.deltaY;
        }}
        className="flex min-w-0 flex-1 items-center gap-2 overflow-x-auto px-2 [scrollbar-width:none]"
      >
        {rows.map((row) => (
          <StripCard
            key={row.id}
            row={row}
            item={
              items.find((item) => item.letter === row.id) ?? {
                letter: row.id,
                reviewed: false,
                selected: false,
              }
            }
            isCurrent={row.id === props.current}
            onOpen={() => props.onOpen(row.id)}
            onToggle={() => props.onToggle(row.id)}
          />
        ))}
      </ul>
    </section>
  );
}

function StripCard(props: {
  readonly row: LetterRow;
  readonly item: ReviewItem;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
}): ReactNode {
  const t = useWords(signWords);
  const { row, item, isCurrent } = props;
  const place = useRef<HTMLLIElement>(null);
  const [isInSight, setInSight] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setInSight(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (isCurrent) place.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isCurrent]);
  const { subject, from } = useLetterNames()(row);
  const meta = [row.number, from].filter((text) => text !== '').join(', ');
  return (
    <li
      ref={place}
      className={`relative flex h-20 w-[270px] shrink-0 gap-2 rounded-control bg-page pt-[7px] pb-1 pr-2 pl-[54px] ${isCurrent ? 'border-2 border-focus' : 'border border-line-strong hover:border-control'}`}
    >
      <div className={`absolute top-[7px] left-[7px] ${isCurrent ? '-m-px' : ''}`}>
        {isInSight ? (
          <FirstPage letter={row.id} />
        ) : (
          <div className="h-[62px] w-11 border border-line bg-[#fff]" />
        )}
      </div>
      <div className="absolute top-1 left-1 z-10">
        <Checkbox
          label={item.reviewed ? t('select', { subject }) : t('selectFirst', { subject })}
          isChecked={item.selected}
          isDisabled={!item.reviewed}
          onChange={props.onToggle}
        />
      </div>
      <div className="flex min-w-0 flex-1 flex-col">
        <button
          type="button"
          aria-current={isCurrent}
          className="line-clamp-2 text-left text-12 leading-4 font-semibold text-ink outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus"
          onClick={props.onOpen}
        >
          {subject}
        </button>
        <p className="truncate pt-0.5 text-12 text-ink-2">{meta}</p>
        <ReviewState isCurrent={isCurrent} isReviewed={item.reviewed} />
      </div>
    </li>
  );
}

function ReviewState(props: { readonly isCurrent: boolean; readonly isReviewed: boolean }): ReactNode {
  const t = useWords(signWords);
  const [icon, tone, text] = props.isCurrent
    ? (['eye', 'text-accent', t('open')] as const)
    : props.isReviewed
      ? (['check', 'text-success', t('reviewed')] as const)
      : (['alertCircle', 'text-warning', t('notReviewed')] as const);
  return (
    <p className={`mt-auto flex items-center gap-1.5 text-12 ${tone}`}>
      <Icon name={icon} size={14} />
      {text}
    </p>
  );
}

/** The first page of a letter, fetched when its card comes into sight. */
function FirstPage(props: { readonly letter: string }): ReactNode {
  const letter = useAsk('letters.show', { letter: props.letter });
  const sha256 = letter.data?.document.sha256 ?? '';
  const bytes = useAsk(
    'letters.document',
    { letter: props.letter, sha256 },
    { enabled: letter.data?.documentHere === true && !letter.data.sealed },
  );
  const state = usePdf(bytes.data);
  if (state.state !== 'open') return <div className="h-[62px] w-11 border border-line bg-[#fff]" />;
  return <PdfThumbnail pdf={state.pdf} number={1} width={44} label={letter.data?.subject ?? ''} />;
}
