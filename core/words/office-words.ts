import type { letterStatuses } from '../contract/views.ts';
import type { Standing } from '../office/entry.ts';
import type {
  InstructionCode,
  LetterKind,
  Role,
  SecretClass,
  SecurityClass,
  Urgency,
} from '../office/enums.ts';
import type { LetterField } from '../office/letter-acts.ts';
import type { IneffectiveReason } from '../office/letter-state.ts';
import type { TaskKind } from '../office/tasks.ts';
import type { Language } from './language.ts';
import { officeEn } from './office.en.ts';
import { officeId } from './office.id.ts';

/** A word for every value of every enum the office knows; a new value without words fails the typecheck. */
export interface OfficeWords {
  readonly securityClass: Readonly<Record<SecurityClass, string>>;
  /** Stands where the subject of a letter would, for those who do not open it. */
  readonly sealedSubject: Readonly<Record<LetterKind, Readonly<Record<SecretClass, string>>>>;
  /** Stands where its sender would. */
  readonly sealedFrom: string;
  readonly urgency: Readonly<Record<Urgency, string>>;
  readonly letterKind: Readonly<Record<LetterKind, string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly standing: Readonly<Record<Standing, string>>;
  /** One or two words, for the queue's column and its filters. */
  readonly taskKind: Readonly<Record<TaskKind, string>>;
  /** The state of a letter for the one whose task it is. */
  readonly waitingFor: Readonly<Record<TaskKind, string>>;
  /** A field of the registration inside a sentence. */
  readonly letterField: Readonly<Record<LetterField, string>>;
  readonly letterStatus: Readonly<Record<(typeof letterStatuses)[number], string>>;
  /** The instruction as on the printed form. */
  readonly instruction: Readonly<Record<InstructionCode, string>>;
  /** The instruction inside a sentence. */
  readonly instructionShort: Readonly<Record<InstructionCode, string>>;
  /** Why a recorded act has no effect; completes "tanpa akibat: …". */
  readonly ineffective: Readonly<Record<IneffectiveReason, string>>;
}

const byLanguage = { id: officeId, en: officeEn } satisfies Record<Language, OfficeWords>;

/** The trade's terms in a language. */
export function officeWords(language: Language): OfficeWords {
  return byLanguage[language];
}
