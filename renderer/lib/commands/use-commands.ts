import { useEffect, useRef, useSyncExternalStore } from 'react';

import { keyName } from './key-names.ts';
import { type Command, commandRegistry } from './registry.ts';

/** Offers commands while the component is on the screen. */
export function useCommands(commands: readonly Command[]): void {
  const owner = useRef(Symbol('commands'));
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  // What they do may change at each render; the registry is told only when what is shown changes.
  const shape = JSON.stringify(
    commands.map((c) => [c.id, c.label, c.group, c.keys, c.icon, c.isEnabled, c.isKeyOnly]),
  );
  useEffect(() => {
    const { current } = owner;
    commandRegistry.register(
      current,
      latest.current.map((command) => ({
        ...command,
        run: () => latest.current.find((c) => c.id === command.id)?.run(),
      })),
    );
  }, [shape]);
  useEffect(() => {
    const { current } = owner;
    return () => {
      commandRegistry.register(current, []);
    };
  }, []);
}

/** All commands of the screen, for palette and help. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(commandRegistry.subscribe, commandRegistry.all);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

/** Elements in which plain keys have a meaning of their own. */
const ownKeys =
  '[role="menu"],[role="dialog"],[role="alertdialog"],[aria-haspopup="listbox"][aria-expanded="true"]';

/** Keys that scroll a document or a trail that has the focus. */
const scrolls: ReadonlySet<string> = new Set([
  'ArrowDown',
  'ArrowUp',
  'PageDown',
  'PageUp',
  'Home',
  'End',
  ' ',
]);

/** Keys with which a text is edited: in a field they are the field's. */
const editingKeys: ReadonlySet<string> = new Set([
  'Ctrl+A',
  'Ctrl+C',
  'Ctrl+V',
  'Ctrl+X',
  'Ctrl+Y',
  'Ctrl+Z',
]);

/** Listens to the keyboard for the registry. Mounted once. */
export function useCommandKeys(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      const keys = keyName(event);
      // Radio buttons and lists take Enter for themselves, Ctrl or not: what has Ctrl is looked at before they see it.
      const isEarly = event.eventPhase === Event.CAPTURING_PHASE;
      if (isEarly !== keys.startsWith('Ctrl+')) return;
      if (isTyping(event.target) && editingKeys.has(keys)) return;
      const isPlain = !keys.includes('Ctrl') && !keys.includes('Alt') && !/^F\d/u.test(keys);
      const { target } = event;
      if (isPlain && isTyping(target)) return;
      // Enter and Space belong to the button or link that has the focus.
      if (
        (keys === 'Enter' || keys === ' ') &&
        target instanceof HTMLElement &&
        target.closest('button,a,[role="tab"],[role="radio"]') !== null
      )
        return;
      if (target instanceof HTMLElement && target.closest(ownKeys) !== null) return;
      if (scrolls.has(keys) && target instanceof HTMLElement && target.closest('[role="region"]') !== null)
        return;
      const command = commandRegistry.byKeys(keys);
      if (command === null) return;
      event.preventDefault();
      if (isEarly) event.stopPropagation();
      command.run();
    }
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
}
