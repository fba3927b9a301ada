import type { ReactNode } from 'react';
import { ListBoxItem, Text } from 'react-aria-components';

import { KeyCap } from './key-cap.tsx';

/** A choice of a list: its words and, smaller, what helps to tell it from its neighbours. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  /** Letters of the label to set in bold, from `start` to `end`. */
  readonly match?: { readonly start: number; readonly end: number } | undefined;
}

export const listLook =
  'appear max-h-80 overflow-y-auto rounded-popover border border-line-strong bg-page p-1 shadow-popover outline-none';

function Matched({ label, match }: Option): ReactNode {
  if (match === undefined) return label;
  return (
    <>
      {label.slice(0, match.start)}
      <strong className="font-semibold">{label.slice(match.start, match.end)}</strong>
      {label.slice(match.end)}
    </>
  );
}

/** One choice in the popover of a select or combo box; the focused one prints Enter. */
export function OptionRow({ option }: { readonly option: Option }): ReactNode {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      className="group flex cursor-default items-center gap-2 rounded-chip border-2 border-transparent px-2 py-1 text-13 text-ink outline-none data-[focused]:border-focus data-[focused]:bg-accent-soft data-[hovered]:bg-accent-soft data-[selected]:font-medium"
    >
      <div className="min-w-0 flex-1">
        <Text slot="label" className="block truncate">
          <Matched {...option} />
        </Text>
        {option.detail === undefined ? null : (
          <Text slot="description" className="block truncate text-12 font-normal text-ink-2">
            {option.detail}
          </Text>
        )}
      </div>
      <span className="invisible group-data-[focused]:visible">
        <KeyCap keys="Enter" />
      </span>
    </ListBoxItem>
  );
}
