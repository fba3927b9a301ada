import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

import { Icon, type IconName } from './icons/icon.tsx';

export interface Segment<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly icon?: IconName | undefined;
}
export interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly segments: readonly Segment<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of two to four choices, all in sight. Arrow keys move, as in a radio group. */
export function Segments<T extends string>(props: SegmentsProps<T>): ReactNode {
  const { label, isLabelHidden = false, segments, value, onChange } = props;
  return (
    <RadioGroup
      value={value}
      orientation="horizontal"
      onChange={(chosen) => {
        const segment = segments.find((s) => s.id === chosen);
        if (segment !== undefined) onChange(segment.id);
      }}
      className="flex flex-col"
    >
      <Label className={isLabelHidden ? 'sr-only' : 'pb-1 text-12 font-medium text-ink-2'}>{label}</Label>
      <div className="flex h-7 overflow-hidden rounded-control border border-control bg-page">
        {segments.map((segment) => (
          <Radio
            key={segment.id}
            value={segment.id}
            className="flex flex-1 items-center justify-center gap-1.5 border-l border-line-strong px-3 text-12 whitespace-nowrap text-ink-2 first:border-l-0 data-[focus-visible]:outline-2 data-[focus-visible]:-outline-offset-2 data-[focus-visible]:outline-focus data-[hovered]:bg-hover data-[selected]:bg-accent-soft data-[selected]:font-semibold data-[selected]:text-accent"
          >
            {segment.icon === undefined ? null : <Icon name={segment.icon} size={14} />}
            {segment.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
