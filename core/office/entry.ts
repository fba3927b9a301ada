import { z } from 'zod';

/** Capacities in which an official acts (1-product: definitive, Plt., Plh., a.n., u.b.). */
export const standings = ['definitive', 'acting', 'dailyActing', 'onBehalfOf', 'byOrderOf'] as const;
export type Standing = (typeof standings)[number];

const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Ids are a three-letter kind, an underscore and 16 characters of Crockford base 32 (80 random bits). */
const id = (kind: string) => z.string().regex(new RegExp(`^${kind}_[0-9a-hjkmnp-tv-z]{16}$`));

export const hashSchema = hash;
export const logIdSchema = hash;
export const userIdSchema = id('usr');
export const positionIdSchema = id('pos');
export const unitIdSchema = id('unt');
/** A letter's id is longer: four symbols drawn, then 16 that commit to where it begins. */
export const letterIdSchema = z.string().regex(/^let_[0-9a-hjkmnp-tv-z]{20}$/);
export const dispositionIdSchema = id('dsp');

export const actorSchema = z.strictObject({
  user: userIdSchema,
  position: positionIdSchema.nullable(),
  standing: z.enum(standings),
  /** Number of the decision (surat perintah) behind a Plt. or Plh.; required for those two. */
  decision: z.string().min(1).max(200).optional(),
});
export type Actor = z.infer<typeof actorSchema>;

/** A point in the roster chain: index 0 is the genesis, its hash the genesis hash. */
export const rosterPositionSchema = z.strictObject({ index: z.int().min(0), hash });
export type RosterPosition = z.infer<typeof rosterPositionSchema>;

/** One head this log had seen and not yet named in an earlier entry. */
export const dependencySchema = z.strictObject({ log: logIdSchema, seq: z.int().min(0), hash });
export type Dependency = z.infer<typeof dependencySchema>;

/** The envelope of every entry of the office log, format version 0. Times are milliseconds since 1970 UTC. */
export const entryEnvelopeSchema = z.strictObject({
  v: z.literal(0),
  log: logIdSchema,
  seq: z.int().min(0),
  prev: hash.nullable(),
  deps: z.array(dependencySchema).max(4096),
  roster: rosterPositionSchema,
  time: z.int().min(0).max(8.64e15),
  actor: actorSchema,
  type: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  subject: z.string().max(64).nullable(),
  /** Hashes of the entries that this act answers or settles. */
  basis: z.array(hash).max(64),
  body: z.record(z.string(), z.unknown()),
  /** Base64url Ed25519 signature of the user key; only on acts that bind. */
  userSig: z
    .string()
    .regex(/^[A-Za-z0-9_-]{86}$/)
    .optional(),
});
export type EntryEnvelope = z.infer<typeof entryEnvelopeSchema>;

/** An entry whose chain, log signature and user signature were checked, with its place in the causal order. */
export interface AcceptedEntry extends EntryEnvelope {
  readonly hash: string;
  /** 1 + the highest rank among predecessor and deps; recomputed by every reader. */
  readonly rank: number;
}

/** Total order for display and plain field edits: rank, then hash. Never decides authority or numbers. */
export function compareEntries(a: AcceptedEntry, b: AcceptedEntry): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0;
}
