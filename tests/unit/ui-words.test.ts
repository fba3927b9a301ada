import { describe, expect, it } from 'vitest';

import { errorCodes } from '#core/contract/errors.ts';
import type { TimelineItem } from '#core/contract/views.ts';
import { errorSentences } from '#core/words/error-sentences.ts';
import { errorsEn } from '#core/words/errors.en.ts';
import { errorsId } from '#core/words/errors.id.ts';
import { fill } from '#core/words/fill.ts';
import { timelineEn } from '#core/words/timeline.en.ts';
import { timelineId } from '#core/words/timeline.id.ts';
import { timelineSentence } from '#core/words/timeline.ts';

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? '').toSorted();
}

describe('sentences for failures', () => {
  it('say what happened, what is safe and what to do, for every code in both languages', () => {
    for (const code of errorCodes) {
      for (const sentences of [errorsId[code], errorsEn[code]]) {
        expect(sentences.length).toBe(3);
        for (const sentence of sentences) expect(sentence, code).toMatch(/^\p{Lu}.*\.$/u);
      }
      expect(placeholders(errorsEn[code].join(' ')), code).toEqual(placeholders(errorsId[code].join(' ')));
    }
  });

  it('never show a brace or a code', () => {
    for (const code of errorCodes) {
      const { what, safe, todo } = errorSentences('id', { code });
      expect(`${what} ${safe} ${todo}`).not.toMatch(/[{}]/u);
      // Codes that are plain words ("locked") are other words in Indonesian; those with hyphens must not appear.
      if (code.includes('-')) expect(`${what} ${safe} ${todo}`).not.toContain(code);
    }
  });

  it('put values in once, and leave braces in a value alone', () => {
    expect(fill('{a} dan {b}', { a: '{b}', b: 2 })).toBe('{b} dan 2');
  });

  it('end with one full stop where a degree ends the value', () => {
    expect(fill('Ditutup oleh {name}.', { name: 'Endang Susilowati, S.E.' })).toBe(
      'Ditutup oleh Endang Susilowati, S.E.',
    );
    expect(fill('Ditutup oleh {name}.', { name: 'Rina' })).toBe('Ditutup oleh Rina.');
    expect(fill('Oleh {name}, {who}.', { name: 'dr.' })).toBe('Oleh dr., ….');
  });
});

const format = { due: (due: string) => due, number: (value: number) => value.toLocaleString('id-ID') };

function item(type: string, params: TimelineItem['params'], title = 'Kepala Dinas'): TimelineItem {
  const by = {
    actor: { user: 'usr_0000000000000000', position: null, standing: 'definitive' as const },
    title,
    name: 'Bambang',
    time: 0,
    note: '',
  };
  const proof = { log: '', seq: 0, device: '', userSigned: false };
  return {
    entry: '',
    type,
    by,
    params,
    disposition: null,
    attachments: [],
    sealed: false,
    proof,
    ineffective: null,
  };
}
function told(...args: Parameters<typeof timelineSentence>): string {
  return timelineSentence(...args)
    .map((stretch) => stretch.text)
    .join('');
}

describe('the Jejak tells acts in sentences', () => {
  it('with instructions, note and due date of a disposition', () => {
    const disposed = item('letter.disposed', {
      recipients: 'Kabid TIK',
      instructions: 'siapkan,pantau',
      note: 'Segera.',
      due: '2026-10-12',
    });
    expect(told('id', disposed, format)).toBe(
      'Kepala Dinas mendisposisi: siapkan bahan, pantau, tenggat 2026-10-12. Catatan: “Segera.”',
    );
  });

  it('names the recipients when nothing else was said', () => {
    const disposed = item('letter.disposed', {
      recipients: 'Kabid TIK',
      instructions: '',
      note: '',
      due: '',
    });
    expect(told('id', disposed, format)).toBe('Kepala Dinas mendisposisi kepada Kabid TIK.');
  });

  it('tells registration and number in one breath', () => {
    const registered = item('letter.registered', { forwardTo: 'Kepala Dinas' }, 'Arsiparis');
    expect(told('id', registered, format, 1284)).toBe(
      'Arsiparis mendaftarkan surat ini dengan nomor agenda 1.284 dan meneruskannya kepada Kepala Dinas.',
    );
  });

  it('names the person where there is no position', () => {
    expect(told('id', item('letter.read', {}, ''), format)).toBe('Bambang membaca surat ini.');
  });

  it('gives weight only to what the sentence says, not to asterisks that a person typed', () => {
    const reported = item('letter.followed-up', { note: '**penting** sekali' });
    const strong = timelineSentence('id', reported, format)
      .filter((s) => s.strong)
      .map((s) => s.text);
    expect(strong).toEqual(['Kepala Dinas']);
  });

  it('reads out no neutral word of an act that is sealed', () => {
    for (const type of ['letter.followed-up', 'letter.returned', 'memo.returned']) {
      for (const language of ['id', 'en'] as const) {
        const said = told(language, { ...item(type, { note: 'Rahasia' }), sealed: true }, format);
        expect(said, type).toContain('Kepala Dinas');
        expect(said, type).not.toContain('Rahasia');
      }
    }
  });

  it('says so when an act is unknown to this version', () => {
    expect(told('id', item('letter.sealed', {}), format)).toContain('belum dikenal');
  });

  it('uses the same values in both languages', () => {
    for (const [key, sentence] of Object.entries(timelineId)) {
      const english = Object.entries(timelineEn).find(([name]) => name === key)?.[1] ?? '';
      expect(placeholders(english), key).toEqual(placeholders(sentence));
    }
  });
});
