import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AcceptedEntry } from '#core/office/entry.ts';
import { foldAct } from '#core/office/letter-reducers.ts';
import { foldLetter } from '#core/office/letter-fold.ts';
import { destroyedDocuments, documentsOfLetter } from '#core/office/letter-documents.ts';

import { LETTER, act, blob, contextOf, hashOf, officeOf, registered } from './office-samples.ts';
import type { Seat } from './office-samples.ts';

const tu: Seat = { title: 'Arsiparis', holder: 'Endang', role: 'tu' };
const head: Seat = { title: 'Kepala Dinas', holder: 'Bambang', role: 'pimpinan' };
const staff: Seat = { title: 'Analis', holder: 'Rudi', role: 'staf' };
/** One person in both roles, as in a small office. */
const both: Seat = { title: 'Sekretaris', holder: 'Endang', role: 'pimpinan' };
const context = contextOf(officeOf(tu, head, staff, both));

const scan = blob('scan').sha256;
const attachment = blob('lampiran').sha256;
const register = act('letter.registered', registered('Kepala Dinas'), { rank: 1, by: tu });
const attach = act('letter.attached', { document: blob('lampiran') }, { rank: 2, by: tu });

function proposal(documents: readonly string[], by = tu, rank = 3, signed = true): AcceptedEntry {
  const body = { documents: [...documents], decision: '045/1', note: '' };
  return act('blob.destruction-proposed', body, { rank, by, signed });
}

function destruction(
  basis: AcceptedEntry,
  documents: readonly string[],
  { by = head, rank = 4, decision = '045/1', signed = true } = {},
): AcceptedEntry {
  const body = { documents: [...documents], decision, note: '' };
  return act('blob.destroyed', body, { rank, by, signed, basis: [basis] });
}

function fold(...entries: readonly AcceptedEntry[]) {
  const letter = foldLetter(LETTER, [register, attach, ...entries], context);
  if (letter === null) throw new Error('no letter');
  return {
    gone: [...destroyedDocuments(letter)].toSorted(),
    reasons: letter.ineffective.map(({ reason }) => reason),
    letter,
  };
}

describe('destroying the documents of a letter', () => {
  const all = [scan, attachment].toSorted();
  const proposed = proposal(all);

  it('takes a proposal of who keeps the books and the head of the office, two people', () => {
    expect(fold(proposed)).toMatchObject({ gone: [], reasons: [] });
    expect(fold(proposed, destruction(proposed, all))).toMatchObject({ gone: all, reasons: [] });
    expect(fold(proposal(all, staff))).toMatchObject({ reasons: ['not-entitled'] });
    expect(fold(proposal(all, head))).toMatchObject({ reasons: ['not-entitled'] });
    for (const by of [tu, staff, both]) {
      expect(fold(proposed, destruction(proposed, all, { by }))).toMatchObject({
        gone: [],
        reasons: ['not-entitled'],
      });
    }
  });

  it('needs the signatures of both', () => {
    expect(fold(proposal(all, tu, 3, false))).toMatchObject({ reasons: ['no-user-signature'] });
    const unsigned = destruction(proposed, all, { signed: false });
    expect(fold(proposed, unsigned)).toMatchObject({ gone: [], reasons: ['no-user-signature'] });
  });

  it('destroys what was proposed, under the same decision, and nothing else', () => {
    const other = (documents: readonly string[], decision = '045/1') =>
      fold(proposed, destruction(proposed, documents, { decision }));
    expect(other([scan])).toMatchObject({ gone: [], reasons: ['other-revision'] });
    expect(other([...all, hashOf('lain')])).toMatchObject({ gone: [], reasons: ['other-revision'] });
    expect(other(all, '045/2')).toMatchObject({ gone: [], reasons: ['other-revision'] });
    expect(fold(destruction(proposal([hashOf('lain')]), [hashOf('lain')]))).toMatchObject({
      reasons: ['unknown-subject'],
    });
    expect(fold(proposal([hashOf('lain')]))).toMatchObject({ reasons: ['unknown-subject'] });
    expect(fold(destruction(proposed, all))).toMatchObject({ gone: [], reasons: ['unknown-subject'] });
  });

  it('happens once', () => {
    const first = destruction(proposed, all);
    const again = destruction(proposed, all, { rank: 5 });
    expect(fold(proposed, first, again)).toMatchObject({ gone: all, reasons: ['already-done'] });
    expect(fold(proposed, first, proposal([scan], tu, 6))).toMatchObject({ reasons: ['already-done'] });
  });

  it('folds the same entry by entry and for any order of arrival', () => {
    const entries = [
      register,
      attach,
      proposed,
      proposal([scan], tu, 4),
      destruction(proposed, all, { rank: 5 }),
    ];
    const whole = foldLetter(LETTER, entries, context);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(foldLetter(LETTER, shuffled, context)).toEqual(whole);
      }),
    );
    const [first, ...rest] = entries;
    const begun = first === undefined ? null : foldLetter(LETTER, [first], context);
    if (begun === null) throw new Error('no beginning');
    expect(rest.reduce((state, entry) => foldAct(state, entry, context), begun)).toEqual(whole);
    expect(
      whole === null
        ? []
        : documentsOfLetter(whole)
            .map(({ sha256 }) => sha256)
            .toSorted(),
    ).toEqual(all);
  });
});
