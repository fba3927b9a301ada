import type { AcceptedEntry, RosterPosition } from './entry.ts';
import { applyRoster } from './roster.ts';
import type { RosterState } from './roster.ts';

/** The roster after one of its entries, and what it grew from. */
export interface RosterNode {
  readonly state: RosterState;
  readonly parent: RosterNode | null;
  readonly entry: AcceptedEntry | null;
  /** The entry is a take-over that the root key signed. */
  readonly takesOver: boolean;
}

/** The better of two take-overs: the higher term, then the smaller hash. */
function outranks(a: RosterNode, b: RosterNode): boolean {
  if (a.state.term !== b.state.term) return a.state.term > b.state.term;
  return a.state.at.hash < b.state.at.hash;
}

function ancestorAt(node: RosterNode, index: number): RosterNode {
  let at = node;
  while (at.state.at.index > index && at.parent !== null) at = at.parent;
  return at;
}

/** Whether `node` grew from `from`, or is it. */
export function descends(node: RosterNode, from: RosterNode): boolean {
  return ancestorAt(node, from.state.at.index) === from;
}

/** The last roster that two have in common. */
export function commonAncestor(a: RosterNode, b: RosterNode): RosterNode {
  let one = ancestorAt(a, b.state.at.index);
  let other = ancestorAt(b, a.state.at.index);
  while (one !== other && one.parent !== null && other.parent !== null) {
    one = one.parent;
    other = other.parent;
  }
  return one;
}

function bestTakeOver(node: RosterNode, above: RosterNode): RosterNode | null {
  let best: RosterNode | null = null;
  for (let at = node; at !== above && at.parent !== null; at = at.parent) {
    if (at.takesOver && (best === null || outranks(at, best))) best = at;
  }
  return best;
}

/**
 * Whether a log that named one roster may name the other next. It goes forward, or over to a branch that ranks above
 * its own: never back to a roster that it knew to be past. Depends on the two alone, so every PC answers the same.
 */
export function mayFollow(next: RosterNode, named: RosterNode): boolean {
  if (descends(next, named)) return true;
  if (descends(named, next)) return false;
  const fork = commonAncestor(next, named);
  const [here, there] = [bestTakeOver(named, fork), bestTakeOver(next, fork)];
  if (there !== null) return here === null || outranks(there, here);
  if (here !== null) return false;
  const after = fork.state.at.index + 1;
  return ancestorAt(next, after).state.at.hash < ancestorAt(named, after).state.at.hash;
}

/**
 * Every roster entry that was accepted, as a tree over the genesis, with its one main chain. Forks arise when the
 * root key takes over beside entries nobody had seen, or when the writer's log was continued twice. The chain leads
 * to the best take-over (highest term, then smaller hash), and from there on, at forks, to the smaller hash: a rule
 * over what is there, not over when it came.
 */
export class RosterTree {
  readonly #genesis: RosterNode;
  readonly #byHash = new Map<string, RosterNode>();
  readonly #children = new Map<RosterNode, RosterNode[]>();
  /** In the order in which they came; a parent is always before its children. */
  readonly #added: RosterNode[] = [];
  /** What each log wrote, in the order in which it came. */
  readonly #by = new Map<string, RosterNode[]>();
  #main: RosterNode[];
  #best: RosterNode | null = null;

  constructor(genesis: RosterState) {
    this.#genesis = { state: genesis, parent: null, entry: null, takesOver: false };
    this.#byHash.set(genesis.at.hash, this.#genesis);
    this.#main = [this.#genesis];
  }

  /** The end of the main chain. */
  get tip(): RosterNode {
    return this.#main.at(-1) ?? this.#genesis;
  }

  get size(): number {
    return this.#added.length;
  }

  /** True while there is no fork: then an index alone tells a roster. */
  get isChain(): boolean {
    return this.#main.length === this.#added.length + 1;
  }

  /** The highest term that anybody ever began, on whatever branch. */
  get highestTerm(): number {
    return this.#added.reduce((highest, { state }) => Math.max(highest, state.term), 0);
  }

  find({ index, hash }: RosterPosition): RosterNode | undefined {
    const node = this.#byHash.get(hash);
    return node?.state.at.index === index ? node : undefined;
  }

  /** The main chain's roster at an index; its end for one beyond. */
  mainAt(index: number): RosterNode {
    return this.#main[index] ?? this.tip;
  }

  /** The nearest roster of the main chain from which this one grew. */
  onMain(node: RosterNode): RosterNode {
    let at = node;
    while (this.#main[at.state.at.index] !== at && at.parent !== null) at = at.parent;
    return at;
  }

  /**
   * The last roster that a log wrote before one of its entries; undefined when none.
   *
   * @param isBefore whether an earlier entry of that log lies on the way to the one in question
   */
  lastBy(log: string, isBefore: (entry: AcceptedEntry) => boolean): RosterNode | undefined {
    // Of one continuation an entry never comes before its predecessor, so the last that came is its last.
    return this.#by.get(log)?.findLast(({ entry }) => entry !== null && isBefore(entry));
  }

  /** Adds what follows `parent`. The caller has checked that its author may write it. */
  add(parent: RosterNode, entry: AcceptedEntry, takesOver: boolean): RosterNode {
    const node: RosterNode = { state: applyRoster(parent.state, entry), parent, entry, takesOver };
    this.#byHash.set(entry.hash, node);
    this.#added.push(node);
    this.#noteWriter(entry.log, node);
    const siblings = this.#children.get(parent);
    if (siblings === undefined) this.#children.set(parent, [node]);
    else siblings.push(node);
    if (takesOver && (this.#best === null || outranks(node, this.#best))) this.#best = node;
    if (parent === this.tip) this.#main.push(node);
    else this.#chooseMain();
    return node;
  }

  /** Forgets what a transaction added that did not come to be. */
  truncate(size: number): void {
    if (size >= this.#added.length) return;
    for (const node of this.#added.splice(size)) {
      this.#byHash.delete(node.state.at.hash);
      this.#children.delete(node);
      if (node.parent === null) continue;
      const siblings = this.#children.get(node.parent)?.filter((child) => child !== node) ?? [];
      if (siblings.length === 0) this.#children.delete(node.parent);
      else this.#children.set(node.parent, siblings);
    }
    this.#best = null;
    this.#by.clear();
    for (const node of this.#added) {
      if (node.entry !== null) this.#noteWriter(node.entry.log, node);
      if (node.takesOver && (this.#best === null || outranks(node, this.#best))) this.#best = node;
    }
    this.#chooseMain();
  }

  #noteWriter(log: string, node: RosterNode): void {
    const known = this.#by.get(log);
    if (known === undefined) this.#by.set(log, [node]);
    else known.push(node);
  }

  #chooseMain(): void {
    const main: RosterNode[] = [];
    for (let at = this.#best; at !== null; at = at.parent) main.unshift(at);
    if (main.length === 0) main.push(this.#genesis);
    for (;;) {
      const children: readonly RosterNode[] = this.#children.get(main.at(-1) ?? this.#genesis) ?? [];
      const [next] = children.toSorted((a, b) => (a.state.at.hash < b.state.at.hash ? -1 : 1));
      if (next === undefined) break;
      main.push(next);
    }
    this.#main = main;
  }
}
