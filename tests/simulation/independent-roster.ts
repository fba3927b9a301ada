import { createPublicKey, verify } from 'node:crypto';

import { z } from 'zod';

import type { StoredEntry } from './ancestry.ts';

/** A second reading of the roster's chain that shares no code with the engine's: who had which key, and held what. */
interface Moment {
  /** The roster entry that made it; null for the genesis. */
  readonly hash: string | null;
  /** What it grew from; null for the genesis. */
  readonly parent: Moment | null;
  readonly keys: ReadonlyMap<string, string>;
  readonly holders: readonly Holding[];
  readonly roles: ReadonlyMap<string, string>;
  readonly registries: readonly Registry[];
}

interface Registry {
  readonly book: string;
  readonly year: number;
  readonly log: string;
}

interface Holding {
  readonly position: string;
  readonly user: string;
  readonly standing: string;
  readonly from: string;
  readonly until: string | null;
  readonly decision: string;
}

const admitted = z.object({ user: z.string(), keys: z.object({ sign: z.string() }) });
const placed = z.object({ position: z.string(), role: z.string() });
const book = z.object({ kind: z.string(), unit: z.string().nullable(), code: z.string() });
const registry = z.object({ book, year: z.int(), log: z.string() });
const numbered = z.object({ series: z.object({ ...book.shape, year: z.int() }), number: z.int() });
const leased = z.object({
  series: z.object({ ...book.shape, year: z.int() }),
  log: z.string(),
  from: z.int(),
  to: z.int(),
});

function bookName({ kind, unit, code }: z.infer<typeof book>): string {
  return JSON.stringify([kind, unit, code]);
}
const held = z.object({
  position: z.string(),
  user: z.string(),
  standing: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  decision: z.string(),
});

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** A new holding replaces the same person's in that standing; a definitive one ends the other definitive ones. */
function withHolding(holders: readonly Holding[], added: Holding): readonly Holding[] {
  const last = dayBefore(added.from);
  const kept = holders
    .filter((h) => !(h.position === added.position && h.user === added.user && h.standing === added.standing))
    .map((h) =>
      h.position === added.position && added.standing === 'definitive' && h.standing === 'definitive'
        ? { ...h, until: h.until !== null && h.until <= last ? h.until : last }
        : h,
    );
  return [...kept, added];
}

function after(parent: Moment, { hash, envelope }: StoredEntry): Moment {
  const { type, body } = envelope;
  const moment: Moment = { ...parent, hash, parent };
  if (type === 'roster.person-admitted') {
    const person = admitted.parse(body);
    return { ...moment, keys: new Map(moment.keys).set(person.user, person.keys.sign) };
  }
  if (type === 'roster.position-set') {
    const position = placed.parse(body);
    return { ...moment, roles: new Map(moment.roles).set(position.position, position.role) };
  }
  if (type === 'roster.registry-set') {
    const { book: named, year, log } = registry.parse(body);
    return { ...moment, registries: [...moment.registries, { book: bookName(named), year, log }] };
  }
  if (type === 'roster.holder-set') {
    return { ...moment, holders: withHolding(moment.holders, held.parse(body)) };
  }
  return moment;
}

/** Jakarta has been at +07:00 all the time that the simulated office exists. */
function dayOf(time: number): string {
  const capped = Math.min(time, Date.UTC(9999, 11, 30));
  return new Date(capped + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** DER before a raw Ed25519 public key (RFC 8410 section 4). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * The office's roster at each of its positions, read a second time. By hash: where the log that writes it was
 * continued twice there are two of one index, and what stands beside the main chain has no effect.
 */
export class IndependentRoster {
  readonly #genesis: Moment = {
    hash: null,
    parent: null,
    keys: new Map(),
    holders: [],
    roles: new Map(),
    registries: [],
  };
  readonly #byHash = new Map<string, Moment>();
  readonly #main = new Set<Moment>();
  readonly #officeId: string;

  /** `chain` has each roster entry after the one that it follows; nobody took the simulated office over by its root. */
  constructor(officeId: string, chain: readonly StoredEntry[]) {
    this.#officeId = officeId;
    const children = new Map<Moment, Moment[]>();
    for (const entry of chain) {
      const { index, hash } = entry.envelope.roster;
      const before = index === 0 ? this.#genesis : this.#byHash.get(hash);
      if (before === undefined) continue;
      const moment = after(before, entry);
      this.#byHash.set(entry.hash, moment);
      children.set(before, [...(children.get(before) ?? []), moment]);
    }
    // At a fork the smaller hash leads on (docs/format.md).
    for (let at: Moment | undefined = this.#genesis; at !== undefined;) {
      this.#main.add(at);
      at = (children.get(at) ?? []).toSorted((a, b) => ((a.hash ?? '') < (b.hash ?? '') ? -1 : 1))[0];
    }
  }

  /** The roster that an entry named, on the main chain or beside it. */
  #named({ roster }: StoredEntry['envelope']): Moment | undefined {
    return roster.index === 0 ? this.#genesis : this.#byHash.get(roster.hash);
  }

  /** The roster by which an entry counts: the last one of the main chain from which the named one grew. */
  #by(envelope: StoredEntry['envelope']): Moment | undefined {
    let at = this.#named(envelope);
    while (at !== undefined && !this.#main.has(at)) at = at.parent ?? undefined;
    return at;
  }

  /** The founder signs before the roster names anybody: with the key under which they are admitted first. */
  #keyOfFounder(user: string): string | undefined {
    const first = [...this.#main].find(({ keys }) => keys.size > 0);
    return first?.keys.get(user);
  }

  /** Whether the actor's key, as the roster named it then, signed exactly these bytes for this office. */
  isSignedByActor({ bytes, envelope }: StoredEntry): boolean {
    const { userSig, actor } = envelope;
    const key = this.#named(envelope)?.keys.get(actor.user) ?? this.#keyOfFounder(actor.user);
    if (userSig === undefined || key === undefined) return false;
    const tail = Buffer.byteLength(`,"userSig":"${userSig}"}`);
    const unsigned = Buffer.concat([bytes.subarray(0, -tail), Buffer.from('}')]);
    const payload = Buffer.concat([Buffer.from(`nirkertas/act/0\n${this.#officeId}\n`), unsigned]);
    const spki = Buffer.concat([SPKI, Buffer.from(key, 'base64url')]);
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    return verify(null, payload, publicKey, Buffer.from(userSig, 'base64url'));
  }

  /** Whether the actor held the position in that standing and by that decision on the day that the act claims. */
  isHeldByActor({ envelope }: StoredEntry): boolean {
    const { actor, time } = envelope;
    const day = dayOf(time);
    const holders = this.#by(envelope)?.holders ?? [];
    return holders.some(
      (h) =>
        h.position === actor.position &&
        h.user === actor.user &&
        h.standing === actor.standing &&
        h.decision === (actor.decision ?? '') &&
        h.from <= day &&
        (h.until === null || day <= h.until),
    );
  }

  /** The log that kept a series at a place of the roster: the last one named for the latest year up to that year. */
  #registryOf(
    series: z.infer<typeof book> & { year: number },
    envelope: StoredEntry['envelope'],
  ): string | undefined {
    const named = (this.#by(envelope)?.registries ?? [])
      .map((one, order) => ({ ...one, order }))
      .filter((one) => one.book === bookName(series) && one.year <= series.year)
      .toSorted((a, b) => a.year - b.year || a.order - b.order);
    return named.at(-1)?.log;
  }

  /** Whether the number came from the log that kept its series, or from a lease which that log had given to this one. */
  isNumberEntitled(entry: StoredEntry, byHash: ReadonlyMap<string, StoredEntry>): boolean {
    const { envelope } = entry;
    const { series, number } = numbered.parse(envelope.body);
    const [cited] = envelope.basis;
    if (cited === undefined) return this.#registryOf(series, envelope) === envelope.log;
    const lease = byHash.get(cited);
    const given = leased.safeParse(lease?.envelope.body);
    if (lease === undefined || lease.envelope.type !== 'number.leased' || !given.success) return false;
    return (
      this.isSignedByActor(lease) &&
      this.isHeldByActor(lease) &&
      this.#registryOf(given.data.series, lease.envelope) === lease.envelope.log &&
      JSON.stringify(given.data.series) === JSON.stringify(series) &&
      given.data.log === envelope.log &&
      given.data.from <= number &&
      number <= given.data.to
    );
  }

  /** The role of the position in which the act was done. */
  roleOf({ envelope }: StoredEntry): string | undefined {
    const { position } = envelope.actor;
    return position === null ? undefined : this.#by(envelope)?.roles.get(position);
  }
}
