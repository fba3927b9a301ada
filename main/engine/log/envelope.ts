import { entryEnvelopeSchema, standings } from '#core/office/entry.ts';
import type { EntryEnvelope } from '#core/office/entry.ts';

const HASH = /^[0-9a-f]{64}$/;
const USER = /^usr_[0-9a-hjkmnp-tv-z]{16}$/;
const POSITION = /^pos_[0-9a-hjkmnp-tv-z]{16}$/;
const TYPE = /^[a-z]+\.[a-z-]+$/;
const SIGNATURE = /^[A-Za-z0-9_-]{86}$/;
const LATEST = 8.64e15;

const MEMBERS = [
  'v',
  'log',
  'seq',
  'prev',
  'deps',
  'roster',
  'time',
  'actor',
  'type',
  'subject',
  'basis',
  'body',
];
const SIGNED = [...MEMBERS, 'userSig'];
const DEP = ['log', 'seq', 'hash'];
const ROSTER = ['index', 'hash'];
const ACTOR = ['user', 'position', 'standing'];
const ACTING = [...ACTOR, 'decision'];

type Members = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Members {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Whether an object has exactly these members, in this order. */
function has(value: Members, members: readonly string[]): boolean {
  let at = 0;
  for (const member in value) {
    if (member !== members[at]) return false;
    at += 1;
  }
  return at === members.length;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && HASH.test(value);
}

function isDep(value: unknown): boolean {
  return (
    isRecord(value) &&
    has(value, DEP) &&
    isHash(value['log']) &&
    isCount(value['seq']) &&
    isHash(value['hash'])
  );
}

function isActor(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { user, position, standing, decision } = value;
  if (!has(value, decision === undefined ? ACTOR : ACTING)) return false;
  const acts =
    decision === undefined ||
    (typeof decision === 'string' && decision.length >= 1 && decision.length <= 200);
  const holds = position === null || (typeof position === 'string' && POSITION.test(position));
  return acts && holds && typeof user === 'string' && USER.test(user) && isStanding(standing);
}

const known: ReadonlySet<unknown> = new Set(standings);
function isStanding(value: unknown): boolean {
  return known.has(value);
}

/**
 * Whether a value is an envelope as our own program writes it. Says less than the schema and never more: a first join
 * checks a million of them, and the schema takes several times as long.
 */
function isPlainEnvelope(value: Members): boolean {
  const { v, log, seq, prev, deps, roster, time, actor, type, subject, basis, body, userSig } = value;
  return (
    v === 0 &&
    has(value, userSig === undefined ? MEMBERS : SIGNED) &&
    isHash(log) &&
    isCount(seq) &&
    (prev === null || isHash(prev)) &&
    Array.isArray(deps) &&
    deps.length <= 4096 &&
    deps.every(isDep) &&
    isRecord(roster) &&
    has(roster, ROSTER) &&
    isCount(roster['index']) &&
    isHash(roster['hash']) &&
    isCount(time) &&
    (time as number) <= LATEST &&
    isActor(actor) &&
    typeof type === 'string' &&
    TYPE.test(type) &&
    (subject === null || (typeof subject === 'string' && subject.length <= 64)) &&
    Array.isArray(basis) &&
    basis.length <= 64 &&
    basis.every(isHash) &&
    isRecord(body) &&
    (userSig === undefined || (typeof userSig === 'string' && SIGNATURE.test(userSig)))
  );
}

/** The envelope that a value is, by the schema of `core/office/entry.ts`; null when it is none. */
export function envelopeOf(value: Members): EntryEnvelope | null {
  if (isPlainEnvelope(value)) return value as unknown as EntryEnvelope;
  const parsed = entryEnvelopeSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
