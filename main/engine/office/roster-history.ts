import type { AcceptedEntry } from '#core/office/entry.ts';
import { applyRoster, rosterAtGenesis } from '#core/office/roster.ts';
import type { RosterState } from '#core/office/roster.ts';

import type { GenesisFile } from '../log/genesis.ts';
import { logIdOf } from '../log/log-id.ts';

/** The roster at each of its positions, so that every act is judged by the roster it named. */
export interface RosterHistory {
  readonly current: () => RosterState;
  /** The roster at an index; the genesis for one that does not exist. */
  readonly at: (index: number) => RosterState;
  readonly apply: (entry: AcceptedEntry) => RosterState;
  /** Forgets what a transaction applied that did not come to be. */
  readonly truncate: (index: number) => void;
  /** Signing key of a person at a roster index; the founder is known from the genesis. */
  readonly signingKeyOf: (user: string, index: number) => string | null;
}

/** Begins the history at the office's genesis. */
export function rosterHistory(file: GenesisFile): RosterHistory {
  const { writer } = file.genesis;
  const writerLog = logIdOf(writer.logKey);
  if (writerLog === null) throw new TypeError('a genesis was accepted without a log key');
  const genesis = rosterAtGenesis(file.hash, writerLog);
  const states: RosterState[] = [genesis];
  const current = () => states.at(-1) ?? genesis;
  return {
    current,
    at: (index) => states[index] ?? genesis,
    apply: (entry) => {
      const next = applyRoster(current(), entry);
      states.push(next);
      return next;
    },
    truncate: (index) => {
      states.length = Math.max(1, Math.min(states.length, index + 1));
    },
    signingKeyOf: (user, index) => {
      const known = (states[index] ?? genesis).people.get(user);
      if (known !== undefined) return known.keys.sign;
      return user === writer.user ? writer.userSign : null;
    },
  };
}
