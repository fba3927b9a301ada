import { useSyncExternalStore } from 'react';

let offered: { readonly file: File } | null = null;
const listeners = new Set<() => void>();

/** Hands a dropped PDF to the verify screen. */
export function offerToVerify(file: File): void {
  offered = { file };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The PDF that was offered last; it stays while the app is open, so that one can come back to it. */
export function useOfferedPdf(): { readonly file: File } | null {
  return useSyncExternalStore(subscribe, () => offered);
}
