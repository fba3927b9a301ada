import { shareKinds } from '#core/contract/share-traffic.ts';
import type { ShareTraffic, ShareWork } from '#core/contract/share-traffic.ts';

import type { OutsideWork } from './outside-trace.ts';

const KILO = 1000;

/** Bytes in the unit that tells something. */
export function bytesTold(bytes: number): string {
  if (bytes < KILO) return `${bytes} B`;
  if (bytes < KILO * KILO) return `${(bytes / KILO).toFixed(1)} KB`;
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}

/** Whatever was done at least once, with its number; sizes as sizes. */
function doneTold(work: Readonly<Record<string, number>>): string {
  const done = Object.entries(work).filter(([, times]) => times > 0);
  const told = done.map(([what, times]) =>
    what.startsWith('bytes') ? `${bytesTold(times)} ${what.slice(5).toLowerCase()}` : `${what} ${times}`,
  );
  return told.length === 0 ? 'nothing' : told.join(', ');
}

/** One kind's work, or all of it together, in a line. */
export function workTold(work: ShareWork | OutsideWork): string {
  return doneTold({ ...work });
}

/** What went over the share, a line for each kind of file that was touched. */
export function trafficTold(traffic: ShareTraffic): readonly string[] {
  return shareKinds.flatMap((kind) => {
    const told = workTold(traffic[kind]);
    return told === 'nothing' ? [] : [`  ${kind.padEnd(8)} ${told}`];
  });
}
