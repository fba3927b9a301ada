import { z } from 'zod';

import { dispositionIdSchema, hashSchema, positionIdSchema, unitIdSchema, userIdSchema } from './entry.ts';
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

/** Documents that one act destroys at most; a letter with more takes two acts. */
export const DOCUMENTS_LIMIT = 200;

/** Most holders of a letter's key that one act can add. */
export const KEY_WRAPS_LIMIT = 400;

/** The key of a Rahasia letter, sealed to the exchange keys of those who may read it and to the root key. */
export const letterKeysSchema = z.strictObject({
  /** SHA-256 commitment to the key, so that nobody opens the letter with another one. */
  id: hashSchema,
  wraps: z
    .array(
      z.strictObject({
        to: z.union([userIdSchema, z.literal('root')]),
        sealed: z.string().regex(/^[A-Za-z0-9_-]{120,128}$/),
      }),
    )
    .max(KEY_WRAPS_LIMIT),
});
export type LetterKeys = z.infer<typeof letterKeysSchema>;

/** What an act on a Rahasia or Sangat Rahasia letter carries besides; no shared outcome depends on it. */
const secretParts = {
  /** The act's content, sealed with the letter's key (decision 0014); the body's own fields are neutral then. */
  sealed: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(200_000)
    .optional(),
  keys: letterKeysSchema.optional(),
};

const act = <T extends z.ZodRawShape>(shape: T) => z.strictObject({ ...shape, ...secretParts });

/** Bodies of the acts on a letter; the entry's subject is the letter's id. */
export const letterActSchemas = {
  'letter.registered': act({
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
  'letter.corrected': act({
    from: required(NAME_LIMIT).optional(),
    number: text(200).optional(),
    date: dateSchema.nullable().optional(),
    subject: required(SUBJECT_LIMIT).optional(),
    urgency: z.enum(urgencies).optional(),
    enclosure: text(200).optional(),
    classification: text(64).optional(),
  }),
  /** Decides between two values of a one-place field; `basis` cites the entries that gave them. */
  'letter.settled': act({
    field: z.enum(['urgency', 'classification', 'forwardTo']),
    /** The entry whose value stays. */
    keep: hashSchema,
    note: text(NOTE_LIMIT),
  }),
  'letter.attached': act({ document: blobRefSchema }),
  'letter.read': act({ position: positionIdSchema, disposition: dispositionIdSchema.nullable() }),
  'letter.disposed': act({
    disposition: dispositionIdSchema,
    /** The disposition that this one passes on; null at the top. */
    parent: dispositionIdSchema.nullable(),
    instructions: z.array(z.enum(instructionCodes)).max(instructionCodes.length),
    note: text(NOTE_LIMIT),
    due: dueSchema.nullable(),
    recipients: z.array(recipientSchema).min(1).max(100),
  }),
  'letter.recalled': act({ disposition: dispositionIdSchema }),
  'letter.acknowledged': act({
    disposition: dispositionIdSchema.nullable(),
    position: positionIdSchema,
  }),
  'letter.followed-up': act({
    disposition: dispositionIdSchema,
    position: positionIdSchema,
    note: required(NOTE_LIMIT),
    attachments: z.array(blobRefSchema).max(20),
  }),
  /** Selesai: of one recipient's part, or (disposition null) of the letter at the position it was forwarded to. */
  'letter.finished': act({
    disposition: dispositionIdSchema.nullable(),
    position: positionIdSchema,
    note: text(NOTE_LIMIT),
  }),
  'letter.returned': act({
    disposition: dispositionIdSchema.nullable(),
    position: positionIdSchema,
    note: required(NOTE_LIMIT),
  }),
  /** TU sends a returned letter on again, to the same or another position. */
  'letter.forwarded': act({ forwardTo: positionIdSchema, note: text(NOTE_LIMIT) }),
  'letter.no-disposition': act({ position: positionIdSchema, note: text(NOTE_LIMIT) }),
  /**
   * Hands the key of a Rahasia letter on to the holder of a position on its route (a successor). The wraps are in
   * `keys`; nothing else of the letter changes.
   */
  'letter.key-shared': act({ position: positionIdSchema }),
  /** Whoever keeps the books proposes to destroy documents of the letter, under a retention decision. */
  'blob.destruction-proposed': act({
    documents: z.array(hashSchema).min(1).max(DOCUMENTS_LIMIT),
    /** Number of the decision (surat keputusan pemusnahan). */
    decision: required(200),
    note: text(NOTE_LIMIT),
  }),
  /** The head of the office destroys them; `basis` cites the proposal. Final: the office has no copy from then on. */
  'blob.destroyed': act({
    documents: z.array(hashSchema).min(1).max(DOCUMENTS_LIMIT),
    decision: required(200),
    note: text(NOTE_LIMIT),
  }),
  /** By the registry, or by a desk from its lease (then the `basis`). */
  'number.issued': act({ series: seriesSchema, number: issuedNumberSchema }),
  /** Tells two letters of one number apart (nomor sisipan); `basis` cites what gave the number to both. */
  'number.corrected': act({
    series: seriesSchema,
    number: issuedNumberSchema,
    suffix: suffixSchema,
  }),
  'memo.proposed': act({
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
  'memo.revised': act({
    document: blobRefSchema,
    chain: chainSchema,
    note: text(NOTE_LIMIT),
  }),
  'memo.approved': act({
    step: z.int().min(0),
    revision: hashSchema,
    /** SHA-256 of the chain's canonical JSON, so that an approval binds to the chain it was given in. */
    chain: hashSchema,
    note: text(NOTE_LIMIT),
  }),
  'memo.signed': act({
    step: z.int().min(0),
    revision: hashSchema,
    chain: hashSchema,
    result: blobRefSchema,
    field: z.string().max(64),
    /** SHA-256 of the certificate (DER) that signed. */
    certificate: hashSchema,
  }),
  'memo.returned': act({ step: z.int().min(0), revision: hashSchema, note: required(NOTE_LIMIT) }),
  'memo.withdrawn': act({ note: text(NOTE_LIMIT) }),
  /** Decides between acts that exclude each other; `basis` cites the last act of every side. */
  'memo.settled': act({ keep: hashSchema, note: text(NOTE_LIMIT) }),
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
  'letter.key-shared',
  'blob.destruction-proposed',
  'blob.destroyed',
  'memo.approved',
  'memo.signed',
  'memo.withdrawn',
  'memo.settled',
]);
