import { type ReactNode, useEffect, useRef } from 'react';

import type { PositionView } from '#core/contract/views.ts';
import { clock } from '#renderer/lib/format/dates.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Popover } from '#renderer/ui/popover.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';

import type { Asked, DraftRecipient } from './disposition-draft.ts';
import { dispositionWords } from './disposition-words.ts';
import { DueField } from './due-field.tsx';
import { InstructionBoxes } from './instruction-boxes.tsx';
import { holderOf } from './recipient-choices.ts';

export interface RecipientRowProps {
  readonly recipient: DraftRecipient;
  readonly position: PositionView;
  /** The common instructions, from which own ones start. */
  readonly common: Asked;
  readonly onOwn: (own: Asked | null) => void;
  readonly onRemove: () => void;
}

function OwnEditor(props: {
  readonly title: string;
  readonly asked: Asked;
  readonly onChange: (asked: Asked) => void;
  readonly onCommon: () => void;
  readonly close: () => void;
}): ReactNode {
  const t = useWords(dispositionWords);
  const { asked, onChange, onCommon, close } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelector('input')?.focus();
  }, []);
  return (
    <div ref={place} className="flex flex-col gap-3">
      <h3 className="text-13 font-semibold text-ink">{t('edit', { title: props.title })}</h3>
      <InstructionBoxes
        chosen={asked.instructions}
        onChange={(instructions) => {
          onChange({ ...asked, instructions });
        }}
      />
      <div className="grid grid-cols-[1fr_232px] gap-4">
        <TextArea
          label={t('note')}
          rows={3}
          value={asked.note}
          onChange={(note) => {
            onChange({ ...asked, note });
          }}
        />
        <DueField
          value={asked.due}
          onChange={(due) => {
            onChange({ ...asked, due });
          }}
        />
      </div>
      <div className="flex justify-end gap-2">
        <Button
          size="dense"
          variant="quiet"
          onPress={() => {
            onCommon();
            close();
          }}
        >
          {t('backToCommon')}
        </Button>
        <Button size="dense" onPress={close}>
          {t('customDone')}
        </Button>
      </div>
    </div>
  );
}

/** The first letter as a capital: a phrase that stands alone. */
function capitalised(phrase: string): string {
  return `${phrase.charAt(0).toLocaleUpperCase('id')}${phrase.slice(1)}`;
}

/** One recipient: who, and whether the common instructions or their own hold for them. */
export function RecipientRow({ recipient, position, common, onOwn, onRemove }: RecipientRowProps): ReactNode {
  const t = useWords(dispositionWords);
  const words = useOfficeWords();
  const format = useFormat();
  const { own } = recipient;
  const holder = holderOf(position);
  const isOwn = own !== null;
  const [first, ...rest] = own?.instructions ?? [];
  const dueText =
    own?.due == null
      ? t('noDue')
      : `${format.dayDate(own.due)}${own.due.length > 10 ? ` ${clock(own.due)}` : ''}`;
  const asked =
    first === undefined
      ? own?.note.trim() === ''
        ? t('noInstruction')
        : own?.note.trim()
      : capitalised(words.instructionShort[first]);
  const summary = isOwn
    ? `${asked ?? ''}${rest.length > 0 ? ` +${rest.length}` : ''} · ${dueText}`
    : t('commonText');
  return (
    <li className="flex h-10 items-center gap-2 border-b border-line pr-2 pl-2">
      <Avatar name={holder?.name ?? position.title} size={24} />
      <span className="w-[175px] min-w-0 shrink-0 leading-4">
        <span className="block truncate text-13 leading-[18px] font-medium text-ink">{position.title}</span>
        <span className="block truncate text-12 text-ink-2">{holder?.name ?? t('vacant')}</span>
      </span>
      <span className={`h-8 w-0.5 shrink-0 ${isOwn ? 'bg-accent' : 'bg-line'}`} aria-hidden />
      <span className="min-w-0 flex-1 text-12">
        <span className={`block ${isOwn ? 'font-semibold text-accent' : 'text-ink-2'}`}>
          {isOwn ? t('custom') : t('common')}
        </span>
        <span className={`block truncate ${isOwn ? 'text-ink' : 'text-ink-3'}`}>{summary}</span>
      </span>
      <span className="-ml-2 flex pr-1">
        <Popover
          label={t('edit', { title: position.title })}
          placement="bottom end"
          className="w-132 p-4"
          trigger={
            <MenuButton
              label={t('edit', { title: position.title })}
              className="inline-flex size-7 items-center justify-center rounded-control text-ink hover:bg-hover"
            >
              <Icon name="pen" size={14} />
            </MenuButton>
          }
        >
          {(close) => (
            <OwnEditor
              title={position.title}
              asked={own ?? { ...common, note: '' }}
              onChange={onOwn}
              onCommon={() => {
                onOwn(null);
              }}
              close={close}
            />
          )}
        </Popover>
        <IconButton
          icon="close"
          iconSize={14}
          label={t('remove', { title: position.title })}
          onPress={onRemove}
        />
      </span>
    </li>
  );
}
