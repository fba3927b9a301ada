import type { AcceptedEntry, RosterPosition } from '#core/office/entry.ts';
import type { Judgement } from '#core/office/letter-reducers.ts';
import { rosterActSchemas } from '#core/office/roster-acts.ts';
import { floorOf, isQuarantined } from '#core/office/roster-closing.ts';
import type { KnownLogs } from '#core/office/roster-closing.ts';
import { rosterAtGenesis } from '#core/office/roster.ts';
import type { RosterState } from '#core/office/roster.ts';
import { commonAncestor, mayFollow, RosterTree } from '#core/office/roster-tree.ts';
import type { RosterNode } from '#core/office/roster-tree.ts';

import { verifyTakeOver } from '../keys/take-over.ts';
import type { GenesisFile } from '../log/genesis.ts';
import { logIdOf } from '../log/log-id.ts';

/** What became of a roster entry: it follows its author's right to write, or nobody may believe it. */
export type RosterAnswer = 'applied' | 'taken-over' | 'forged';

/** The roster at each of its positions, so that every act is judged by the roster it named. */
export interface RosterHistory {
  readonly current: () => RosterState;
  /** The end of the main chain, to be told apart from a later one. */
  readonly tip: () => RosterNode;
  /** The roster at a position, on the main chain or beside it; undefined while it is not known. */
  readonly find: (position: RosterPosition) => RosterNode | undefined;
  /** Whether a roster entry is on the main chain: what stands beside it has no effect. */
  readonly isOnMain: (entry: Pick<AcceptedEntry, 'roster' | 'hash'>) => boolean;
  /** True while an index alone tells a roster. */
  readonly isChain: () => boolean;
  /** The last roster that a log wrote, of its entries that lie before the one in question. */
  readonly lastBy: (log: string, isBefore: (entry: AcceptedEntry) => boolean) => RosterNode | undefined;
  /** Takes a roster entry whose author's user signature was checked. */
  readonly take: (entry: AcceptedEntry) => RosterAnswer;
  /** How much there is; `truncate` goes back to it when a transaction did not come to be. */
  readonly size: () => number;
  readonly truncate: (size: number) => void;
  readonly highestTerm: () => number;
  /** Signing key of a person by a roster; the founder is known from the genesis. */
  readonly signingKeyOf: (user: string, position: RosterPosition) => string | null;
  /** Whether a take-over's root signature is the office's. */
  readonly isTakeOver: (entry: Pick<AcceptedEntry, 'log' | 'type' | 'body' | 'roster' | 'actor'>) => boolean;
  /**
   * By which roster an entry counts: the nearest one on the main chain from which the named one grew, but none older
   * than the floor of its log; and whether a cut of the newest roster holds it back.
   */
  readonly judge: (entry: AcceptedEntry, logs: KnownLogs) => Judgement;
}

export { commonAncestor, mayFollow };
export type { RosterNode };

/** Begins the history at the office's genesis. */
export function rosterHistory(file: GenesisFile): RosterHistory {
  const { writer, root } = file.genesis;
  const writerLog = logIdOf(writer.logKey);
  if (writerLog === null) throw new TypeError('a genesis was accepted without a log key');
  const tree = new RosterTree(rosterAtGenesis(file.hash, writerLog));

  function isTakeOver({
    log,
    type,
    body,
    roster,
    actor,
  }: Parameters<RosterHistory['isTakeOver']>[0]): boolean {
    if (type !== 'roster.taken-over') return false;
    const parsed = rosterActSchemas['roster.taken-over'].safeParse(body);
    if (!parsed.success || parsed.data.log !== log || parsed.data.user !== actor.user) return false;
    const term = tree.find(roster)?.state.term ?? Number.MAX_SAFE_INTEGER;
    return parsed.data.term > term && verifyTakeOver(root.sign, file.officeId, roster, parsed.data);
  }

  return {
    current: () => tree.tip.state,
    tip: () => tree.tip,
    find: (position) => tree.find(position),
    isOnMain: ({ roster, hash }) => {
      const node = tree.find({ index: roster.index + 1, hash });
      return node !== undefined && tree.onMain(node) === node;
    },
    isChain: () => tree.isChain,
    lastBy: (log, isBefore) => tree.lastBy(log, isBefore),
    take: (entry) => {
      const parent = tree.find(entry.roster);
      if (parent === undefined || entry.userSig === undefined) return 'forged';
      if (entry.type === 'roster.taken-over') {
        if (!isTakeOver(entry)) return 'forged';
        tree.add(parent, entry, true);
        return 'taken-over';
      }
      if (entry.log !== parent.state.writerLog) return 'forged';
      tree.add(parent, entry, false);
      return 'applied';
    },
    size: () => tree.size,
    truncate: (size) => tree.truncate(size),
    highestTerm: () => tree.highestTerm,
    signingKeyOf: (user, position) => {
      const known = tree.find(position)?.state.people.get(user);
      if (known !== undefined) return known.keys.sign;
      return user === writer.user ? writer.userSign : null;
    },
    isTakeOver,
    judge: (entry, logs) => {
      const now = tree.tip.state;
      const named = tree.find(entry.roster);
      if (named === undefined) throw new Error(`entry ${entry.hash} was accepted under an unknown roster`);
      const main = tree.isChain ? named : tree.onMain(named);
      const floor = floorOf(now, entry, entry.actor.user, logs);
      const by = floor > main.state.at.index ? tree.mainAt(floor) : main;
      return {
        roster: by.state,
        quarantined: isQuarantined(now, entry, logs),
      };
    },
  };
}
