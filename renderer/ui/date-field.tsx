import { type ReactNode, useState } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';

import type { FieldWords } from './field.tsx';
import { Icon } from './icons/icon.tsx';
import { MonthGrid, type MonthGridProps } from './month-grid.tsx';
import { TextField } from './text-field.tsx';

export interface DateFieldProps extends FieldWords {
  /** ISO day; empty while there is none. */
  readonly day: string;
  readonly onDay: (day: string) => void;
  readonly today: string;
  /** Reads what was typed; null when it is no date. */
  readonly read: (typed: string) => string | null;
  readonly print: (day: string) => string;
  /** Said when what was typed is no date. It stays in the field. */
  readonly unclearText: string;
  readonly placeholder?: string | undefined;
  readonly calendarLabel: string;
  readonly calendar: Pick<
    MonthGridProps,
    'printMonth' | 'printWeekday' | 'printDay' | 'previousLabel' | 'nextLabel'
  >;
}

/** A day, typed the way people write it or picked from a calendar. What was typed is read when the field is left. */
export function DateField(props: DateFieldProps): ReactNode {
  const { day, onDay, print, read } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnclear, setUnclear] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const settle = () => {
    if (typed === null) return;
    const found = typed.trim() === '' ? '' : read(typed);
    setUnclear(found === null);
    if (found === null) return;
    setTyped(null);
    onDay(found);
  };
  const pick = (picked: string) => {
    setTyped(null);
    setUnclear(false);
    setOpen(false);
    onDay(picked);
  };
  return (
    <TextField
      label={props.label}
      isLabelHidden={props.isLabelHidden}
      aside={props.aside}
      description={props.description}
      error={isUnclear ? props.unclearText : props.error}
      placeholder={props.placeholder}
      value={typed ?? (day === '' ? '' : print(day))}
      onChange={(text) => {
        setTyped(text);
        setUnclear(false);
        const found = read(text);
        if (found !== null) onDay(found);
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey) settle();
        if (event.key === 'ArrowDown' && event.altKey) setOpen(true);
      }}
      end={
        <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
          <Button
            aria-label={props.calendarLabel}
            excludeFromTabOrder
            className="-mr-1 inline-flex size-6 items-center justify-center rounded-control text-ink-2 outline-none hover:bg-hover"
          >
            <Icon name="calendar" size={14} />
          </Button>
          <Popover
            offset={6}
            placement="bottom end"
            aria-label={props.calendarLabel}
            className="appear rounded-popover border border-line-strong bg-page p-2 shadow-popover outline-none"
          >
            <MonthGrid
              {...props.calendar}
              day={day === '' ? props.today : day}
              today={props.today}
              onPick={pick}
            />
          </Popover>
        </DialogTrigger>
      }
    />
  );
}
