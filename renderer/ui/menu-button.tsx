import type { ReactNode, Ref } from 'react';
import { Button } from 'react-aria-components';

import { given } from './given.ts';
import { spokenKeys } from './key-cap.tsx';

export interface MenuButtonProps {
  readonly children: ReactNode;
  /** Spoken name where the content is an icon alone; a button with words is named by them. */
  readonly label?: string | undefined;
  readonly shortcut?: string | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
  readonly className: string;
}

/** A bare button that opens a menu or popover; its look is the caller's. */
export function MenuButton({ children, label, shortcut, buttonRef, className }: MenuButtonProps): ReactNode {
  return (
    <Button
      {...given({
        ref: buttonRef,
        'aria-label': label,
        'aria-keyshortcuts': shortcut === undefined ? undefined : spokenKeys(shortcut),
      })}
      className={className}
    >
      {children}
    </Button>
  );
}
