import type { ReactNode } from 'react';

import type { StagedDocument } from '#core/contract/answers.ts';
import { errorSentences } from '#core/words/error-sentences.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useLanguage, useWords } from '#renderer/lib/words/use-words.ts';
import { DropArea } from '#renderer/ui/drop-area.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { IconName } from '#renderer/ui/icons/icon.tsx';
import { ScrollArea } from '#renderer/ui/scroll-area.tsx';

import { acceptedTypes } from './accepted-types.ts';
import { offeredFile } from './offered-files.ts';
import type { OfferedFile } from './offered-files.ts';
import type { IncomingFile } from './use-intake.ts';
import { registerWords } from './words.ts';

/** A letter saved in this sitting. */
export interface SavedLetter {
  readonly letter: string;
  readonly agenda: number | null;
  readonly from: string;
  readonly subject: string;
  readonly at: number;
}

/** The batch: what was saved, what is being filled in, what waits, and what could not be taken in, with the reason. */
export function IntakeList(props: {
  readonly saved: readonly SavedLetter[];
  readonly staged: readonly StagedDocument[];
  readonly incoming: readonly IncomingFile[];
  readonly current: string | null;
  readonly onOpenLetter: (letter: string) => void;
  readonly onChoose: (staged: string) => void;
  readonly onDiscard: (staged: StagedDocument) => void;
  readonly onDismiss: (id: number) => void;
  readonly onFiles: (files: readonly OfferedFile[]) => void;
}): ReactNode {
  const t = useWords(registerWords);
  const format = useFormat();
  const language = useLanguage();
  return (
    <nav aria-label={t('list')} className="flex w-[216px] shrink-0 flex-col border-r border-line bg-sheet">
      <ScrollArea className="flex-1">
        <ul>
          {props.saved.map((letter) => (
            <IntakeRow
              key={letter.letter}
              icon="checkCircle"
              tone="text-success"
              title={
                letter.agenda === null
                  ? t('listSavedWaiting')
                  : t('listSaved', { number: format.number(letter.agenda) })
              }
              detail={[letter.from, letter.subject].filter((text) => text !== '').join(', ')}
              onPress={() => props.onOpenLetter(letter.letter)}
            />
          ))}
          {props.staged.map((staged) => (
            <StagedRow
              key={staged.id}
              staged={staged}
              isCurrent={staged.id === props.current}
              onChoose={() => props.onChoose(staged.id)}
              onDiscard={() => props.onDiscard(staged)}
            />
          ))}
          {props.incoming.map((file) =>
            file.error === null ? (
              <IntakeRow key={file.id} icon="clock" title={file.name} detail={t('listChecking')} />
            ) : (
              <IntakeRow
                key={file.id}
                icon={file.error.code === 'pdf-encrypted' ? 'lock' : 'alertCircle'}
                tone="text-danger"
                title={file.name}
                detail={[
                  errorSentences(language, file.error).what,
                  errorSentences(language, file.error).todo,
                ].join(' ')}
                detailTone="text-danger"
                wraps
                action={
                  <IconButton
                    icon="close"
                    iconSize={14}
                    label={t('dismiss')}
                    onPress={() => props.onDismiss(file.id)}
                  />
                }
              />
            ),
          )}
        </ul>
      </ScrollArea>
      <DropArea
        label={t('drop')}
        accepts={acceptedTypes}
        onFiles={(files) => props.onFiles(files.map(offeredFile))}
        className="m-3 h-36 shrink-0"
      />
    </nav>
  );
}

function StagedRow(props: {
  readonly staged: StagedDocument;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
  readonly onDiscard: () => void;
}): ReactNode {
  const t = useWords(registerWords);
  const { staged, isCurrent } = props;
  const format = useFormat();
  const { pages } = staged.document;
  const [same] = staged.sameBytes;
  const remove = (
    <IconButton
      icon="close"
      iconSize={14}
      label={t('remove', { name: staged.name })}
      onPress={props.onDiscard}
    />
  );
  const shared = { title: staged.name, action: remove, isCurrent, onPress: props.onChoose };
  if (same !== undefined && !isCurrent) {
    const detail =
      same.agenda === null
        ? t('listSameWaiting', { from: same.from })
        : t('listSame', { number: format.agenda(same.agenda) });
    return (
      <IntakeRow
        {...shared}
        icon="warning"
        tone="text-warning"
        detail={detail}
        detailTone="text-warning"
        wraps
      />
    );
  }
  if (isCurrent) {
    return (
      <IntakeRow
        {...shared}
        icon="pen"
        tone="text-accent"
        detail={t('listCurrent', { count: pages })}
        detailTone="text-accent"
      />
    );
  }
  if (staged.signed)
    return <IntakeRow {...shared} icon="shield" detail={t('listSigned', { count: pages })} wraps />;
  const isMerged = staged.from === 'image' && pages > 1;
  return (
    <IntakeRow
      {...shared}
      icon={isMerged ? 'attachment' : 'clock'}
      detail={isMerged ? t('listMerged', { count: pages }) : t('listWaiting', { count: pages })}
    />
  );
}

function IntakeRow(props: {
  readonly icon: IconName;
  readonly tone?: string;
  readonly title: string;
  readonly detail: string;
  readonly detailTone?: string;
  readonly wraps?: boolean;
  readonly isCurrent?: boolean;
  readonly onPress?: () => void;
  readonly action?: ReactNode;
}): ReactNode {
  const { isCurrent = false, onPress, wraps = false } = props;
  return (
    <li
      className={`group relative flex gap-2 border-b border-line py-1.5 pr-2 pl-4 ${isCurrent ? 'bg-accent-soft shadow-[inset_3px_0_0_var(--nk-accent)]' : onPress === undefined ? '' : 'hover:bg-hover'}`}
    >
      <Icon name={props.icon} size={14} className={`mt-[3px] ${props.tone ?? 'text-ink-2'}`} />
      <div className="min-w-0 flex-1">
        {onPress === undefined ? (
          <p className="truncate text-13 font-medium text-ink" title={props.title}>
            {props.title}
          </p>
        ) : (
          <button
            type="button"
            title={props.title}
            aria-current={isCurrent}
            className="block w-full truncate text-left text-13 font-medium text-ink outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
            onClick={onPress}
          >
            {props.title}
          </button>
        )}
        <p className={`text-12 ${wraps ? '' : 'truncate'} ${props.detailTone ?? 'text-ink-2'}`}>
          {props.detail}
        </p>
      </div>
      {props.action === undefined ? null : (
        // Over the end of the name, which needs the room for as long as nobody points here.
        <span className="absolute top-0.5 right-1 rounded-control bg-sheet opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
          {props.action}
        </span>
      )}
    </li>
  );
}
