import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';

export interface FilterChip<T extends string> {
  readonly id: T;
  readonly label: string;
  /** How many rows it would show, as printed. */
  readonly count?: string | undefined;
}
export interface FilterChipsProps<T extends string> {
  readonly label: string;
  readonly chips: readonly FilterChip<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** Filters of a list with their counts; one is chosen. Left and right move. */
export function FilterChips<T extends string>({
  label,
  chips,
  value,
  onChange,
}: FilterChipsProps<T>): ReactNode {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      orientation="horizontal"
      onChange={(chosen) => {
        const chip = chips.find((c) => c.id === chosen);
        if (chip !== undefined) onChange(chip.id);
      }}
      className="flex"
    >
      {chips.map((chip) => (
        <Radio
          key={chip.id}
          value={chip.id}
          className="flex h-6 items-center gap-1 rounded-chip px-2 text-12 whitespace-nowrap text-ink-2 data-[focus-visible]:outline-2 data-[focus-visible]:outline-focus data-[hovered]:bg-hover data-[selected]:bg-accent-soft data-[selected]:font-semibold data-[selected]:text-accent"
        >
          {chip.label}
          {chip.count === undefined ? null : (
            <span className={value === chip.id ? '' : 'text-ink-3'}>{chip.count}</span>
          )}
        </Radio>
      ))}
    </RadioGroup>
  );
}
