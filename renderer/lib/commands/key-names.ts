interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A key press as commands name it: `d`, `?`, `Ctrl+K`, `Ctrl+Enter`, `Alt+ArrowRight`, `Shift+Tab`. */
export function keyName(press: KeyPress): string {
  const isLetter = press.key.length === 1;
  const hasModifier = press.ctrlKey || press.metaKey || press.altKey;
  const parts: string[] = [];
  if (press.ctrlKey || press.metaKey) parts.push('Ctrl');
  if (press.altKey) parts.push('Alt');
  // Shift is part of the character itself ("?"), so it is named only beside named keys and modifiers.
  if (press.shiftKey && (!isLetter || hasModifier)) parts.push('Shift');
  parts.push(isLetter && hasModifier ? press.key.toUpperCase() : press.key);
  return parts.join('+');
}

/** A key as printed on a key cap: arrows as arrows, Escape as Esc. */
export function printedKey(keys: string): string {
  return keys
    .replace('ArrowDown', '↓')
    .replace('ArrowUp', '↑')
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→')
    .replace('Escape', 'Esc')
    .replace('PageDown', 'PgDn')
    .replace('PageUp', 'PgUp');
}
