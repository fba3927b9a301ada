import { type ReactNode, useState } from 'react';

import type { NumberRowView } from '#core/contract/numbers.ts';
import { TellApartDialog } from '#renderer/features/same-number/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useGo } from '#renderer/lib/places.ts';
import { mayRegister, useMe } from '#renderer/lib/session.ts';
import { useLetterNames } from '#renderer/lib/words/use-letter-names.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { IconName } from '#renderer/ui/icons/icon.tsx';

import { type BookLetter, type BookLine, bookLines, lettersToTellApart } from './book-lines.ts';
import { numbersWords } from './words.ts';

const gapIcons: Readonly<Record<NumberRowView['fate'], IconName>> = {
  used: 'check',
  duplicate: 'warning',
  voided: 'crossCircle',
  leased: 'clock',
  withoutEffect: 'crossCircle',
  skipped: 'warning',
  free: 'clock',
};

/** By the bare name: the degrees would cost it its end. */
export function deskName(desk: { readonly name: string; readonly device: string }): string {
  return `${desk.name.split(',')[0] ?? ''} (${desk.device})`;
}

/** Why numbers have no letter, in a sentence, and who said so. */
function GapText({ row }: { readonly row: NumberRowView }): ReactNode {
  const t = useWords(numbersWords);
  const format = useFormat();
  const { fate, desk, voided } = row;
  if (fate === 'voided' && voided !== null) {
    const reasons = {
      registryReplaced: t('voidedRegistry'),
      deskClosed: t('voidedDesk'),
      yearEnded: t('voidedYear'),
      spoiled: t('voidedSpoiled', { note: voided.note }),
    };
    return (
      <>
        {reasons[voided.reason]}{' '}
        <span className="text-ink-3">
          {t('voidedBy', { name: voided.name.split(',')[0] ?? '', date: format.dayDateTime(voided.time) })}
        </span>
      </>
    );
  }
  if (fate === 'leased' && desk !== null) return t('leased', { desk: deskName(desk) });
  if (fate === 'free') return t('free');
  return fate === 'withoutEffect' ? t('withoutEffect') : t('skipped');
}

function GapLine({ line }: { readonly line: BookLine & { readonly kind: 'gap' } }): ReactNode {
  const format = useFormat();
  const { row, from, to } = line;
  const isAlarming = row.fate === 'skipped';
  return (
    <tr className="border-b border-line bg-frame text-ink-2">
      <th scope="row" className="h-7.5 px-2 pl-6 text-right font-normal whitespace-nowrap">
        {from === to ? format.number(from) : `${format.number(from)}–${format.number(to)}`}
      </th>
      <td colSpan={5} className="px-2 pr-6">
        <span className="flex items-center gap-1.5">
          <Icon name={gapIcons[row.fate]} size={14} className={isAlarming ? 'text-warning' : 'text-ink-3'} />
          <span className="selectable min-w-0 flex-1 py-1 text-12">
            <GapText row={row} />
          </span>
        </span>
      </td>
    </tr>
  );
}

function LetterLine(props: {
  readonly row: NumberRowView;
  readonly letter: BookLetter;
  readonly onApart: (() => void) | null;
}): ReactNode {
  const { row, letter, onApart } = props;
  const t = useWords(numbersWords);
  const words = useOfficeWords();
  const format = useFormat();
  const go = useGo();
  const namesOf = useLetterNames();
  const sealed = letter.subject === null;
  const { subject } = namesOf({ ...letter, sealed, subject: letter.subject ?? '', from: letter.from ?? '' });
  const number = `${format.number(row.number)}${letter.suffix === '' ? '' : `.${letter.suffix}`}`;
  const isShared = row.fate === 'duplicate';
  const isClosed = letter.securityClass !== 'biasa';
  return (
    <tr className={`relative border-b border-line ${isShared ? 'bg-danger-soft' : 'hover:bg-hover'}`}>
      <th scope="row" className="h-7.5 px-2 pl-6 text-right font-semibold whitespace-nowrap text-ink">
        {number}
      </th>
      <td className="px-2 whitespace-nowrap text-ink-2">
        {format.shortDate(format.dayOf(letter.receivedAt))}
      </td>
      <td className="truncate px-2 text-ink-2 max-[999px]:hidden" title={letter.from ?? undefined}>
        {letter.from ?? words.sealedFrom}
      </td>
      <td className="px-2">
        <span className="flex items-center gap-1.5">
          <button
            type="button"
            aria-label={t('openLetter', { number, subject })}
            title={subject}
            onClick={() => {
              go.letter(letter.letter);
            }}
            className={`min-w-0 truncate text-left text-ink hover:underline ${sealed ? 'italic' : ''}`}
          >
            {subject}
          </button>
          {isClosed ? (
            <Icon
              name="lock"
              size={14}
              label={words.securityClass[letter.securityClass]}
              className="text-ink-2"
            />
          ) : null}
        </span>
      </td>
      <td className="selectable truncate px-2 text-ink-2 max-[999px]:hidden" title={letter.number}>
        {letter.number}
      </td>
      <td className="px-2 pr-6 text-12 text-ink-2">
        {isShared ? (
          <span className="flex items-center gap-1.5 font-medium whitespace-nowrap text-danger">
            <Icon name="warning" size={14} label={t('shared')} />
            {onApart === null ? (
              t('shared')
            ) : (
              <Button variant="link" onPress={onApart}>
                {t('apart')}
              </Button>
            )}
          </span>
        ) : (
          <span className="block truncate" title={row.desk === null ? undefined : deskName(row.desk)}>
            {[
              row.desk === null ? '' : t('ofDesk', { desk: row.desk.name.split(',')[0] ?? '' }),
              row.voided === null ? '' : t('wasVoided'),
            ]
              .filter((text) => text !== '')
              .join(', ')}
          </span>
        )}
      </td>
    </tr>
  );
}

/** A page of the book: each number with its letter, or with what became of it. */
export function BookTable(props: {
  readonly label: string;
  readonly rows: readonly NumberRowView[];
}): ReactNode {
  const { label, rows } = props;
  const t = useWords(numbersWords);
  const format = useFormat();
  const me = useMe();
  const [apart, setApart] = useState<NumberRowView | null>(null);
  return (
    <>
      <table aria-label={label} className="w-full table-fixed border-collapse text-13">
        <thead>
          <tr className="border-b border-line-strong text-left text-11 text-ink-2">
            <th scope="col" className="h-7 w-26 px-2 pl-6 text-right font-medium">
              {t('number')}
            </th>
            <th scope="col" className="w-18 px-2 font-medium">
              {t('received')}
            </th>
            <th scope="col" className="w-36 px-2 font-medium max-[999px]:hidden">
              {t('from')}
            </th>
            <th scope="col" className="px-2 font-medium">
              {t('subject')}
            </th>
            <th scope="col" className="w-36 px-2 font-medium max-[999px]:hidden">
              {t('letterNumber')}
            </th>
            <th scope="col" className="w-40 px-2 pr-6 font-medium">
              {t('note')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bookLines(rows).map((line) =>
            line.kind === 'gap' ? (
              <GapLine key={line.key} line={line} />
            ) : (
              <LetterLine
                key={line.key}
                row={line.row}
                letter={line.letter}
                onApart={
                  mayRegister(me) && lettersToTellApart(line.row).includes(line.letter)
                    ? () => {
                        setApart(line.row);
                      }
                    : null
                }
              />
            ),
          )}
        </tbody>
      </table>
      {apart === null ? null : (
        <TellApartDialog
          number={format.number(apart.number)}
          letters={lettersToTellApart(apart)}
          taken={apart.letters.map(({ suffix }) => suffix)}
          onClose={() => {
            setApart(null);
          }}
        />
      )}
    </>
  );
}
