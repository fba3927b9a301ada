import { z } from 'zod';

import { dispositionIdSchema, hashSchema, positionIdSchema, unitIdSchema } from './entry.ts';
import { instructionCodes, securityClasses, urgencies } from './enums.ts';
import { issuedNumberSchema, seriesSchema, suffixSchema } from './number-series.ts';
import { LATEST_TIME } from './office-day.ts';

/** Longest subject (perihal) we keep, in UTF-16 code units. */
export const SUBJECT_LIMIT = 500;
export const NOTE_LIMIT = 4000;
export const NAME_LIMIT = 300;

const text = (limit: number) => z.string().max(limit);
const required = (limit: number) => z.string().trim().min(1).max(limit);

export const dateSchema = z.iso.date();
/** A due date, with the hour when one was named: 2026-10-12 or 2026-10-12T16:00, local to the office. */
export const dueSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/)
  .refine((value) => z.iso.date().safeParse(value.slice(0, 10)).success);

/** A document kept outside the log, named by the SHA-256 of its plain bytes. */
export const blobRefSchema = z.strictObject({
  sha256: hashSchema,
  /** Bytes of the plain document. */
  size: z.int().min(1),
  mime: z.enum(['application/pdf']),
  name: text(NAME_LIMIT),
  pages: z.int().min(1).max(100_000),
});
export type BlobRef = z.infer<typeof blobRefSchema>;

/** Where a stamp stands: points from the lower left corner of the page as it is shown (rotation respected). */
export const placementSchema = z.strictObject({
  page: z.int().min(1),
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});
export type Placement = z.infer<typeof placementSchema>;

export const recipientSchema = z.strictObject({
  position: positionIdSchema,
  instructions: z.array(z.enum(instructionCodes)).max(instructionCodes.length),
  note: text(NOTE_LIMIT),
  due: dueSchema.nullable(),
  /** True when this recipient's instructions differ from the common ones (Khusus). */
  custom: z.boolean(),
});
export type Recipient = z.infer<typeof recipientSchema>;

export const chainStepSchema = z.strictObject({
  /** Initials (paraf) come before signatures. */
  role: z.enum(['initials', 'signature']),
  position: positionIdSchema,
  /** The empty signature field made for this step, filled when it is signed. */
  field: z.string().max(64).nullable(),
  placement: placementSchema.nullable(),
});
export type ChainStep = z.infer<typeof chainStepSchema>;

/** Initials first, then at least one signature, each with a field of its own: nothing is issued unsigned. */
function isWholeChain(chain: readonly ChainStep[]): boolean {
  const first = chain.findIndex((step) => step.role === 'signature');
  const signatures = first === -1 ? [] : chain.slice(first);
  const fields = new Set(signatures.map((step) => step.field));
  return (
    signatures.length > 0 &&
    signatures.every((step) => step.role === 'signature') &&
    fields.size === signatures.length &&
    !fields.has(null)
  );
}

const chainSchema = z.array(chainStepSchema).min(1).max(12).refine(isWholeChain);

/** When a letter was received, in milliseconds since 1970 UTC; within the years that a date can tell. */
export const receivedAtSchema = z.int().min(0).max(LATEST_TIME);

/** Bodies of the acts on a letter; the entry's subject is the letter's id. */
export const letterActSchemas = {
  'letter.registered': z.strictObject({
    kind: z.literal('incomingLetter'),
    from: required(NAME_LIMIT),
    number: text(200),
    date: dateSchema.nullable(),
    subject: required(SUBJECT_LIMIT),
    securityClass: z.enum(securityClasses),
    urgency: z.enum(urgencies),
    /** What the paper says under Lampiran, e.g. "1 (satu) berkas". */
    enclosure: text(200),
    receivedAt: receivedAtSchema,
    classification: text(64),
    document: blobRefSchema,
    /** Where the letter goes first: the position it is forwarded to. */
    forwardTo: positionIdSchema,
  }),
  'letter.corrected': z.strictObject({
    from: required(NAME_LIMIT).optional(),
    number: text(200).optional(),
    date: dateSchema.nullable().optional(),
    subject: required(SUBJECT_LIMIT).optional(),
    urgency: z.enum(urgencies).optional(),
    enclosure: text(200).optional(),
    classification: text(64).optional(),
  }),
  /** Decides between two values of a one-place field; `basis` cites the entries that gave them. */
  'letter.settled': z.strictObject({
    field: z.enum(['urgency', 'classification', 'forwardTo']),
    /** The entry whose value stays. */
    keep: hashSchema,
    note: text(NOTE_LIMIT),
  }),
  'letter.attached': z.strictObject({ document: blobRefSchema }),
  'letter.read': z.strictObject({ position: positionIdSchema, disposition: dispositionIdSchema.nullable() }),
  'letter.disposed': z.strictObject({
    disposition: dispositionIdSchema,
    /** The disposition that this one passes on; null at the top. */
    parent: dispositionIdSchema.nullable(),
    instructions: z.array(z.enum(instructionCodes)).max(instructionCodes.length),
    note: text(NOTE_LIMIT),
    due: dueSchema.nullable(),
    recipients: z.array(recipientSchema).min(1).max(100),
  }),
  'letter.recalled': z.strictObject({ disposition: dispositionIdSchema }),
  'letter.acknowledged': z.strictObject({
    disposition: dispositionIdSchema.nullable(),
    position: positionIdSchema,
  }),
  'letter.followed-up': z.strictObject({
    disposition: dispositionIdSchema,
    position: positionIdSchema,
    note: required(NOTE_LIMIT),
    attachments: z.array(blobRefSchema).max(20),
  }),
  /** Selesai: of one recipient's part, or (disposition null) of the letter at the position it was forwarded to. */
  'letter.finished': z.strictObject({
    disposition: dispositionIdSchema.nullable(),
    position: positionIdSchema,
    note: text(NOTE_LIMIT),
  }),
  'letter.returned': z.strictObject({
    disposition: dispositionIdSchema.nullable(),
    position: positionIdSchema,
    note: required(NOTE_LIMIT),
  }),
  /** TU sends a returned letter on again, to the same or another position. */
  'letter.forwarded': z.strictObject({ forwardTo: positionIdSchema, note: text(NOTE_LIMIT) }),
  'letter.no-disposition': z.strictObject({ position: positionIdSchema, note: text(NOTE_LIMIT) }),
  /** By the registry, or by a desk from its lease (then the `basis`). */
  'number.issued': z.strictObject({ series: seriesSchema, number: issuedNumberSchema }),
  /** Tells two letters of one number apart (nomor sisipan); `basis` cites what gave the number to both. */
  'number.corrected': z.strictObject({
    series: seriesSchema,
    number: issuedNumberSchema,
    suffix: suffixSchema,
  }),
  'memo.proposed': z.strictObject({
    kind: z.literal('officialMemo'),
    subject: required(SUBJECT_LIMIT),
    number: text(200),
    date: dateSchema.nullable(),
    securityClass: z.enum(securityClasses),
    urgency: z.enum(urgencies),
    unit: unitIdSchema.nullable(),
    due: dueSchema.nullable(),
    to: z.array(positionIdSchema).min(1).max(100),
    copies: z.array(positionIdSchema).max(100),
    /** The revision that the chain acts on. Its signature fields are already in it. */
    document: blobRefSchema,
    chain: chainSchema,
    note: text(NOTE_LIMIT),
  }),
  'memo.revised': z.strictObject({
    document: blobRefSchema,
    chain: chainSchema,
    note: text(NOTE_LIMIT),
  }),
  'memo.approved': z.strictObject({
    step: z.int().min(0),
    revision: hashSchema,
    /** SHA-256 of the chain's canonical JSON, so that an approval binds to the chain it was given in. */
    chain: hashSchema,
    note: text(NOTE_LIMIT),
  }),
  'memo.signed': z.strictObject({
    step: z.int().min(0),
    revision: hashSchema,
    chain: hashSchema,
    result: blobRefSchema,
    field: z.string().max(64),
    /** SHA-256 of the certificate (DER) that signed. */
    certificate: hashSchema,
  }),
  'memo.returned': z.strictObject({ step: z.int().min(0), revision: hashSchema, note: required(NOTE_LIMIT) }),
  'memo.withdrawn': z.strictObject({ note: text(NOTE_LIMIT) }),
  /** Decides between acts that exclude each other; `basis` cites the last act of every side. */
  'memo.settled': z.strictObject({ keep: hashSchema, note: text(NOTE_LIMIT) }),
} as const;

/** Fields of a registered letter that acts may change, in the order in which people name them. */
export const letterFields = [
  'subject',
  'from',
  'number',
  'date',
  'urgency',
  'classification',
  'enclosure',
  'forwardTo',
] as const;
export type LetterField = (typeof letterFields)[number];

export type LetterActType = keyof typeof letterActSchemas;
export type LetterActBody<T extends LetterActType> = z.infer<(typeof letterActSchemas)[T]>;

/** Acts that bind carry a user signature, freshly unlocked (3-office-log, Who). */
export const bindingLetterActs: ReadonlySet<string> = new Set<LetterActType>([
  'number.issued',
  'number.corrected',
  'letter.recalled',
  'memo.approved',
  'memo.signed',
  'memo.withdrawn',
  'memo.settled',
]);
