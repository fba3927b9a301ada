import { placementSchema } from '#core/office/letter-acts.ts';
import { securityClasses, urgencies } from '#core/office/enums.ts';
import type { SecurityClass, Urgency } from '#core/office/enums.ts';

import { chainFault } from './chain.ts';
import type { ChainFault, DraftStep } from './chain.ts';

/** A memo while it is put together. Days are ISO and empty while unknown; `staged` is empty before a PDF was chosen. */
export interface MemoDraft {
  readonly staged: string;
  readonly subject: string;
  readonly number: string;
  readonly date: string;
  readonly securityClass: SecurityClass;
  readonly urgency: Urgency;
  readonly due: string;
  readonly to: readonly string[];
  readonly copies: readonly string[];
  readonly chain: readonly DraftStep[];
  readonly note: string;
}

export const emptyMemoDraft: MemoDraft = {
  staged: '',
  subject: '',
  number: '',
  date: '',
  securityClass: 'biasa',
  urgency: 'biasa',
  due: '',
  to: [],
  copies: [],
  chain: [],
  note: '',
};

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function step(value: unknown): DraftStep | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: Record<string, unknown> = { ...value };
  const { role, position } = found;
  if ((role !== 'initials' && role !== 'signature') || typeof position !== 'string') return null;
  const placement = placementSchema.safeParse(found['placement']);
  return { role, position, placement: placement.success ? placement.data : null };
}

/** Reads a kept draft; null when nothing of a memo is in it. */
export function keptMemo(kept: unknown): MemoDraft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const found: Record<string, unknown> = { ...kept };
  const chain = Array.isArray(found['chain']) ? found['chain'].map(step).filter((s) => s !== null) : [];
  return {
    staged: text(found['staged']),
    subject: text(found['subject']),
    number: text(found['number']),
    date: text(found['date']),
    securityClass: securityClasses.find((c) => c === found['securityClass']) ?? 'biasa',
    urgency: urgencies.find((u) => u === found['urgency']) ?? 'biasa',
    due: text(found['due']),
    to: texts(found['to']),
    copies: texts(found['copies']),
    chain,
    note: text(found['note']),
  };
}

export interface MemoFaults {
  readonly subject: boolean;
  readonly to: boolean;
  readonly chain: ChainFault | null;
}

/** What keeps the memo from being proposed. A revision has its subject and addressees already. */
export function memoFaults(draft: MemoDraft, isRevision: boolean): MemoFaults {
  return {
    subject: !isRevision && draft.subject.trim() === '',
    to: !isRevision && draft.to.length === 0,
    chain: chainFault(draft.chain),
  };
}

export function hasFaults(faults: MemoFaults): boolean {
  return faults.subject || faults.to || faults.chain !== null;
}
