import type { ReactNode } from 'react';

import { initialsOf } from './initials.ts';

const sizes = { 24: 'size-6 text-11', 28: 'size-7 text-11', 36: 'size-9 text-13' } as const;

/** A person as two letters; decoration beside the name. */
export function Avatar({
  name,
  size = 28,
}: {
  readonly name: string;
  readonly size?: 24 | 28 | 36;
}): ReactNode {
  return (
    <span
      aria-hidden
      className={`inline-flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent ${sizes[size]}`}
    >
      {initialsOf(name)}
    </span>
  );
}
