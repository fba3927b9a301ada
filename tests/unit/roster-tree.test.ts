import { describe, expect, it } from 'vitest';

import type { AcceptedEntry, RosterPosition } from '#core/office/entry.ts';
import { rosterAtGenesis } from '#core/office/roster.ts';
import { commonAncestor, descends, mayFollow, RosterTree } from '#core/office/roster-tree.ts';
import type { RosterNode } from '#core/office/roster-tree.ts';
import { sha256Hex } from '#main/engine/log/digest.ts';
import { canonicalJson } from '#main/engine/log/canonical-json.ts';
import { seededRandom } from './seeded-random.ts';

const GENESIS = sha256Hex('genesis');

interface Planned {
  readonly entry: AcceptedEntry;
  readonly takesOver: boolean;
}

const user = 'usr_0000000000000000';
const keys = { sign: 'A'.repeat(43), exchange: 'A'.repeat(43) };

function entryAt(parent: RosterPosition, nth: number, term: number | null): AcceptedEntry {
  const hash = sha256Hex(`${nth} after ${parent.hash} in ${term ?? 'the same'}`);
  const log = sha256Hex(`log ${nth % 3}`);
  const taken = { term, log, user, name: 'Endang', nip: '', keys, rootSig: 'A'.repeat(86) };
  return {
    v: 0,
    log,
    seq: nth,
    prev: null,
    deps: [],
    roster: parent,
    time: nth,
    actor: { user, position: null, standing: 'definitive' },
    type: term === null ? 'roster.office-set' : 'roster.taken-over',
    subject: null,
    basis: [],
    body: term === null ? { name: `Kantor ${nth}`, letterhead: [], timeZone: 'Asia/Jakarta' } : taken,
    hash,
    rank: nth,
  };
}

/** A tree with forks at any place, by take-overs and by logs that were continued twice. */
function planned(seed: number): readonly Planned[] {
  const random = seededRandom(seed);
  const plan: (Planned & { readonly at: RosterPosition; readonly term: number })[] = [];
  for (let nth = 1; nth <= 25; nth += 1) {
    const before = random() < 0.7 ? plan.at(-1) : plan[Math.floor(random() * plan.length)];
    const parent = before?.at ?? { index: 0, hash: GENESIS };
    const term = random() < 0.2 ? (before?.term ?? 0) + 1 + Math.floor(random() * 2) : null;
    const entry = entryAt(parent, nth, term);
    const at = { index: parent.index + 1, hash: entry.hash };
    plan.push({ entry, takesOver: term !== null, at, term: term ?? before?.term ?? 0 });
  }
  return plan;
}

function grown(plan: readonly Planned[], order: (left: number) => number): RosterTree {
  const tree = new RosterTree(rosterAtGenesis(GENESIS, sha256Hex('log 0')));
  const left = [...plan];
  while (left.length > 0) {
    const ready = left.filter(({ entry }) => tree.find(entry.roster) !== undefined);
    const next = ready[order(ready.length)];
    const parent = next === undefined ? undefined : tree.find(next.entry.roster);
    if (next === undefined || parent === undefined) throw new Error('nothing can be added');
    tree.add(parent, next.entry, next.takesOver);
    left.splice(left.indexOf(next), 1);
  }
  return tree;
}

function nodesOf(tree: RosterTree, plan: readonly Planned[]): readonly RosterNode[] {
  return plan.flatMap(({ entry }) => tree.find({ index: entry.roster.index + 1, hash: entry.hash }) ?? []);
}

/** Everything that the tree decides, as one text. */
function decided(tree: RosterTree, plan: readonly Planned[]): string {
  const nodes = nodesOf(tree, plan);
  return canonicalJson({
    tip: tree.tip.state.at,
    name: tree.tip.state.name,
    term: tree.highestTerm,
    main: nodes.map((node) => tree.onMain(node).state.at.index),
    follows: nodes.map((a) => nodes.map((b) => mayFollow(a, b))),
  });
}

describe('the roster as a tree', () => {
  it('has the same main chain and judges alike, in whatever order its entries came', () => {
    let forked = 0;
    for (let seed = 1; seed <= 150; seed += 1) {
      const plan = planned(seed);
      const first = grown(plan, () => 0);
      if (!first.isChain) forked += 1;
      const random = seededRandom(seed * 7919);
      for (let round = 0; round < 3; round += 1) {
        const other = grown(plan, (n) => Math.floor(random() * n));
        expect(decided(other, plan), `seed ${seed}`).toBe(decided(first, plan));
      }
      expect(
        decided(
          grown(plan, (n) => n - 1),
          plan,
        ),
      ).toBe(decided(first, plan));
    }
    expect(forked).toBeGreaterThan(100);
  });

  it('leads to the take-over with the highest term, and lets no log go back and forth', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const plan = planned(seed);
      const tree = grown(plan, () => 0);
      const nodes = nodesOf(tree, plan);
      const terms = nodes.filter(({ takesOver }) => takesOver).map(({ state }) => state.term);
      expect(tree.tip.state.term).toBe(Math.max(0, ...terms));
      for (const a of nodes) {
        expect(mayFollow(a, a)).toBe(true);
        for (const b of nodes) {
          if (a === b) continue;
          expect(mayFollow(a, b) && mayFollow(b, a), `seed ${seed}`).toBe(false);
          expect(mayFollow(a, b) || mayFollow(b, a)).toBe(true);
          if (descends(a, b)) expect(mayFollow(a, b)).toBe(true);
          expect(descends(a, commonAncestor(a, b)) && descends(b, commonAncestor(a, b))).toBe(true);
        }
        // Whatever a log named, it may always go on at the end of the main chain.
        expect(mayFollow(tree.tip, a), `seed ${seed}`).toBe(true);
      }
    }
  });

  it('forgets what a transaction added that did not come to be', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const plan = planned(seed);
      const cut = 1 + (seed % (plan.length - 1));
      const tree = grown(plan, () => 0);
      tree.truncate(cut);
      expect(tree.size).toBe(cut);
      const kept = plan.slice(0, cut);
      expect(decided(tree, kept)).toBe(
        decided(
          grown(kept, () => 0),
          kept,
        ),
      );
      for (const { entry } of kept) expect(tree.lastBy(entry.log, () => true)).toBeDefined();
    }
  });
});
