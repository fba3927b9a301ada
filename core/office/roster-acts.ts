import { z } from 'zod';

import {
  dependencySchema,
  hashSchema,
  logIdSchema,
  positionIdSchema,
  standings,
  unitIdSchema,
  userIdSchema,
} from './entry.ts';
import { roles } from './enums.ts';
import { NAME_LIMIT, dateSchema } from './letter-acts.ts';
import { bookSchema, bookYearSchema, issuedNumberSchema } from './number-series.ts';
import { officeZones } from './office-day.ts';

const name = z.string().trim().min(1).max(NAME_LIMIT);
const base64url = (limit: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(limit);

/** A person's public keys: raw Ed25519 and X25519 (RFC 8032, RFC 7748), base64url. */
export const userKeysSchema = z.strictObject({ sign: base64url(43), exchange: base64url(43) });
export type UserKeys = z.infer<typeof userKeysSchema>;

/** Lines printed above letters and forms: government, unit, address. */
export const letterheadSchema = z.array(z.string().max(NAME_LIMIT)).max(6);

/** Logs that one act speaks of at most: a person's, over years and PCs. */
const LOGS_LIMIT = 256;
/** Holders that one act replaces at most. */
const LEAVING_LIMIT = 64;
export const closingReasons = ['left', 'revoked', 'lost', 'cloned', 'passphrase'] as const;
export type ClosingReason = (typeof closingReasons)[number];

/**
 * Bodies of roster entries. The roster is one chain with one writer at a time; an entry's place in it is
 * `roster.index + 1`, where `roster` is the position its envelope names.
 */
export const rosterActSchemas = {
  'roster.office-set': z.strictObject({
    name,
    letterhead: letterheadSchema,
    /** IANA zone in which dates and hours of the office are read. */
    timeZone: z.enum(officeZones),
  }),
  'roster.unit-set': z.strictObject({ unit: unitIdSchema, name, code: z.string().max(32), order: z.int() }),
  'roster.position-set': z.strictObject({
    position: positionIdSchema,
    title: name,
    unit: unitIdSchema.nullable(),
    superior: positionIdSchema.nullable(),
    role: z.enum(roles),
    order: z.int(),
  }),
  'roster.invited': z.strictObject({
    /** First 16 hex digits that name the request on the share; says nothing about the secret. */
    invitation: z.string().regex(/^[0-9a-f]{16}$/),
    user: userIdSchema,
    position: positionIdSchema,
    name,
    nip: z.string().max(32),
    expires: z.int(),
  }),
  'roster.person-admitted': z.strictObject({
    user: userIdSchema,
    name,
    nip: z.string().max(32),
    keys: userKeysSchema,
    /** Null for the founder, who needs no invitation. */
    invitation: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .nullable(),
  }),
  'roster.holder-set': z.strictObject({
    position: positionIdSchema,
    user: userIdSchema,
    standing: z.enum(standings),
    from: dateSchema,
    /** Last day, inclusive; null while open. */
    until: dateSchema.nullable(),
    decision: z.string().max(200),
    /** Ends of the leaving holders' logs as the writer had seen them; left out when nobody leaves. */
    floors: z.array(dependencySchema).max(LOGS_LIMIT).optional(),
    /** Who they are: what their logs that are not listed say is judged by this roster too, whatever it names. */
    leaving: z.array(userIdSchema).min(1).max(LEAVING_LIMIT).optional(),
  }),
  'roster.registry-set': z.strictObject({
    book: bookSchema,
    /** The year from which on this registry keeps the book; an earlier year stays with whoever kept it. */
    year: bookYearSchema,
    /** The log that issues the book's numbers: one PC, one person. */
    log: logIdSchema,
    /** First number of that year; offices begin in the middle of one, and a successor begins above the ceiling. */
    start: issuedNumberSchema,
    /** The registry before is lost and cannot say that it stopped (take-over); false for a hand-over. */
    gone: z.boolean(),
  }),
  'roster.authority-set': z.strictObject({
    /** DER of the office CA's root certificate, base64url. */
    certificate: base64url(8192),
    /** The CA's private key, sealed to the root key of the recovery kit. */
    sealedToRoot: base64url(8192),
  }),
  'roster.certificate-issued': z.strictObject({
    user: userIdSchema,
    /** DER of the personal certificate, base64url. */
    certificate: base64url(8192),
    fingerprint: hashSchema,
  }),
  /** The writer names the log that writes from the next entry on. */
  'roster.handed-over': z.strictObject({
    log: logIdSchema,
    user: userIdSchema,
    /** The office CA's private key, sealed to the next writer; null when nothing can be sealed to them. */
    authority: base64url(8192).nullable(),
  }),
  /** Whoever holds the root key writes from here on; the person is one of the office by the same signature. */
  'roster.taken-over': z.strictObject({
    /** Higher than that of the roster it follows. */
    term: z.int().min(1),
    /** The log that this entry stands in. */
    log: logIdSchema,
    user: userIdSchema,
    name,
    nip: z.string().max(32),
    keys: userKeysSchema,
    /** By the root key, over the office, the roster it follows, and everything above. */
    rootSig: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  }),
  /** A new key for a person who forgot the passphrase of the old one; a second official confirms it. */
  'roster.person-rekeyed': z.strictObject({
    user: userIdSchema,
    keys: userKeysSchema,
    invitation: z.string().regex(/^[0-9a-f]{16}$/),
  }),
  /** A new key for what the office writes on the share from now on. The segment with this entry has the old one. */
  'roster.key-rotated': z.strictObject({
    /** The key's id, by which files name it. */
    id: z.string().regex(/^[0-9a-f]{16}$/),
    /** The key, sealed to everyone whose own key is in force. */
    wraps: z.array(z.strictObject({ user: userIdSchema, sealed: base64url(256) })).max(2048),
    /** The key before, under the new one: one wrap opens them all. */
    sealedPredecessor: base64url(256),
    sealedToRoot: base64url(256),
  }),
  'roster.logs-closed': z.strictObject({
    user: userIdSchema,
    /** The user key that is closed too: its logs without a cut count for nothing. */
    key: base64url(43).nullable(),
    cuts: z.array(dependencySchema).max(LOGS_LIMIT),
    reason: z.enum(closingReasons),
  }),
  /** Lets quarantined entries take effect, up to and with this one. */
  'roster.entries-released': z.strictObject({
    user: userIdSchema,
    log: logIdSchema,
    seq: z.int().min(0),
    hash: hashSchema,
  }),
} as const;

export type RosterActType = keyof typeof rosterActSchemas;
export type RosterActBody<T extends RosterActType> = z.infer<(typeof rosterActSchemas)[T]>;

/** Changes that a deputy may ask for. Ends of logs are the writer's to tell: whoever asks may not have seen them. */
export const requestedActSchema = z.union([
  z.strictObject({ type: z.literal('roster.unit-set'), body: rosterActSchemas['roster.unit-set'] }),
  z.strictObject({ type: z.literal('roster.position-set'), body: rosterActSchemas['roster.position-set'] }),
  z.strictObject({
    type: z.literal('roster.holder-set'),
    body: rosterActSchemas['roster.holder-set'].omit({ floors: true, leaving: true }),
  }),
  z.strictObject({
    type: z.literal('roster.logs-closed'),
    body: rosterActSchemas['roster.logs-closed'].pick({ user: true, reason: true }),
  }),
]);
export type RequestedAct = z.infer<typeof requestedActSchema>;

/** Longest text that goes with a request or its answer. */
export const REQUEST_NOTE_LIMIT = 1000;

/** Bodies of entries about a log itself, and of what goes to and from the roster's writer. */
export const logActSchemas = {
  /** What this log had seen, where no act of its own says so: the envelope's deps are the whole message. */
  'log.witnessed': z.strictObject({}),
  /** The log's last entry: its person writes on this PC no longer, or in a fresh log. What follows it counts for nothing. */
  'log.retired': z.strictObject({}),
  /** This PC is a penjaga arsip from now on, or no longer: it fetches and keeps every document of the office. */
  'log.keeps-archive': z.strictObject({ keeps: z.boolean() }),
  /**
   * A penjaga arsip's word on its documents: `whole`, it holds every document that is named by what it had seen (its
   * PC's deps up to here); otherwise it lost some, and nothing that it said before counts until it is whole again.
   */
  'log.archive-checked': z.strictObject({ whole: z.boolean() }),
  /** First entry of each log: its key, certified by the person's user key, bound to one machine. */
  'log.opened': z.strictObject({
    /** Raw Ed25519 public key of the log, base64url; its SHA-256 is the log id. */
    key: base64url(43),
    device: z.string().regex(/^dev_[0-9a-hjkmnp-tv-z]{16}$/),
    /** What people call this PC, e.g. TU-01. */
    deviceName: z.string().trim().min(1).max(64),
    /** SHA-256 of the machine id under the office id: tells a cloned disk, names no machine. */
    machine: hashSchema,
    /** Where the roster does not know the person's key yet: the root key's word for key and log. */
    root: z
      .strictObject({ keys: userKeysSchema, signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/) })
      .optional(),
  }),
  /** A second official knows that this key is that person's. Counts once, from whoever did not enrol the key. */
  'key.confirmed': z.strictObject({ user: userIdSchema, sign: base64url(43) }),
  /** A deputy asks whoever writes the roster for a change. The answer is the roster entry whose basis this is. */
  'request.roster': z.strictObject({ act: requestedActSchema, note: z.string().max(REQUEST_NOTE_LIMIT) }),
  /** The writer will not do what was asked. */
  'request.refused': z.strictObject({ request: hashSchema, note: z.string().max(REQUEST_NOTE_LIMIT) }),
  /** Office keys were given out for an audit: whoever holds the code reads all but Rahasia, and writes nothing. */
  'audit.code-made': z.strictObject({
    reader: name,
    /** Ids of the office keys in the code. */
    keys: z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(256),
  }),
} as const;

/** Those of them that need the user key. */
export const bindingLogActs: ReadonlySet<string> = new Set([
  'log.opened',
  'key.confirmed',
  'audit.code-made',
  'request.roster',
  'request.refused',
  'log.retired',
]);

export type LogActType = keyof typeof logActSchemas;
export type LogActBody<T extends LogActType> = z.infer<(typeof logActSchemas)[T]>;
