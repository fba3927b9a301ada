import { z } from 'zod';

import {
  dispositionIdSchema,
  hashSchema,
  letterIdSchema,
  logIdSchema,
  positionIdSchema,
  unitIdSchema,
  userIdSchema,
} from '../office/entry.ts';
import { instructionCodes, roles, securityClasses, urgencies } from '../office/enums.ts';
import {
  NAME_LIMIT,
  NOTE_LIMIT,
  SUBJECT_LIMIT,
  dateSchema,
  dueSchema,
  placementSchema,
  receivedAtSchema,
  recipientSchema,
} from '../office/letter-acts.ts';
import { onePlaceFields } from '../office/letter-state.ts';
import { closingReasons, REQUEST_NOTE_LIMIT, requestedActSchema } from '../office/roster-acts.ts';
import { taskKinds } from '../office/tasks.ts';

const name = z.string().trim().min(1).max(NAME_LIMIT);
const note = z.string().max(NOTE_LIMIT);
const passphrase = z.string().max(1024);

export const noInput = z.undefined();

/** Bytes in whatever memory they lie; `z.instanceof` would ask for memory that is not shared. */
const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A PC path chosen by the person, or the bytes themselves (drop, paste). */
export const fileSourceSchema = z.union([
  z.strictObject({ path: z.string().min(1).max(4096) }),
  z.strictObject({ name: z.string().max(1024), bytes: bytesSchema }),
]);
export type FileSource = z.infer<typeof fileSourceSchema>;

/** Why a document is taken in: to be registered, to be proposed as a memo, or to go with a letter. */
export const stagePurposes = ['letter', 'memo', 'attachment'] as const;
export type StagePurpose = (typeof stagePurposes)[number];

export const personInputSchema = z.strictObject({ name, title: name, nip: z.string().trim().max(32) });
export type PersonInput = z.infer<typeof personInputSchema>;

export const createOfficeSchema = z.strictObject({
  share: z.string().min(1).max(4096),
  name,
  letterhead: z.array(z.string().max(NAME_LIMIT)).max(6),
  admin: personInputSchema,
  units: z.array(name).max(200),
  /** File that gets the recovery kit before anything else is made. */
  kit: z.string().min(1).max(4096),
  passphrase,
  deviceName: z.string().trim().min(1).max(64),
  /** First agenda number that the program gives; offices begin in the middle of a year. */
  agendaStart: z.int().min(1).max(10_000_000),
});
export type CreateOfficeInput = z.infer<typeof createOfficeSchema>;

export const inviteSchema = z.strictObject({
  person: personInputSchema,
  /** Name or id of a unit; null for the head of the office. */
  unit: z.string().max(NAME_LIMIT).nullable(),
  role: z.enum(roles),
  superior: positionIdSchema.nullable(),
  /** A person of the office who gets a new key, since they forgot the passphrase; the rest is then as the roster has it. */
  user: userIdSchema.optional(),
});

export const joinSchema = z.strictObject({
  share: z.string().min(1).max(4096),
  code: z.string().min(1).max(400),
  passphrase,
  deviceName: z.string().trim().min(1).max(64),
});

/** Boxes: my tasks, all incoming, all memos, dispositions to me, everything I may see. */
export const boxes = ['todo', 'incoming', 'memos', 'dispositions', 'sent', 'all'] as const;
export type Box = (typeof boxes)[number];

export const queueSchema = z.strictObject({
  box: z.enum(boxes),
  /** Restricts `todo` to one of the filter's kinds. */
  kinds: z.array(z.enum(taskKinds)).optional(),
  unread: z.boolean().optional(),
  query: z.string().max(500).optional(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});
export type QueueInput = z.infer<typeof queueSchema>;

export const registerSchema = z.strictObject({
  /** Id of a staged document (`intake.stage`). */
  staged: hashSchema,
  from: name,
  number: z.string().trim().max(200),
  date: dateSchema.nullable(),
  subject: z.string().trim().min(1).max(SUBJECT_LIMIT),
  securityClass: z.enum(securityClasses),
  urgency: z.enum(urgencies),
  enclosure: z.string().trim().max(200),
  receivedAt: receivedAtSchema,
  classification: z.string().trim().max(64),
  forwardTo: positionIdSchema,
  /** True once the person has seen the duplicates and says that this is another letter. */
  duplicateSeen: z.boolean(),
});
export type RegisterInput = z.infer<typeof registerSchema>;

export const disposeSchema = z.strictObject({
  letter: letterIdSchema,
  parent: dispositionIdSchema.nullable(),
  instructions: z.array(z.enum(instructionCodes)),
  note,
  due: dueSchema.nullable(),
  recipients: z.array(recipientSchema).min(1).max(100),
});
export type DisposeInput = z.infer<typeof disposeSchema>;

export const partSchema = z.strictObject({
  letter: letterIdSchema,
  disposition: dispositionIdSchema.nullable(),
});
export const notedPartSchema = partSchema.extend({ note });
export const followUpSchema = z.strictObject({
  letter: letterIdSchema,
  disposition: dispositionIdSchema,
  note: z.string().trim().min(1).max(NOTE_LIMIT),
  /** Staged documents. */
  attachments: z.array(hashSchema).max(20),
});

export const proposedStepSchema = z.strictObject({
  role: z.enum(['initials', 'signature']),
  position: positionIdSchema,
  /** Signatures only; null lets the program choose a free place on the last page. */
  placement: placementSchema.nullable(),
});
export const proposeSchema = z.strictObject({
  staged: hashSchema,
  subject: z.string().trim().min(1).max(SUBJECT_LIMIT),
  number: z.string().trim().max(200),
  date: dateSchema.nullable(),
  securityClass: z.enum(securityClasses),
  urgency: z.enum(urgencies),
  due: dueSchema.nullable(),
  to: z.array(positionIdSchema).min(1).max(100),
  copies: z.array(positionIdSchema).max(100),
  chain: z.array(proposedStepSchema).min(1).max(12),
  note,
  /** True once the person has seen what a normalised copy loses (filled forms, layers, attachments). */
  lossSeen: z.boolean(),
});
export type ProposeInput = z.infer<typeof proposeSchema>;

export const reviseSchema = z.strictObject({
  letter: letterIdSchema,
  staged: hashSchema,
  chain: z.array(proposedStepSchema).min(1).max(12),
  note,
  lossSeen: z.boolean(),
});

/** What the person saw is what they act on: the revision's hash travels with the act. */
export const approveSchema = z.strictObject({ letter: letterIdSchema, revision: hashSchema, note });
export const signSchema = z.strictObject({
  letter: letterIdSchema,
  revision: hashSchema,
  /** Moves this step's stamp; null keeps the proposed place. */
  placement: placementSchema.nullable(),
});

/** Which of the sides of a conflict stays: the hash of its entry, as the letter's view names it. */
export const settleMemoSchema = z.strictObject({ letter: letterIdSchema, keep: hashSchema, note });
export const settleFieldSchema = settleMemoSchema.extend({ field: z.enum(onePlaceFields) });

export const correctSchema = z.strictObject({
  letter: letterIdSchema,
  from: name.optional(),
  number: z.string().trim().max(200).optional(),
  date: dateSchema.nullable().optional(),
  subject: z.string().trim().min(1).max(SUBJECT_LIMIT).optional(),
  urgency: z.enum(urgencies).optional(),
  enclosure: z.string().trim().max(200).optional(),
  classification: z.string().trim().max(64).optional(),
});

export const userSchema = z.strictObject({ user: userIdSchema });
/** Takes the roster over with the recovery kit: on this office's PC, or on a new PC that has only kit and share. */
export const recoverSchema = z.strictObject({
  /** Text of the kit's file, or the key as typed from the paper. */
  kit: z.string().min(1).max(65_536),
  /** Where the office's folder is; null on a PC that is in the office. */
  share: z.string().min(1).max(4096).nullable(),
  /**
   * Who takes over with a new key: a person of the office by name and NIP, or somebody new. Null: whoever is signed in
   * with their own key, or else the person who wrote the roster, with a new one.
   */
  person: personInputSchema.nullable(),
  /** Passphrase of the new key; null where the person signed in takes over. */
  passphrase: passphrase.nullable(),
  deviceName: z.string().trim().min(1).max(64),
});
export type RecoverInput = z.infer<typeof recoverSchema>;

export const revokeSchema = z.strictObject({
  user: userIdSchema,
  /** Only these logs (a lost or copied PC); null: all, with the person's key, and their positions end. */
  logs: z.array(logIdSchema).min(1).max(256).nullable(),
  reason: z.enum(closingReasons),
  /** Also makes a new office key, which the person does not get. */
  rotateKey: z.boolean().default(false),
});

export const rosterActsSchema = z.strictObject({
  /** Where the page before ended; null for the newest. */
  before: z.strictObject({ rank: z.int().min(1), hash: hashSchema }).nullable(),
  limit: z.int().min(1).max(200),
});

const requestNote = z.string().max(REQUEST_NOTE_LIMIT);
export const requestChangeSchema = z.strictObject({ act: requestedActSchema, note: requestNote });
export const answerRequestSchema = z.strictObject({
  request: hashSchema,
  grant: z.boolean(),
  note: requestNote,
});

export const releaseSchema = z.strictObject({
  log: logIdSchema,
  seq: z.int().min(0),
  /** Which of two, where the log was continued twice and both have an entry of that number. */
  hash: hashSchema.nullable().default(null),
});

export const unitInputSchema = z.strictObject({
  unit: unitIdSchema.nullable(),
  name,
  code: z.string().trim().max(32),
});

export const proposeDestructionSchema = z.strictObject({
  letter: letterIdSchema,
  /** Number of the decision (surat keputusan pemusnahan). */
  decision: z.string().trim().min(1).max(200),
  note: z.string().max(4000),
});
