import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { Button as AriaButton } from 'react-aria-components';

import { Button } from './button.tsx';
import { Icon } from './icons/icon.tsx';

export interface Toast {
  readonly text: string;
  readonly tone?: 'success' | 'danger' | 'warning';
  /** Takes the act back while the toast stands. Ctrl+Z does the same. */
  readonly undo?: { readonly label: string; readonly run: () => void };
  /** How long it stands: 5 s, or 10 s with a way back. */
  readonly seconds?: number;
}
interface Standing extends Toast {
  readonly id: number;
}

let nextId = 1;
let toasts: readonly Standing[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Standing[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says that something was done, and offers the way back. At most three stand at once. */
export function showToast(toast: Toast): void {
  nextId += 1;
  set([...toasts.slice(-2), { ...toast, id: nextId }]);
}

/** Runs the newest way back, as Ctrl+Z does. False when there is none. */
export function undoLast(): boolean {
  const last = toasts.findLast((toast) => toast.undo !== undefined);
  if (last?.undo === undefined) return false;
  set(toasts.filter((toast) => toast.id !== last.id));
  last.undo.run();
  return true;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const icons = { success: 'checkCircle', danger: 'alertCircle', warning: 'warning' } as const;
const colours = { success: 'text-success', danger: 'text-danger', warning: 'text-warning' } as const;

function ToastBox({
  toast,
  closeLabel,
}: {
  readonly toast: Standing;
  readonly closeLabel: string;
}): ReactNode {
  const { undo, tone = 'success' } = toast;
  const [isHeld, setHeld] = useState(false);
  const seconds = toast.seconds ?? (undo === undefined ? 5 : 10);
  const close = () => {
    set(toasts.filter((other) => other.id !== toast.id));
  };
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(close, seconds * 1000);
    return () => {
      clearTimeout(timer);
    };
  });
  return (
    <div
      onPointerEnter={() => {
        setHeld(true);
      }}
      onPointerLeave={() => {
        setHeld(false);
      }}
      className="rise pointer-events-auto flex min-h-10 max-w-120 items-center gap-2 rounded-popover border border-line-strong bg-page py-1 pr-1 pl-3 text-13 text-ink shadow-popover"
    >
      <Icon name={icons[tone]} className={colours[tone]} />
      <span className="min-w-0 flex-1">{toast.text}</span>
      {undo === undefined ? null : (
        <Button
          variant="quiet"
          size="dense"
          icon="undo"
          shortcut="Ctrl+Z"
          onPress={() => {
            close();
            undo.run();
          }}
        >
          {undo.label}
        </Button>
      )}
      <AriaButton
        aria-label={closeLabel}
        onPress={close}
        className="inline-flex size-7 items-center justify-center rounded-control text-ink-2 hover:bg-hover"
      >
        <Icon name="close" size={14} />
      </AriaButton>
    </div>
  );
}

/** Where toasts stand: above the status bar, read aloud politely. Mounted once by the shell. */
export function ToastRegion({
  label,
  closeLabel,
}: {
  readonly label: string;
  readonly closeLabel: string;
}): ReactNode {
  const standing = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div
      role="region"
      aria-label={label}
      aria-live="polite"
      // React Aria keeps elements with this mark reachable while a modal is open.
      data-react-aria-top-layer="true"
      className="pointer-events-none fixed bottom-21 left-1/2 z-50 flex -translate-x-1/2 flex-col items-center gap-2"
    >
      {standing.map((toast) => (
        <ToastBox key={toast.id} toast={toast} closeLabel={closeLabel} />
      ))}
    </div>
  );
}
