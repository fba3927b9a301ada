import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';

import { given } from './given.ts';
import { Icon } from './icons/icon.tsx';

export interface CheckboxProps {
  readonly children?: ReactNode;
  /** Needed when there are no words beside it. */
  readonly label?: string | undefined;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** A box to tick; a chosen one has its words in weight, so that colour does not stand alone. */
export function Checkbox({
  children,
  label,
  isChecked,
  onChange,
  isDisabled,
  autoFocus,
}: CheckboxProps): ReactNode {
  return (
    <AriaCheckbox
      isSelected={isChecked}
      onChange={onChange}
      {...given({ 'aria-label': label, isDisabled, autoFocus })}
      className="group flex items-start gap-2 text-13 text-ink-2 data-[disabled]:text-ink-3 data-[selected]:font-medium data-[selected]:text-ink"
    >
      <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-chip border border-control bg-page text-accent-on group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-1 group-data-[focus-visible]:outline-focus group-data-[selected]:border-accent group-data-[selected]:bg-accent">
        {isChecked ? <Icon name="check" size={12} /> : null}
      </span>
      {children === undefined ? null : <span className="min-w-0">{children}</span>}
    </AriaCheckbox>
  );
}
