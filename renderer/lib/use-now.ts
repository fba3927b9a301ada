import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  // Aligned to the minute, so that the clock turns when the minute does.
  let timer = setTimeout(tick, 60_000 - (Date.now() % 60_000));
  function tick(): void {
    listener();
    timer = setTimeout(tick, 60_000 - (Date.now() % 60_000));
  }
  return () => {
    clearTimeout(timer);
  };
}

/** The current minute in milliseconds since 1970 UTC; renders again when it turns. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / 60_000) * 60_000);
}
