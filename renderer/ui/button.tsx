import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';

import { given } from './given.ts';
import { Icon, type IconName } from './icons/icon.tsx';
import { KeyCap, spokenKeys } from './key-cap.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  /** One primary button per surface. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'link';
  /** Heights: large 36, normal 32, dense 28. */
  readonly size?: 'large' | 'normal' | 'dense';
  readonly icon?: IconName | undefined;
  /** The key that does the same, printed on the button. */
  readonly shortcut?: string | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Takes the focus when its surface opens. */
  readonly autoFocus?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly label?: string | undefined;
  readonly slot?: 'close' | undefined;
  readonly className?: string;
}

const looks = {
  primary:
    'bg-accent text-accent-on font-semibold hover:bg-accent-hover disabled:bg-line disabled:text-ink-3',
  secondary:
    'border border-control bg-page text-ink font-medium hover:bg-frame disabled:border-line-strong disabled:text-ink-3',
  quiet: 'text-ink font-medium hover:bg-hover disabled:text-ink-3',
  danger: 'border border-danger-line bg-danger-soft text-danger font-medium hover:border-danger',
  link: 'text-accent font-medium hover:underline disabled:text-ink-3',
} as const;
const sizes = {
  large: 'h-9 gap-2 px-3.5 text-13',
  normal: 'h-8 gap-2 px-3.5 text-13',
  dense: 'h-7 gap-2 px-2.5 text-13',
} as const;

/** A button that says what it does in words, with its key printed on it. */
export function Button(props: ButtonProps): ReactNode {
  const { variant = 'secondary', size = 'normal', icon, shortcut, children, className = '' } = props;
  const shape = variant === 'link' ? 'gap-1 rounded-chip' : `${sizes[size]} rounded-control`;
  return (
    <AriaButton
      {...given({
        onPress: props.onPress,
        isDisabled: props.isDisabled,
        autoFocus: props.autoFocus,
        type: props.type,
        slot: props.slot,
        'aria-label': props.label,
        'aria-keyshortcuts': shortcut === undefined ? undefined : spokenKeys(shortcut),
      })}
      className={`inline-flex shrink-0 items-center justify-center whitespace-nowrap transition-colors duration-80 ${shape} ${looks[variant]} ${className}`}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
      {shortcut === undefined ? null : (
        <KeyCap keys={shortcut} on={variant === 'primary' ? 'accent' : 'plain'} />
      )}
    </AriaButton>
  );
}
