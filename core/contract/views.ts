import { z } from 'zod';

import {
  actorSchema,
  dispositionIdSchema,
  hashSchema,
  letterIdSchema,
  positionIdSchema,
  standings,
  unitIdSchema,
  userIdSchema,
} from '../office/entry.ts';
import { letterKinds, roles, securityClasses, urgencies } from '../office/enums.ts';
import { blobRefSchema, dueSchema, recipientSchema, chainStepSchema } from '../office/letter-acts.ts';
import { ineffectiveReasons, memoConflictKinds, memoStages, onePlaceFields } from '../office/letter-state.ts';
import { taskKinds } from '../office/tasks.ts';
import { letterActions } from './letter-actions.ts';
import { letterCircleSchema } from './letter-circle.ts';

export type { LetterAction } from './letter-actions.ts';

/** Whether other PCs have it: a letter says "belum terkirim" until its entries are on the share. */
export const deliveries = ['local', 'onShare'] as const;

/** A row of a queue or box. Times are milliseconds since 1970 UTC, days ISO and local to the office. */
export const letterRowSchema = z.object({
  id: letterIdSchema,
  kind: z.enum(letterKinds),
  /** Sender as shown: of the letter, or of the disposition or memo that put it here. */
  from: z.string(),
  subject: z.string(),
  number: z.string(),
  date: z.string().nullable(),
  agenda: z.string().nullable(),
  /** Another letter holds the same number; a person has to tell them apart. */
  numberShared: z.boolean(),
  receivedAt: z.number(),
  securityClass: z.enum(securityClasses),
  urgency: z.enum(urgencies),
  /** What it waits for: the task in this queue, or for a box the first open task. */
  task: z.enum(taskKinds).nullable(),
  taskPosition: positionIdSchema.nullable(),
  taskDisposition: dispositionIdSchema.nullable(),
  /** Title of the position at which it lies ("Ada pada"). */
  at: z.string().nullable(),
  due: dueSchema.nullable(),
  since: z.number(),
  unread: z.boolean(),
  /** Two acts on it contradict each other and nobody has settled it. */
  contested: z.boolean(),
  delivery: z.enum(deliveries),
  /** A Rahasia letter whose content this session does not open: sender and subject are neutral. */
  sealed: z.boolean(),
});
export type LetterRow = z.infer<typeof letterRowSchema>;

/** Where a letter stands for the one who looks; the header's first chip. */
export const letterStatuses = [
  'waitingNumber',
  'waitingDisposition',
  'inProgress',
  'done',
  'returned',
  'inChain',
  'withdrawn',
  'contested',
] as const;

export const personViewSchema = z.object({
  user: userIdSchema,
  name: z.string(),
  nip: z.string(),
  /** Positions held today with the standing in each. */
  positions: z.array(z.object({ position: positionIdSchema, standing: z.enum(standings) })),
  hasCertificate: z.boolean(),
});
export type PersonView = z.infer<typeof personViewSchema>;

export const positionViewSchema = z.object({
  id: positionIdSchema,
  title: z.string(),
  unit: unitIdSchema.nullable(),
  superior: positionIdSchema.nullable(),
  role: z.enum(roles),
  holders: z.array(
    z.object({
      user: userIdSchema,
      name: z.string(),
      nip: z.string(),
      standing: z.enum(standings),
      until: z.string().nullable(),
    }),
  ),
});
export type PositionView = z.infer<typeof positionViewSchema>;

export const unitViewSchema = z.object({ id: unitIdSchema, name: z.string(), code: z.string() });

export const markViewSchema = z.object({
  actor: actorSchema,
  /** Title of the position and name of the person at that time. */
  title: z.string(),
  name: z.string(),
  time: z.number(),
  note: z.string(),
});
export type MarkView = z.infer<typeof markViewSchema>;

export const recipientViewSchema = recipientSchema.extend({
  title: z.string(),
  name: z.string(),
  read: markViewSchema.nullable(),
  acknowledged: markViewSchema.nullable(),
  finished: markViewSchema.nullable(),
  returned: markViewSchema.nullable(),
  followUps: z.array(markViewSchema.extend({ attachments: z.array(blobRefSchema) })),
});
export const dispositionViewSchema = z.object({
  id: dispositionIdSchema,
  parent: dispositionIdSchema.nullable(),
  by: markViewSchema,
  note: z.string(),
  due: dueSchema.nullable(),
  recipients: z.array(recipientViewSchema),
  recalled: markViewSchema.nullable(),
});
export type DispositionView = z.infer<typeof dispositionViewSchema>;

/** One sentence of the Jejak with its proof. `type` is the entry's type; the words are made from `params`. */
export const timelineItemSchema = z.object({
  entry: hashSchema,
  type: z.string(),
  by: markViewSchema,
  /** Values for the sentence, e.g. titles of recipients, agenda number. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The disposition that this entry made, for the nested list of recipients. */
  disposition: dispositionIdSchema.nullable(),
  attachments: z.array(blobRefSchema),
  /** Its words are sealed and the session does not open them: only who, what kind of act and when are told. */
  sealed: z.boolean(),
  proof: z.object({
    log: z.string(),
    seq: z.number(),
    device: z.string(),
    /** The log's signature was checked when the entry was taken in; a user signature only on acts that bind. */
    userSigned: z.boolean(),
  }),
  ineffective: z.enum(ineffectiveReasons).nullable(),
});
export type TimelineItem = z.infer<typeof timelineItemSchema>;

export const chainStepViewSchema = chainStepSchema.extend({
  title: z.string(),
  name: z.string(),
  done: markViewSchema.nullable(),
  current: z.boolean(),
});

/** Two acts that exclude each other, of which neither author had seen the other's; a person settles it. */
export const conflictViewSchema = z.object({
  kind: z.enum([...memoConflictKinds, 'field']),
  field: z.enum(onePlaceFields).nullable(),
  sides: z.array(
    z.object({
      /** Named by the settlement that keeps this side. */
      entry: hashSchema,
      by: markViewSchema,
      /** What was done on a memo; null for a field. */
      deed: z
        .enum([
          'memo.proposed',
          'memo.revised',
          'memo.approved',
          'memo.signed',
          'memo.returned',
          'memo.withdrawn',
          'memo.settled',
        ])
        .nullable(),
      /** The value given to the field; a position by its title. */
      value: z.string().nullable(),
      document: blobRefSchema.nullable(),
    }),
  ),
  /** Whose task it is. */
  settler: z.object({ position: positionIdSchema, title: z.string() }).nullable(),
  /** Whether the session may settle it. */
  maySettle: z.boolean(),
});
export type ConflictView = z.infer<typeof conflictViewSchema>;

/** Another letter that holds the same number; subject and sender are null where the viewer may not read them. */
export const sameNumberSchema = z.object({
  letter: letterIdSchema,
  number: z.string(),
  subject: z.string().nullable(),
  from: z.string().nullable(),
  receivedAt: z.number(),
  securityClass: z.enum(securityClasses),
});

export const letterViewSchema = z.object({
  id: letterIdSchema,
  kind: z.enum(letterKinds),
  status: z.enum(letterStatuses),
  from: z.string(),
  number: z.string(),
  date: z.string().nullable(),
  subject: z.string(),
  securityClass: z.enum(securityClasses),
  /** True while the session does not open the content of a Rahasia letter. */
  sealed: z.boolean(),
  /** Null for a letter that is not secret. */
  circle: letterCircleSchema.nullable(),
  urgency: z.enum(urgencies),
  enclosure: z.string(),
  classification: z.string(),
  agenda: z.string().nullable(),
  /** The number that one of the office's books of letters gave. */
  letterNumber: z.string().nullable(),
  sameNumber: z.array(sameNumberSchema),
  receivedAt: z.number(),
  due: dueSchema.nullable(),
  document: blobRefSchema,
  /** False while the PDF is not on this PC yet ("PDF belum tiba"). */
  documentHere: z.boolean(),
  attachments: z.array(blobRefSchema),
  /** All of the letter's documents, also of earlier revisions and follow-ups; empty while it is sealed. */
  documents: z.array(blobRefSchema),
  /** What a retention decision is to destroy of the letter, or destroyed; such documents open nowhere any more. */
  destructions: z.array(
    z.object({
      /** Hash of the proposal, which whoever destroys names. */
      proposal: hashSchema,
      documents: z.array(hashSchema),
      decision: z.string(),
      /** The session may carry it out: it is the head's, and another person proposed it. */
      mayDestroy: z.boolean(),
      proposed: markViewSchema,
      destroyed: markViewSchema.nullable(),
    }),
  ),
  desks: z.array(
    z.object({
      position: positionIdSchema,
      title: z.string(),
      copy: z.boolean(),
      status: z.string(),
      read: markViewSchema.nullable(),
    }),
  ),
  dispositions: z.array(dispositionViewSchema),
  memo: z
    .object({
      stage: z.enum(memoStages),
      proposedBy: markViewSchema,
      to: z.array(z.object({ position: positionIdSchema, title: z.string() })),
      copies: z.array(z.object({ position: positionIdSchema, title: z.string() })),
      chain: z.array(chainStepViewSchema),
      /** SHA-256 that the next approval or signature binds to. */
      revision: hashSchema,
      returned: markViewSchema.nullable(),
    })
    .nullable(),
  conflicts: z.array(conflictViewSchema),
  timeline: z.array(timelineItemSchema),
  delivery: z.enum(deliveries),
  /** How many other PCs said that they have it as it is here ("diterima oleh N PC"). */
  receivedBy: z.number(),
  actions: z.array(z.enum(letterActions)),
  /** It holds an act that only a newer program understands ("perlu pembaruan"): no actions until the update. */
  needsUpdate: z.boolean(),
  /** The capacity in which the session would act on this letter. */
  acting: z
    .object({
      position: positionIdSchema,
      title: z.string(),
      standing: z.enum(standings),
      until: z.string().nullable(),
    })
    .nullable(),
  /** The disposition whose part is mine and open, if any. */
  myDisposition: dispositionIdSchema.nullable(),
});
export type LetterView = z.infer<typeof letterViewSchema>;
