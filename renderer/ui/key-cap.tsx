import type { ReactNode } from 'react';

/** A key as printed on buttons, in the help sheet and in menus. Screen readers get it from aria-keyshortcuts. */
export function KeyCap({
  keys,
  on = 'plain',
}: {
  readonly keys: string;
  readonly on?: 'plain' | 'accent';
}): ReactNode {
  const tone = on === 'accent' ? 'border-current/60 text-current' : 'border-line-strong bg-page text-ink-2';
  return (
    <kbd
      aria-hidden
      className={`inline-flex h-4 min-w-4 shrink-0 items-center justify-center rounded-chip border px-1 font-sans text-11 leading-none font-medium ${tone}`}
    >
      {keys}
    </kbd>
  );
}

/** The value of aria-keyshortcuts for keys as we print them: `Ctrl+Enter` becomes `Control+Enter`. */
export function spokenKeys(keys: string): string {
  return keys.replace('Ctrl', 'Control');
}
