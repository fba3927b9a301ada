import { z } from 'zod';

import { hashSchema, letterIdSchema, positionIdSchema } from '../office/entry.ts';
import type { SecurityClass } from '../office/enums.ts';
import type {
  ArchiveHealth,
  HomeView,
  JoinRequestView,
  LocalSettings,
  OfficeView,
  QuarantineView,
  QueuePage,
  RevocationView,
  SearchHit,
  SenderSuggestion,
  SessionView,
  StagedDocument,
  SyncReport,
  SyncView,
} from './answers.ts';
import type { RosterActsPage, RosterRequestView } from './roster-views.ts';
import * as input from './inputs.ts';
import * as numbers from './numbers.ts';
import type { NumberBookView, NumberSeriesView, WaitingNumberView } from './numbers.ts';
import type { Result } from './result.ts';
import type { VerificationView } from './verification.ts';
import type { LetterRow, LetterView } from './views.ts';

interface Method<I extends z.ZodType, O> {
  readonly input: I;
  /** Exists for the type checker alone: answers are made by us and not checked again. */
  readonly output?: readonly [O];
}

function method<O>() {
  return <I extends z.ZodType>(schema: I): Method<I, O> => ({ input: schema });
}

/** An act's answer: the hash of the entry that it made. */
export interface ActAnswer {
  readonly entry: string;
}

/**
 * The engine's API: one map of names to signatures. Inputs are checked on the engine's side; every answer is a
 * `Result`. The renderer, the command line and the tests call the same methods.
 */
export const methods = {
  'session.state': method<SessionView>()(input.noInput),
  'session.unlock': method<SessionView>()(
    z.strictObject({ user: z.string(), passphrase: z.string().max(1024) }),
  ),
  /** Drops the user key; the log key stays, so what was written still travels. */
  'session.lock': method<SessionView>()(input.noInput),
  /** Signs the person out on this PC. */
  'session.leave': method<SessionView>()(input.noInput),
  /** Ends the log of the person signed in on this PC, for whoever leaves the PC for good, and signs them out. */
  'session.retire': method<SessionView>()(input.noInput),
  'session.touch': method<null>()(input.noInput),

  'office.create': method<{ officeId: string; userId: string; deviceId: string }>()(input.createOfficeSchema),
  'office.invite': method<{ code: string; expires: number; position: string; user: string }>()(
    input.inviteSchema,
  ),
  /** What an invitation says, read from the share before anything is made here. */
  'office.read-code': method<{
    officeName: string;
    name: string;
    title: string;
    expires: number;
    /** A further PC of that person, who gets in with their own passphrase; otherwise they choose one here. */
    device: boolean;
  }>()(z.strictObject({ share: z.string().min(1).max(4096), code: z.string().min(1).max(400) })),
  'office.join': method<{
    userId: string;
    positionId: string;
    deviceId: string;
    state: 'pending' | 'enrolled';
    digits: string;
  }>()(input.joinSchema),
  'office.requests': method<readonly JoinRequestView[]>()(input.noInput),
  'office.admit': method<readonly JoinRequestView[]>()(
    z.strictObject({
      /** Invitation ids whose digits were compared; `all` is for administrators on the command line. */
      invitations: z.union([z.literal('all'), z.array(z.string())]),
    }),
  ),
  /** A code with which the person signed in takes a further PC into use. */
  'office.add-device': method<{ code: string; expires: number }>()(input.noInput),
  /** PCs that ask to be the signed-in person's too; both screens show the same six digits. */
  'office.device-requests': method<readonly JoinRequestView[]>()(input.noInput),
  'office.admit-device': method<readonly JoinRequestView[]>()(
    z.strictObject({ invitations: z.union([z.literal('all'), z.array(z.string())]) }),
  ),
  'office.status': method<OfficeView>()(input.noInput),
  'office.set-unit': method<{ unit: string }>()(input.unitInputSchema),
  'office.add-position': method<{ position: string }>()(
    z.strictObject({
      title: z.string().trim().min(1).max(300),
      unit: z.string().nullable(),
      superior: z.string().nullable(),
      role: z.enum(['admin', 'tu', 'pimpinan', 'pejabat', 'staf']),
    }),
  ),
  'office.set-holder': method<null>()(
    z.strictObject({
      position: z.string(),
      user: z.string(),
      standing: z.enum(['definitive', 'acting', 'dailyActing', 'onBehalfOf', 'byOrderOf']),
      from: z.iso.date(),
      until: z.iso.date().nullable(),
      decision: z.string().max(200),
    }),
  ),

  /** Names the PC that writes the roster from now on: an admin's. `log` null: the one they used last. */
  'office.hand-over': method<{ user: string; log: string }>()(
    z.strictObject({ user: z.string(), log: hashSchema.nullable() }),
  ),
  'office.recover': method<{ officeId: string; userId: string; deviceId: string; term: number }>()(
    input.recoverSchema,
  ),
  /** A new key for what the office writes from now on; everyone gets it when they next unlock. */
  'office.rotate-key': method<{ id: string }>()(input.noInput),
  /** Says that the new key of a colleague is theirs: the badge on it goes. */
  'office.confirm-key': method<null>()(z.strictObject({ user: z.string() })),
  'office.revoke': method<RevocationView>()(input.revokeSchema),
  /** What closed logs hold beyond their cuts, for whoever writes the roster. */
  'office.quarantine': method<readonly QuarantineView[]>()(input.noInput),
  /** Lets quarantined entries of a log take effect, up to and with this one. */
  'office.release': method<null>()(input.releaseSchema),
  /** A deputy asks whoever writes the roster for a change. */
  'office.request': method<{ request: string }>()(input.requestChangeSchema),
  /** Deputies' requests with what became of them, the newest first. */
  'office.roster-requests': method<readonly RosterRequestView[]>()(input.noInput),
  /** The writer does what was asked, or says why not. */
  'office.answer-request': method<null>()(input.answerRequestSchema),
  /** What was done to the office's roster, keys and PCs, the newest first. */
  'office.roster-acts': method<RosterActsPage>()(input.rosterActsSchema),
  'office.audit-code': method<{ file: string; keys: number }>()(
    z.strictObject({ file: z.string().min(1).max(4096), reader: z.string().trim().min(1).max(300) }),
  ),

  'intake.stage': method<StagedDocument>()(
    z.strictObject({
      files: z.array(input.fileSourceSchema).min(1).max(200),
      /** What it is taken in for: each screen lists its own. */
      purpose: z.enum(input.stagePurposes).default('letter'),
    }),
  ),
  'intake.list': method<readonly StagedDocument[]>()(input.noInput),
  'intake.discard': method<null>()(z.strictObject({ staged: hashSchema })),
  'intake.bytes': method<Uint8Array>()(z.strictObject({ staged: hashSchema })),

  'letters.queue': method<QueuePage>()(input.queueSchema),
  'letters.search': method<readonly SearchHit[]>()(
    z.strictObject({ query: z.string().max(500), limit: z.int().min(1).max(100) }),
  ),
  'letters.show': method<LetterView>()(z.strictObject({ letter: letterIdSchema })),
  /** Bytes of the letter's document, of an attachment, or of an earlier revision. */
  'letters.document': method<Uint8Array>()(z.strictObject({ letter: letterIdSchema, sha256: hashSchema })),
  'letters.signatures': method<VerificationView>()(
    z.strictObject({ letter: letterIdSchema, sha256: hashSchema }),
  ),
  'letters.duplicates': method<readonly LetterRow[]>()(
    z.strictObject({ from: z.string().max(300), number: z.string().max(200), staged: hashSchema.nullable() }),
  ),
  'letters.senders': method<readonly SenderSuggestion[]>()(z.strictObject({ prefix: z.string().max(300) })),
  'letters.next-agenda': method<number | null>()(input.noInput),
  'letters.register': method<{ letterId: string; agendaNumber: number | null; entry: string }>()(
    input.registerSchema,
  ),
  'letters.correct': method<ActAnswer>()(input.correctSchema),
  'letters.settle': method<ActAnswer>()(input.settleFieldSchema),
  'letters.attach': method<ActAnswer>()(z.strictObject({ letter: letterIdSchema, staged: hashSchema })),
  'letters.forward': method<ActAnswer>()(
    z.strictObject({ letter: letterIdSchema, forwardTo: z.string(), note: z.string().max(4000) }),
  ),
  'letters.share-key': method<ActAnswer>()(
    z.strictObject({ letter: letterIdSchema, position: positionIdSchema }),
  ),
  /** The same with the root key of the recovery kit, when nobody of the circle can: the content is not shown. */
  'letters.share-key-by-kit': method<ActAnswer>()(
    z.strictObject({
      letter: letterIdSchema,
      position: positionIdSchema,
      /** The kit's text, or only the key as it was typed from the paper. */
      kit: z.string().min(1).max(65_536),
    }),
  ),
  'letters.read': method<ActAnswer | null>()(z.strictObject({ letter: letterIdSchema })),
  'letters.dispose': method<ActAnswer & { disposition: string }>()(input.disposeSchema),
  'letters.recall': method<ActAnswer>()(z.strictObject({ letter: letterIdSchema, disposition: z.string() })),
  'letters.acknowledge': method<ActAnswer>()(input.partSchema),
  'letters.follow-up': method<ActAnswer>()(input.followUpSchema),
  'letters.finish': method<ActAnswer>()(input.notedPartSchema),
  'letters.return': method<ActAnswer>()(input.notedPartSchema),
  'letters.no-disposition': method<ActAnswer>()(
    z.strictObject({ letter: letterIdSchema, note: z.string().max(4000) }),
  ),
  /** Proposes to destroy the letter's documents under a retention decision. */
  'letters.propose-destruction': method<ActAnswer>()(input.proposeDestructionSchema),
  /** Destroys what was proposed, for good and on every PC. */
  'letters.destroy': method<ActAnswer>()(
    z.strictObject({ letter: letterIdSchema, proposal: hashSchema, note: z.string().max(4000) }),
  ),

  'memos.propose': method<{ letterId: string; entry: string }>()(input.proposeSchema),
  'memos.revise': method<ActAnswer>()(input.reviseSchema),
  'memos.approve': method<ActAnswer>()(input.approveSchema),
  'memos.sign': method<ActAnswer & { sha256: string }>()(input.signSchema),
  'memos.return': method<ActAnswer>()(
    z.strictObject({ letter: letterIdSchema, revision: hashSchema, note: z.string() }),
  ),
  'memos.settle': method<ActAnswer>()(input.settleMemoSchema),
  'memos.withdraw': method<ActAnswer>()(z.strictObject({ letter: letterIdSchema, note: z.string() })),

  /** The books of numbers, what became of each number, and what waits for one. */
  'numbers.series': method<readonly NumberSeriesView[]>()(input.noInput),
  'numbers.book': method<NumberBookView>()(numbers.bookInputSchema),
  'numbers.waiting': method<readonly WaitingNumberView[]>()(input.noInput),
  'numbers.set-registry': method<null>()(numbers.registryInputSchema),
  'numbers.void': method<ActAnswer>()(numbers.voidInputSchema),
  'numbers.correct': method<ActAnswer>()(numbers.correctNumberSchema),
  'numbers.issue': method<ActAnswer & { number: number }>()(numbers.letterNumberSchema),

  'home.summary': method<HomeView>()(input.noInput),

  'sync.status': method<SyncView>()(input.noInput),
  'sync.now': method<SyncReport>()(input.noInput),
  /** Goes on writing on the share after so much of it was gone that the program asked first. */
  'sync.resume': method<null>()(input.noInput),
  /** Takes nothing in from the share for now; what was taken in is whole. */
  'sync.pause-reading': method<null>()(input.noInput),
  'sync.continue-reading': method<null>()(input.noInput),
  /** Who keeps the documents, and how many have fewer than two copies at keepers. */
  'sync.archive': method<ArchiveHealth>()(input.noInput),
  /** Makes this PC a penjaga arsip, or no longer. */
  'sync.keep-archive': method<ArchiveHealth>()(z.strictObject({ keeps: z.boolean() })),
  'sync.dismiss-alert': method<null>()(z.strictObject({ id: z.int() })),

  'pdf.verify': method<VerificationView & { name: string; size: number; pages: number }>()(
    input.fileSourceSchema,
  ),
  'certificates.use-p12': method<SessionView>()(
    z.strictObject({ file: input.fileSourceSchema, passphrase: z.string().max(1024) }),
  ),
  /** Goes back to the certificate of the office's own CA. */
  'certificates.use-office': method<SessionView>()(input.noInput),

  'drafts.get': method<unknown>()(z.strictObject({ key: z.string().max(200) })),
  'drafts.set': method<null>()(z.strictObject({ key: z.string().max(200), value: z.unknown() })),
  'settings.get': method<LocalSettings>()(input.noInput),
  'settings.set': method<LocalSettings>()(
    z.strictObject({
      language: z.enum(['id', 'en']).optional(),
      theme: z.enum(['system', 'light', 'dark']).optional(),
      idleLockMinutes: z.int().min(1).max(240).optional(),
    }),
  ),
} as const;

export type MethodName = keyof typeof methods;
export type MethodInput<M extends MethodName> = z.input<(typeof methods)[M]['input']>;
export type CheckedInput<M extends MethodName> = z.output<(typeof methods)[M]['input']>;
export type MethodOutput<M extends MethodName> = NonNullable<(typeof methods)[M]['output']>[0];

/** How the renderer, the command line and the tests talk to the engine, whatever lies between. */
export interface Office {
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Result<MethodOutput<M>>>;
}

/** What changed, as the keys of the queries to fetch again. */
export const changeKeys = ['session', 'office', 'letters', 'home', 'sync', 'intake', 'settings'] as const;
export interface ChangeNotice {
  readonly keys: readonly (typeof changeKeys)[number][];
  /** Letters touched; empty when the whole list must be asked again. */
  readonly letters: readonly string[];
  /** New obligations of the person signed in, for a notification. */
  readonly arrived: readonly {
    readonly letter: string;
    /** Empty for a secret letter, also where its content is open here: the system keeps notifications. */
    readonly subject: string;
    readonly from: string;
    readonly task: string;
    readonly securityClass: SecurityClass;
  }[];
}
