import { dumpOffice } from '#main/engine/audit/dump.ts';
import { verifyStore } from '#main/engine/audit/verify-store.ts';

import { value } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

/** What all PCs of the office share, as this one has it. */
export function dumpOf({ engine }: Pick<Pc, 'engine'>): string {
  const { office } = engine.state;
  if (office === null) throw new Error('no office');
  return [...dumpOffice(office, { confidential: true })].join('');
}

/** What the audit of a PC's store finds. */
export async function findingsOf({ engine }: Pc): Promise<readonly string[]> {
  const { office } = engine.state;
  if (office === null) throw new Error('no office');
  return (await value(verifyStore(office))).findings.map((finding) => JSON.stringify(finding));
}

/** Passes on every PC until nobody has anything new: numbers answer each other over some rounds. */
export async function settle(...pcs: readonly Pc[]): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    let moved = 0;
    for (const pc of pcs) {
      const { published, ingested } = await pc.sync();
      moved += published + ingested;
    }
    if (moved === 0) return;
  }
  throw new Error('the PCs do not come to rest');
}

/** The person signed in. */
export async function userOf(pc: Pc): Promise<string> {
  return (await pc.call('session.state', undefined)).me?.user ?? '';
}

/** Whether the person signed in writes the roster on this PC. */
export async function isWriter(pc: Pc): Promise<boolean> {
  return (await pc.call('session.state', undefined)).me?.isRosterWriter ?? false;
}
