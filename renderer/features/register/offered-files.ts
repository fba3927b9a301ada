import { useSyncExternalStore } from 'react';

import type { FileSource } from '#core/contract/inputs.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';

/** A file that somebody dropped, chose or sent to the app, before the engine looks into it. */
export interface OfferedFile {
  readonly name: string;
  /** Its path, or the bytes of one that has no path (pasted, dragged out of a mail program). */
  readonly source: () => Promise<FileSource>;
  /** The page's own file; null for one that is known by its path alone. */
  readonly file: File | null;
}

/** A file of the page. The engine reads from disk where it can, so that a large scan is not copied through the page. */
export function offeredFile(file: File): OfferedFile {
  return {
    name: file.name,
    file,
    source: async () => {
      const path = shell.pathOf(file);
      if (path !== '') return { path };
      return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    },
  };
}

/** A file named by its path, from "Kirim ke" or the command line. */
export function offeredPath(path: string): OfferedFile {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return { name, file: null, source: async () => ({ path }) };
}

let waiting: readonly OfferedFile[] = [];
const listeners = new Set<() => void>();

function set(files: readonly OfferedFile[]): void {
  waiting = files;
  for (const listener of listeners) listener();
}

/** Hands files to the register screen, which takes them as soon as it is there. */
export function offerToRegister(files: readonly OfferedFile[]): void {
  set([...waiting, ...files]);
}

/** Takes what waits, once. */
export function takeOffered(): readonly OfferedFile[] {
  const taken = waiting;
  if (taken.length > 0) set([]);
  return taken;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How many files wait to be taken. */
export function useOfferedCount(): number {
  return useSyncExternalStore(subscribe, () => waiting.length);
}
