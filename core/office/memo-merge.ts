import type { IneffectiveReason, MemoAct, MemoConflictKind } from './letter-state.ts';
import { firstCourse, followCourse, maySettle, sayingOf } from './memo-course.ts';
import type { Course } from './memo-course.ts';

/**
 * Acts of one position on one memo that its fold keeps once something was decided side by side. Bounds what a colleague
 * who writes contradictions without end can cost; a chain in which each had seen the one before is not bounded.
 */
export const SIDE_BY_SIDE_LIMIT = 24;

/**
 * Where a memo stands by all its acts. Each act is judged where its author stood, by the acts that its `basis`
 * reaches; then what nobody had seen of each other is put together:
 * - acts that say the same do not contradict each other;
 * - a chain that was completed is issued, and what was decided unseen against it becomes a request;
 * - anything else is contested, and the memo stands where all sides had last seen it.
 * The order of the list decides nothing but which of two equal acts counts, and which of two completed chains.
 */
export class MemoMerge {
  readonly #acts: readonly MemoAct[];
  readonly #sayings: readonly string[];
  readonly #views: bigint[] = [];
  readonly #lines: (Course | IneffectiveReason)[] = [];
  readonly #known = new Map<bigint, Course>();

  /** @param acts in causal order, the proposal first */
  constructor(acts: readonly MemoAct[]) {
    this.#acts = acts;
    this.#sayings = acts.map((act) => sayingOf(act.deed));
    for (const [index, act] of acts.entries()) {
      this.#views.push(act.saw.reduce((view, at) => view | this.#view(at) | bitOf(at), 0n));
      this.#lines.push(index === 0 ? firstCourse(act) : this.#judge(index, act));
    }
  }

  /** Where the memo stands for the author of an act once it is done, or why it has no effect there. */
  line(index: number): Course | IneffectiveReason {
    return this.#lines[index] ?? 'unknown-subject';
  }

  /** Where the memo stands by all acts. */
  whole(): Course {
    return this.#resolve((1n << BigInt(this.#acts.length)) - 1n);
  }

  /** Why an act that was rightful where its author stood has no effect on the whole; null when it has. */
  reasonAgainst(index: number, course: Course): IneffectiveReason | null {
    if ((course.took & bitOf(index)) !== 0n) return null;
    const repeats = this.#indexes(course.took).some((other) => this.#saysTheSame(index, other));
    if (repeats) return 'repeated';
    const sides = course.conflict?.sides ?? [];
    const contested = sides.some((side) => (this.#valid(this.#indexOf(side)).took & bitOf(index)) !== 0n);
    return contested ? 'contested' : 'set-aside';
  }

  #view(index: number): bigint {
    return this.#views[index] ?? 0n;
  }

  #valid(index: number): Course {
    const line = this.#lines[index];
    if (line === undefined || typeof line === 'string') throw new Error('an act without effect was kept');
    return line;
  }

  #indexOf(entry: string): number {
    return this.#acts.findIndex((act) => act.mark.entry === entry);
  }

  #act(index: number): MemoAct {
    const act = this.#acts[index];
    if (act === undefined) throw new Error('no act at this place');
    return act;
  }

  #indexes(set: bigint): readonly number[] {
    return [...this.#acts.keys()].filter((index) => (set & bitOf(index)) !== 0n);
  }

  #judge(index: number, act: MemoAct): Course | IneffectiveReason {
    const course = this.#resolve(this.#view(index));
    if (act.deed.type === 'memo.settled') return this.#settle(course, act, act.deed.keep, bitOf(index));
    return followCourse(course, act, bitOf(index), this.#act(0).mark.actor.position);
  }

  #settle(course: Course, act: MemoAct, keep: string, bit: bigint): Course | IneffectiveReason {
    const { conflict } = course;
    if (conflict === null) return 'closed';
    if (!conflict.sides.includes(keep)) return 'unknown-subject';
    const authors = conflict.sides.map((side) => this.#act(this.#indexOf(side)).mark.actor.position);
    if (!act.leads && !maySettle(course, authors).has(act.mark.actor.position)) return 'not-entitled';
    const kept = this.#valid(this.#indexOf(keep));
    if (course.stage === 'issued' && kept.stage !== 'issued') {
      const took = course.took | bit | bitOf(this.#indexOf(keep));
      return { ...course, took, stage: 'withdrawn', returned: kept.returned, conflict: null };
    }
    return { ...kept, took: kept.took | bit, conflict: null };
  }

  #concurrent(a: number, b: number): boolean {
    return a !== b && (this.#view(a) & bitOf(b)) === 0n && (this.#view(b) & bitOf(a)) === 0n;
  }

  #saysTheSame(a: number, b: number): boolean {
    return this.#sayings[a] === this.#sayings[b] && this.#concurrent(a, b) && this.#speakOfOneDraft(a, b);
  }

  /**
   * Whether two acts on a draft are about the same one: a document may be laid before somebody again, and what was said
   * of it the first time says nothing of the second.
   */
  #speakOfOneDraft(a: number, b: number): boolean {
    if (!('revision' in this.#act(a).deed)) return true;
    const [one, other] = [this.#draftOf(a), this.#draftOf(b)];
    return one === other || (one !== undefined && other !== undefined && this.#saysTheSame(one, other));
  }

  /** The last acts of a set that contradict each other: none is seen by another, no two say the same. */
  #tips(set: bigint): readonly number[] {
    const members = this.#indexes(set);
    const seen = members.reduce((sum, index) => sum | this.#view(index), 0n);
    const isLast = (index: number) => (seen & bitOf(index)) === 0n;
    return members.filter(
      (index) =>
        isLast(index) &&
        !members.some((other) => this.#saysTheSame(index, other) && (!isLast(other) || other < index)),
    );
  }

  #resolve(set: bigint): Course {
    const known = this.#known.get(set);
    if (known !== undefined) return known;
    const course = this.#merge(set);
    this.#known.set(set, course);
    return course;
  }

  #merge(set: bigint): Course {
    const tips = this.#tips(set);
    const [only] = tips;
    if (only === undefined) throw new Error('a memo has acts');
    if (tips.length === 1) return this.#valid(only);
    const sides = tips.map((tip) => this.#act(tip).mark.entry);
    const issuing = this.#indexes(set).find((index) => this.#issues(index));
    if (issuing !== undefined) return { ...this.#valid(issuing), conflict: { kind: 'request', sides } };
    const shared = tips.reduce((common, tip) => common & this.#view(tip), set);
    return { ...this.#resolve(shared), stage: 'contested', conflict: { kind: this.#kindOf(tips), sides } };
  }

  /** Whether the memo was issued by this act. */
  #issues(index: number): boolean {
    const { type } = this.#act(index).deed;
    return (type === 'memo.signed' || type === 'memo.approved') && this.#valid(index).stage === 'issued';
  }

  #kindOf(tips: readonly number[]): MemoConflictKind {
    const types = tips.map((tip) => this.#act(tip).deed.type);
    if (types.every((type) => type === 'memo.settled')) return 'settlements';
    const stages = new Set(tips.map((tip) => this.#valid(tip).stage));
    if (stages.has('withdrawn')) return 'withdrawal';
    if (stages.has('returned')) return 'return';
    return new Set(tips.map((tip) => this.#draftOf(tip))).size > 1 ? 'revisions' : 'signatures';
  }

  /** The proposal or revision that a side works on. */
  #draftOf(tip: number): number | undefined {
    return this.#indexes(this.#valid(tip).took).findLast((index) => 'document' in this.#act(index).deed);
  }
}

function bitOf(index: number): bigint {
  return 1n << BigInt(index);
}
