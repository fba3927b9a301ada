import { type ReactNode, use, useId, useState } from 'react';

import type { NumberSeriesView, WaitingNumberView, WaitingReason } from '#core/contract/numbers.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { PassphraseContext } from '#renderer/lib/office/passphrase.tsx';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useMe } from '#renderer/lib/session.ts';
import { useLetterNames } from '#renderer/lib/words/use-letter-names.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { HandOverBookDialog } from './hand-over-dialog.tsx';
import { handOverWords } from './hand-over-words.ts';
import { numbersWords } from './words.ts';

function Section(props: {
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}): ReactNode {
  const format = useFormat();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2
        id={id}
        className="flex items-baseline gap-2 border-b border-line-strong pb-1 text-14 font-semibold text-ink"
      >
        {props.title}
        {props.count === undefined || props.count === 0 ? null : (
          <span className="text-12 font-normal text-ink-3">{format.number(props.count)}</span>
        )}
      </h2>
      {props.children}
    </section>
  );
}

/** Who keeps the book, how far its numbers went, and what became of them. */
function Keeping({ series }: { readonly series: NumberSeriesView }): ReactNode {
  const t = useWords(numbersWords);
  const format = useFormat();
  const { registry, counts } = series;
  const keeper =
    registry === null
      ? t('keeperNone')
      : t(registry.mine ? 'keeperHere' : 'keeper', {
          name: registry.name.split(',')[0] ?? '',
          device: registry.device,
        });
  const facts = [
    [t('keeping'), keeper],
    [t('first'), format.number(series.start)],
    [t('highest'), series.given === 0 ? '–' : format.number(series.given)],
    [t('ceiling'), series.ceiling === 0 ? '–' : format.number(series.ceiling)],
  ] as const;
  const told = [
    ['countUsed', counts.used],
    ['countDuplicate', counts.duplicate],
    ['countVoided', counts.voided],
    ['countLeased', counts.leased],
    ['countWithoutEffect', counts.withoutEffect],
    ['countSkipped', counts.skipped],
  ] as const;
  const rows = 'grid grid-cols-[128px_1fr] gap-y-0.5 pt-2 text-12';
  return (
    <>
      <Section title={t('keeping')}>
        <dl className={`selectable ${rows}`}>
          {facts.map(([name, value], index) => (
            <div key={name} className="contents">
              <dt className={index === 0 ? 'sr-only' : 'text-ink-3'}>{name}</dt>
              <dd className={index === 0 ? 'col-span-2 pb-1 text-13 font-medium text-ink' : 'text-ink'}>
                {value}
              </dd>
            </div>
          ))}
        </dl>
        <p className="pt-2 text-12 text-ink-3">{t('ceilingDetail')}</p>
        <HandOverButton series={series} />
      </Section>
      <Section title={t('fates')}>
        <dl className={rows}>
          {told
            .filter(([name, count]) => count > 0 || name === 'countUsed')
            .map(([name, count]) => (
              <div key={name} className="contents">
                <dt className="text-ink-3">{t(name)}</dt>
                <dd
                  className={
                    name === 'countDuplicate' || name === 'countSkipped'
                      ? 'font-semibold text-danger'
                      : 'text-ink'
                  }
                >
                  {format.number(count)}
                </dd>
              </div>
            ))}
        </dl>
      </Section>
    </>
  );
}

/** Who writes the roster names who keeps a book. */
function HandOverButton({ series }: { readonly series: NumberSeriesView }): ReactNode {
  const t = useWords(handOverWords);
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (me?.isRosterWriter !== true) return null;
  return (
    <>
      <Button size="dense" icon="forward" className="mt-2" onPress={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen ? <HandOverBookDialog series={series} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const reasons = {
  locked: 'waitLocked',
  ceiling: 'waitCeiling',
  predecessor: 'waitPredecessor',
  leaseAsked: 'waitLeaseAsked',
  noLease: 'waitNoLease',
  desk: 'waitDesk',
  registry: 'waitRegistry',
  suspended: 'waitSuspended',
} as const satisfies Record<WaitingReason, string>;

function WaitingItem({ waiting }: { readonly waiting: WaitingNumberView }): ReactNode {
  const t = useWords(numbersWords);
  const format = useFormat();
  const go = useGo();
  const me = useMe();
  const ask = use(PassphraseContext);
  const namesOf = useLetterNames();
  const sealed = waiting.subject === null;
  const { subject } = namesOf({ ...waiting, sealed, subject: waiting.subject ?? '', from: '' });
  const isLockedHere = waiting.reason === 'locked' && me?.unlocked === false;
  return (
    <li className="flex gap-2 border-b border-line py-2">
      <Icon name="clock" size={14} className="mt-[3px] text-warning" />
      <div className="min-w-0 flex-1">
        <button
          type="button"
          title={subject}
          onClick={() => {
            go.letter(waiting.letter);
          }}
          className={`block max-w-full truncate text-left text-13 font-medium text-ink hover:underline ${sealed ? 'italic' : ''}`}
        >
          {subject}
        </button>
        <p className="text-12 text-ink-3">
          {t('waitingMeta', {
            date: format.shortDateTime(waiting.receivedAt),
            name: waiting.registeredBy.name.split(',')[0] ?? '',
          })}
        </p>
        <p className="pt-0.5 text-12 text-ink-2">
          {isLockedHere ? t('waitLockedHere') : t(reasons[waiting.reason])}
        </p>
        {isLockedHere && ask !== null ? (
          <Button variant="link" icon="unlock" onPress={() => void ask()}>
            {t('unlock')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** Beside the book: who keeps it, what waits for a number and why, and which desks hold numbers. */
export function BookSide({ series }: { readonly series: NumberSeriesView }): ReactNode {
  const t = useWords(numbersWords);
  const format = useFormat();
  const { data: all = [] } = useAsk('numbers.waiting', undefined);
  const waiting = all.filter((letter) => letter.series === series.id);
  const open = series.leases.filter((lease) => lease.left > 0);
  return (
    <div className="flex flex-col gap-5 px-5 py-4">
      <Section title={t('waiting')} count={waiting.length}>
        {waiting.length === 0 ? (
          <p className="flex items-center gap-2 py-2 text-13 text-ink-2">
            <Icon name="checkCircle" className="text-success" />
            {t('waitingNone')}
          </p>
        ) : (
          <ul>
            {waiting.map((letter) => (
              <WaitingItem key={letter.letter} waiting={letter} />
            ))}
          </ul>
        )}
      </Section>
      <Keeping series={series} />
      <Section title={t('leases')} count={open.length}>
        {open.length === 0 ? (
          <p className="py-2 text-13 text-ink-2">{t('leaseNone')}</p>
        ) : (
          <ul>
            {open.map((lease) => (
              <li
                key={`${lease.holder.log} ${lease.from}`}
                className="flex items-baseline gap-2 border-b border-line py-1.5 text-12"
              >
                <span className="min-w-0 flex-1 truncate text-13 text-ink" title={lease.holder.name}>
                  {lease.holder.name.split(',')[0]}{' '}
                  <span className="text-12 text-ink-3">{lease.holder.device}</span>
                </span>
                <span className="text-ink-2">
                  {t('leaseRange', { from: format.number(lease.from), to: format.number(lease.to) })}
                </span>
                <span className="w-16 text-right text-ink-2">{t('leaseLeft', { count: lease.left })}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
