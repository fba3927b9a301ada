import { z } from 'zod';

import type { DisposeInput } from '#core/contract/inputs.ts';
import { instructionCodes } from '#core/office/enums.ts';
import { dueSchema } from '#core/office/letter-acts.ts';

const askedSchema = z.object({
  instructions: z.array(z.enum(instructionCodes)),
  note: z.string(),
  due: dueSchema.nullable(),
});
/** What is asked, by when. */
export type Asked = z.infer<typeof askedSchema>;

const draftSchema = askedSchema.extend({
  recipients: z.array(z.object({ position: z.string(), own: askedSchema.nullable() })),
});
/** The sheet's content as it is kept while typing. `own` null: the common instructions (Umum), else Khusus. */
export type DispositionDraft = z.infer<typeof draftSchema>;
export type DraftRecipient = DispositionDraft['recipients'][number];

export const emptyDraft: DispositionDraft = { instructions: [], note: '', due: null, recipients: [] };

/** Whether anything was chosen or typed. */
export function isBegun(draft: DispositionDraft): boolean {
  const { instructions, note, due, recipients } = draft;
  return instructions.length > 0 || note !== '' || due !== null || recipients.length > 0;
}

/** A kept draft, or null when it is of another shape (or none). */
export function readDraft(kept: unknown): DispositionDraft | null {
  const parsed = draftSchema.safeParse(kept);
  return parsed.success ? parsed.data : null;
}

/** Adds a recipient at the end; one that is there already stays where it is. */
export function withRecipient(draft: DispositionDraft, position: string): DispositionDraft {
  if (draft.recipients.some((r) => r.position === position)) return draft;
  return { ...draft, recipients: [...draft.recipients, { position, own: null }] };
}

export function withoutRecipient(draft: DispositionDraft, position: string): DispositionDraft {
  return { ...draft, recipients: draft.recipients.filter((r) => r.position !== position) };
}

/** Gives a recipient instructions of their own, or (null) the common ones again. */
export function withOwn(draft: DispositionDraft, position: string, own: Asked | null): DispositionDraft {
  return { ...draft, recipients: draft.recipients.map((r) => (r.position === position ? { ...r, own } : r)) };
}

/** Turns one instruction on or off. */
export function toggled(
  instructions: Asked['instructions'],
  code: Asked['instructions'][number],
): Asked['instructions'] {
  return instructions.includes(code) ? instructions.filter((c) => c !== code) : [...instructions, code];
}

/** The act that the sheet's content makes. */
export function disposeInput(draft: DispositionDraft, letter: string, parent: string | null): DisposeInput {
  const { instructions, note, due, recipients } = draft;
  return {
    letter,
    parent,
    instructions,
    note: note.trim(),
    due,
    recipients: recipients.map(({ position, own }) => ({
      position,
      instructions: own?.instructions ?? instructions,
      note: own?.note.trim() ?? '',
      due: own === null ? due : own.due,
      custom: own !== null,
    })),
  };
}
