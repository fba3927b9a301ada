import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';

import { given } from './given.ts';
import { Icon, type IconName } from './icons/icon.tsx';
import { spokenKeys } from './key-cap.tsx';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps {
  readonly icon: IconName;
  /** What it does; read aloud and shown as a tooltip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly isDisabled?: boolean | undefined;
  /** For a button that switches something: whether it is on. */
  readonly isPressed?: boolean | undefined;
  readonly iconSize?: number;
  readonly className?: string;
}

/** A square button of 28 px with an icon; its words are in a tooltip. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { icon, label, shortcut, iconSize = 16, className = '' } = props;
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton
        aria-label={label}
        {...given({
          onPress: props.onPress,
          isDisabled: props.isDisabled,
          'aria-pressed': props.isPressed,
          'aria-keyshortcuts': shortcut === undefined ? undefined : spokenKeys(shortcut),
        })}
        className={`inline-flex size-7 shrink-0 items-center justify-center rounded-control text-ink-2 transition-colors duration-80 hover:bg-hover hover:text-ink disabled:text-ink-3 disabled:opacity-50 aria-pressed:bg-accent-soft aria-pressed:text-accent ${className}`}
      >
        <Icon name={icon} size={iconSize} />
      </AriaButton>
    </Tooltip>
  );
}
