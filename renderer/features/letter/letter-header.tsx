import type { ReactNode } from 'react';

import type { LetterRow, LetterView } from '#core/contract/views.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useLetterNames } from '#renderer/lib/words/use-letter-names.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Chip, Fact } from '#renderer/ui/chip.tsx';
import { GarisKop } from '#renderer/ui/garis-kop.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { IconName } from '#renderer/ui/icons/icon.tsx';

import { DueChip } from './due-chip.tsx';
import { letterWords } from './letter-words.ts';
import { SignatureFact } from './signature-fact.tsx';
import { waitingIcons } from './waiting-icons.ts';

/** "3 dari 12" with the keys to the neighbours. */
export interface LetterPosition {
  readonly label: string;
  readonly previousLabel: string;
  readonly nextLabel: string;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

/** What the row already knows, shown at once; the rest comes with the letter. */
export type LetterHeading = Pick<
  LetterRow,
  | 'subject'
  | 'from'
  | 'number'
  | 'date'
  | 'agenda'
  | 'receivedAt'
  | 'securityClass'
  | 'urgency'
  | 'due'
  | 'delivery'
  | 'kind'
  | 'sealed'
>;

const statusLooks: Readonly<
  Record<
    LetterView['status'],
    { readonly tone: 'accent' | 'success' | 'warning' | 'plain'; readonly icon: IconName }
  >
> = {
  waitingNumber: { tone: 'warning', icon: 'clock' },
  waitingDisposition: { tone: 'accent', icon: 'disposition' },
  inProgress: { tone: 'accent', icon: 'clock' },
  done: { tone: 'success', icon: 'checkCircle' },
  returned: { tone: 'warning', icon: 'undo' },
  inChain: { tone: 'accent', icon: 'initials' },
  withdrawn: { tone: 'plain', icon: 'undo' },
  contested: { tone: 'warning', icon: 'warning' },
};

function Facts({ heading }: { readonly heading: LetterHeading }): ReactNode {
  const t = useWords(letterWords);
  const format = useFormat();
  const { from } = useLetterNames()(heading);
  const facts = [
    heading.number,
    heading.date === null ? '' : format.longDate(heading.date),
    heading.kind === 'incomingLetter'
      ? heading.agenda === null
        ? t('noAgenda')
        : t('agenda', { agenda: format.agenda(heading.agenda) })
      : '',
    t(heading.kind === 'officialMemo' ? 'proposed' : 'received', {
      time: format.shortDateTime(heading.receivedAt),
    }),
  ].filter((fact) => fact !== '');
  return (
    <p
      // One line: a fact that finds no room goes whole, the least of them first.
      className="selectable flex h-5 min-w-0 flex-wrap items-center overflow-hidden text-13 text-ink-2"
      title={[from, ...facts].join(' · ')}
    >
      <span className="max-w-full truncate font-semibold text-ink">{from}</span>
      {facts.map((fact) => (
        <span key={fact} className="flex shrink-0 items-center whitespace-nowrap">
          <span aria-hidden className="mx-2 size-[3px] rounded-full bg-line-strong" />
          {fact}
        </span>
      ))}
    </p>
  );
}

export interface LetterHeaderProps {
  readonly heading: LetterHeading;
  readonly letter: LetterView | undefined;
  readonly task: LetterRow['task'];
  readonly position: LetterPosition | null;
}

/** Subject, sender, numbers, dates; at most two filled chips, other facts plain. The double rule closes it. */
export function LetterHeader({ heading, letter, task, position }: LetterHeaderProps): ReactNode {
  const t = useWords(letterWords);
  const words = useOfficeWords();
  const status = letter?.status ?? (task === 'dispose' ? 'waitingDisposition' : null);
  const due = letter?.due ?? heading.due;
  // Beside a list the list's title is the page's heading; a letter by itself is its own.
  const Title = position === null ? 'h1' : 'h2';
  const { urgency, securityClass } = heading;
  const { subject } = useLetterNames()(heading);
  return (
    <header className="flex shrink-0 flex-col">
      <div className="flex h-25 flex-col px-5 pt-3">
        <div className="flex items-center gap-2">
          <Title
            className="selectable min-w-0 flex-1 truncate text-18 font-semibold text-ink"
            title={subject}
          >
            {subject}
          </Title>
          {position === null ? null : (
            <div className="-mr-1 flex items-center">
              <span className="pr-3 text-12 text-ink-3">{position.label}</span>
              <IconButton
                icon="chevronUp"
                iconSize={14}
                label={position.previousLabel}
                onPress={position.onPrevious}
              />
              <IconButton
                icon="chevronDown"
                iconSize={14}
                label={position.nextLabel}
                onPress={position.onNext}
              />
            </div>
          )}
        </div>
        <Facts heading={heading} />
        <div className="flex items-center gap-3 overflow-hidden pt-2">
          <div className="flex gap-2">
            {status === null ? null : (
              <Chip
                {...statusLooks[status]}
                {...(task === null || status === 'done' ? {} : { icon: waitingIcons[task] })}
              >
                {task !== null && status !== 'done' ? words.waitingFor[task] : words.letterStatus[status]}
              </Chip>
            )}
            {letter?.needsUpdate === true ? (
              <Chip tone="warning" icon="warning">
                {t('needsUpdate')}
              </Chip>
            ) : due === null || status === 'done' || status === 'withdrawn' ? null : (
              <DueChip due={due} />
            )}
          </div>
          {urgency === 'biasa' ? null : (
            <Fact
              icon={urgency === 'segera' ? 'chevronUp' : 'chevronsUp'}
              iconClass={urgency === 'segera' ? 'text-warning' : 'text-danger'}
              name={t('urgency')}
            >
              {words.urgency[urgency]}
            </Fact>
          )}
          <Fact icon={securityClass === 'biasa' ? 'unlock' : 'lock'} name={t('securityClass')}>
            {words.securityClass[securityClass]}
          </Fact>
          {letter === undefined || letter.sameNumber.length === 0 ? null : (
            <Fact icon="warning" iconClass="text-danger">
              {t('sameNumberShort')}
            </Fact>
          )}
          {letter === undefined || letter.sealed ? null : <SignatureFact letter={letter} />}
          {(letter?.delivery ?? heading.delivery) === 'local' ? (
            <Fact icon="arrowUp">{t('local')}</Fact>
          ) : letter === undefined ? null : (
            <Fact icon="check">
              {letter.receivedBy === 0 ? t('onShare') : t('receivedBy', { count: letter.receivedBy })}
            </Fact>
          )}
        </div>
      </div>
      <GarisKop />
    </header>
  );
}
