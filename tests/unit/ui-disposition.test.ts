import { describe, expect, it } from 'vitest';

import { disposeSchema } from '#core/contract/inputs.ts';
import {
  disposeInput,
  emptyDraft,
  readDraft,
  withOwn,
  withRecipient,
  withoutRecipient,
} from '#renderer/features/disposition/disposition-draft.ts';

const letter = 'let_00000000000000000000';
const [first, second] = ['pos_0000000000000001', 'pos_0000000000000002'] as const;
const common = {
  ...emptyDraft,
  instructions: ['wakili' as const],
  note: ' Wakili saya. ',
  due: '2026-10-13',
};

describe('the disposition sheet', () => {
  it('gives common instructions to those marked Umum and their own to those marked Khusus', () => {
    const draft = withOwn(withRecipient(withRecipient(common, first), second), second, {
      instructions: ['diketahui'],
      note: '',
      due: null,
    });
    const input = disposeInput(draft, letter, null);
    expect(input.recipients).toEqual([
      { position: first, instructions: ['wakili'], note: '', due: '2026-10-13', custom: false },
      { position: second, instructions: ['diketahui'], note: '', due: null, custom: true },
    ]);
    expect(disposeSchema.safeParse(input).success).toBe(true);
  });

  it('names nobody twice and forgets who was removed', () => {
    const draft = withRecipient(withRecipient(withRecipient(common, first), first), second);
    expect(withoutRecipient(draft, first).recipients.map((r) => r.position)).toEqual([second]);
  });

  it('keeps its content over a restart, and starts anew from anything else', () => {
    const draft = withRecipient(common, first);
    expect(readDraft(structuredClone(draft))).toEqual(draft);
    expect([null, 'x', { recipients: [] }, { ...draft, due: 'besok' }].map(readDraft)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
