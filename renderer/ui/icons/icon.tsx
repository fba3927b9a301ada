import type { ReactNode } from 'react';

import { officePaths } from './office-paths.tsx';
import { signPaths } from './sign-paths.tsx';

const paths = { ...officePaths, ...signPaths };

/** Every icon there is; a name that was not drawn fails the typecheck. */
export type IconName = keyof typeof paths;

/** Whether an icon of this name was drawn. */
export function isIconName(name: string): name is IconName {
  return Object.hasOwn(paths, name);
}

export interface IconProps {
  readonly name: IconName;
  /** Pixels: 14, 16, or 20 and more. */
  readonly size?: number;
  /** Text for screen readers; without it the icon is decoration beside a word. */
  readonly label?: string;
  readonly className?: string;
}

/** A stroke icon in the colour of its text. Above 16 px the stroke stays 1.5 px. */
export function Icon({ name, size = 16, label, className }: IconProps): ReactNode {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg
      {...spoken}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={size > 16 ? (1.5 * 16) / size : size < 14 ? 2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className ?? ''}`}
    >
      {paths[name]}
    </svg>
  );
}
