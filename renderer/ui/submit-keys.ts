import type { KeyboardEvent } from 'react';

/** Ctrl+Enter anywhere inside a form surface does its primary act. */
export function submitKeys(onSubmit: (() => void) | undefined): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !event.ctrlKey || onSubmit === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  };
}
