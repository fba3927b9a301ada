import type { OfferedFile } from '#renderer/features/register/index.ts';

let waiting: OfferedFile | null = null;

/** Hands a dropped PDF to the memo screen, which takes it when it opens. */
export function offerToMemo(file: OfferedFile): void {
  waiting = file;
}

/** Takes what waits, once. */
export function takeOfferedMemo(): OfferedFile | null {
  const taken = waiting;
  waiting = null;
  return taken;
}
