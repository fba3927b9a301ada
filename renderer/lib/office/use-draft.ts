import { useCallback, useEffect, useRef, useState } from 'react';

import { useOffice } from './office-context.tsx';

export interface Draft<T> {
  /** Null until the kept draft was asked for. */
  readonly value: T | null;
  readonly set: (next: T) => void;
  /** Forgets the draft: it was sent. */
  readonly clear: () => void;
  /** Whether the engine has what is on the screen. */
  readonly isSaved: boolean;
}

/** How long typing must pause before the draft is written, in milliseconds. */
const PAUSE = 300;

/**
 * A form's content, kept by the engine as it is typed, so that an error, a crash or a closed window loses nothing.
 *
 * @param read turns what was kept (perhaps by an older version) into the form's value; null starts afresh
 */
export function useDraft<T>(key: string, initial: T, read: (kept: unknown) => T | null): Draft<T> {
  const office = useOffice();
  const [value, setValue] = useState<T | null>(null);
  const [isSaved, setSaved] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const unsaved = useRef<{ readonly value: unknown } | null>(null);
  const start = useRef({ initial, read });
  // Whoever types before the kept draft comes is not overruled by it.
  const isTouched = useRef(false);

  const write = useCallback(async () => {
    const pending = unsaved.current;
    if (pending === null) return;
    unsaved.current = null;
    const result = await office.call('drafts.set', { key, value: pending.value });
    if (unsaved.current === null) setSaved(result.ok);
  }, [key, office]);

  useEffect(() => {
    let isWanted = true;
    isTouched.current = false;
    void office.call('drafts.get', { key }).then((kept) => {
      if (!isWanted || isTouched.current) return;
      const { initial: fresh, read: understand } = start.current;
      setValue((kept.ok ? understand(kept.value) : null) ?? fresh);
    });
    return () => {
      isWanted = false;
      if (timer.current !== null) clearTimeout(timer.current);
      void write();
    };
  }, [key, office, write]);

  const schedule = useCallback(
    (content: unknown, pause: number) => {
      unsaved.current = { value: content };
      setSaved(false);
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => void write(), pause);
    },
    [write],
  );
  const set = useCallback(
    (next: T) => {
      isTouched.current = true;
      setValue(next);
      schedule(next, PAUSE);
    },
    [schedule],
  );
  const clear = useCallback(() => {
    schedule(null, 0);
  }, [schedule]);
  return { value, set, clear, isSaved };
}
