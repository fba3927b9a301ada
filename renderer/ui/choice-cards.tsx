import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

export interface ChoiceCard {
  readonly id: string;
  readonly label: string;
  /** Whose it is and since when, smaller below. */
  readonly detail: string;
}

/** One of a few weighty choices, each with a line that explains it. Up and down move, as in a radio group. */
export function ChoiceCards(props: {
  readonly label: string;
  readonly choices: readonly ChoiceCard[];
  /** Null while nothing is chosen: nobody decides by pressing Enter twice. */
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}): ReactNode {
  const { label, choices, value, onChange } = props;
  return (
    <RadioGroup value={value} onChange={onChange} className="flex flex-col gap-2">
      <Label className="text-12 font-medium text-ink-2">{label}</Label>
      {choices.map((choice) => (
        <Radio
          key={choice.id}
          value={choice.id}
          className="group flex cursor-default items-start gap-2.5 rounded-control border border-control bg-page px-3 py-2 data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-1 data-[focus-visible]:outline-focus data-[hovered]:bg-hover data-[selected]:border-accent data-[selected]:bg-accent-soft"
        >
          <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-page group-data-[selected]:border-[5px] group-data-[selected]:border-accent" />
          <span className="min-w-0">
            <span className="block text-13 font-medium text-ink group-data-[selected]:font-semibold">
              {choice.label}
            </span>
            <span className="block text-12 text-ink-2">{choice.detail}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
