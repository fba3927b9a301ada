import type { InstructionCode } from '#core/office/enums.ts';

import type { ReportKey } from '../letters/report-texts.ts';
import type { PositionKey, Who } from './people.ts';
import type { DuePlan, When } from './sample-days.ts';

interface StepBase {
  readonly at: When;
  readonly by: Who;
}

/** A recipient of a disposition; own instructions, note or due date make it "Khusus". */
export interface RecipientPlan {
  readonly position: PositionKey;
  readonly instructions?: readonly InstructionCode[];
  readonly note?: string;
  readonly due?: DuePlan | null;
}

export interface DisposePlan {
  /** The name by which later steps speak of it. */
  readonly as: string;
  /** The disposition that it passes on. */
  readonly under?: string;
  readonly to: readonly (PositionKey | RecipientPlan)[];
  readonly instructions: readonly InstructionCode[];
  readonly note: string;
  readonly due?: DuePlan;
}

/** What somebody does with a letter. `on` names a disposition; null is the letter at their desk. */
export type Step = StepBase &
  (
    | { readonly act: 'read' }
    | { readonly act: 'dispose'; readonly plan: DisposePlan }
    | { readonly act: 'acknowledge'; readonly on: string | null }
    | {
        readonly act: 'followUp';
        readonly on: string;
        readonly note: string;
        readonly attach: ReportKey | 'attendanceScan' | null;
      }
    | { readonly act: 'finish' | 'return'; readonly on: string | null; readonly note: string }
    | { readonly act: 'noDisposition'; readonly note: string }
    | { readonly act: 'approve'; readonly note: string }
    | { readonly act: 'sign' }
    | { readonly act: 'returnMemo' | 'withdraw'; readonly note: string }
  );

/** Short hands for writing the story down. */
export const read = (by: Who, at: When): Step => ({ by, at, act: 'read' });
export const dispose = (by: Who, at: When, plan: DisposePlan): Step => ({ by, at, act: 'dispose', plan });
export const acknowledge = (by: Who, at: When, on: string | null): Step => ({
  by,
  at,
  act: 'acknowledge',
  on,
});
export const followUp = (
  by: Who,
  at: When,
  on: string,
  note: string,
  attach: ReportKey | 'attendanceScan' | null = null,
): Step => ({ by, at, act: 'followUp', on, note, attach });
export const finish = (by: Who, at: When, on: string | null, note = ''): Step => ({
  by,
  at,
  act: 'finish',
  on,
  note,
});
export const giveBack = (by: Who, at: When, on: string | null, note: string): Step => ({
  by,
  at,
  act: 'return',
  on,
  note,
});
export const noDisposition = (by: Who, at: When, note: string): Step => ({
  by,
  at,
  act: 'noDisposition',
  note,
});
export const approve = (by: Who, at: When, note = ''): Step => ({ by, at, act: 'approve', note });
export const sign = (by: Who, at: When): Step => ({ by, at, act: 'sign' });
export const returnMemo = (by: Who, at: When, note: string): Step => ({ by, at, act: 'returnMemo', note });
export const withdraw = (by: Who, at: When, note: string): Step => ({ by, at, act: 'withdraw', note });

/** When a letter was registered and by whom, and what became of it, in order. */
export interface IncomingFate {
  readonly received: When;
  readonly by?: Who;
  /** Where it goes first; the head of the office by default. */
  readonly forwardTo?: PositionKey;
  readonly steps: readonly Step[];
}
