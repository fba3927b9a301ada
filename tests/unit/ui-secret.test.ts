import { describe, expect, it } from 'vitest';

import type { LetterCircle } from '#core/contract/letter-circle.ts';
import { letterNames } from '#core/words/letter-names.ts';
import { officeWords } from '#core/words/office-words.ts';
import { openersOf, sharingChoices, waitingMembers } from '#renderer/features/secret/circle.ts';

const sealed = {
  kind: 'incomingLetter',
  securityClass: 'sangatRahasia',
  sealed: true,
  from: 'Rahasia',
  subject: 'Rahasia',
} as const;

describe('a letter that does not open', () => {
  it('is named by its class in the reader’s language, never by the word that travels in its acts', () => {
    expect(letterNames(sealed, officeWords('id'))).toEqual({
      subject: 'Surat Sangat Rahasia',
      from: 'Pengirim disegel',
    });
    expect(letterNames(sealed, officeWords('en'))).toEqual({
      subject: 'Top secret letter',
      from: 'Sender sealed',
    });
  });

  it('keeps the colleague or unit it came from, which is no secret', () => {
    expect(letterNames({ ...sealed, from: 'Kepala Dinas' }, officeWords('id')).from).toBe('Kepala Dinas');
  });

  it('is named as it is once it opens', () => {
    const open = { ...sealed, sealed: false, subject: 'Mutasi', from: 'BKPSDM' };
    expect(letterNames(open, officeWords('id'))).toEqual({ subject: 'Mutasi', from: 'BKPSDM' });
  });
});

const circle: LetterCircle = {
  reason: null,
  members: [
    { position: 'pos_1', title: 'Arsiparis', holders: [{ user: 'usr_1', name: 'Endang', hasKey: true }] },
    { position: 'pos_2', title: 'Kabid TIK', holders: [{ user: 'usr_2', name: 'Sari', hasKey: false }] },
    { position: 'pos_3', title: 'Kabid Umum', holders: [] },
    { position: 'pos_4', title: 'Plt. Kadis', holders: [{ user: 'usr_1', name: 'Endang', hasKey: true }] },
  ],
  others: [{ user: 'usr_9', name: 'Rini' }],
};

describe('the circle of a secret letter', () => {
  it('tells who waits for the key', () => {
    expect(waitingMembers(circle).map(({ title }) => title)).toEqual(['Kabid TIK']);
  });

  it('offers positions that somebody else holds', () => {
    expect(sharingChoices(circle, 'usr_1').map(({ title }) => title)).toEqual(['Kabid TIK']);
  });

  it('names everybody who opens it once, also who is not on the route any more', () => {
    expect(openersOf(circle)).toEqual([
      { user: 'usr_1', name: 'Endang', title: 'Arsiparis' },
      { user: 'usr_9', name: 'Rini', title: '' },
    ]);
  });
});
