import fc from 'fast-check';
import { expect, test } from 'vitest';

import { instructionCodes } from '#core/office/enums.ts';
import { foldLetter } from '#core/office/letter-fold.ts';
import { letterActSchemas } from '#core/office/letter-acts.ts';
import type { LetterActType } from '#core/office/letter-acts.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { hasContent, mergeSecret, secretFields, splitSecret } from '#core/office/secret-content.ts';
import type { AcceptedEntry } from '#core/office/entry.ts';

import {
  act,
  blob,
  contextOf,
  disposed,
  dispositionId,
  hashOf,
  LETTER,
  officeOf,
  positionId,
  registered,
} from './office-samples.ts';

const TU = { title: 'Arsiparis', holder: 'endang', role: 'tu' } as const;
const HEAD = { title: 'Kepala Dinas', holder: 'bambang', role: 'pimpinan' } as const;
const STAFF = { title: 'Kabid TIK', holder: 'rini', role: 'pejabat' } as const;
const context = contextOf(officeOf(TU, HEAD, STAFF));

const word = fc.string({ minLength: 1, maxLength: 40 }).map((text) => `x${text.trim()}`);
const instructions = fc.subarray([...instructionCodes]);

/** The life of a letter in which everything that is content is arbitrary. */
const lives = fc.record({
  from: word,
  subject: word,
  enclosure: word,
  classification: word,
  name: word,
  pages: fc.integer({ min: 1, max: 900 }),
  note: word,
  asked: instructions,
  finish: fc.boolean(),
  correct: fc.boolean(),
});

function lifeOf(life: typeof lives extends fc.Arbitrary<infer T> ? T : never): readonly AcceptedEntry[] {
  const document = { ...blob('scan'), name: life.name, pages: life.pages };
  const d = disposed('one', null, STAFF.title);
  const entries = [
    act(
      'letter.registered',
      {
        ...registered(HEAD.title),
        securityClass: 'rahasia',
        from: life.from,
        subject: life.subject,
        enclosure: life.enclosure,
        classification: life.classification,
        document,
      },
      { rank: 1, by: TU },
    ),
    act('letter.attached', { document }, { rank: 2, by: TU }),
    act(
      'letter.disposed',
      {
        ...d,
        instructions: life.asked,
        note: life.note,
        recipients: d.recipients.map((r) => ({ ...r, instructions: life.asked, note: life.note })),
      },
      { rank: 3, by: HEAD },
    ),
    act(
      'letter.followed-up',
      {
        disposition: dispositionId('one'),
        position: positionId(STAFF.title),
        note: life.note,
        attachments: [document],
      },
      { rank: 4, by: STAFF },
    ),
  ];
  if (life.correct)
    entries.push(act('letter.corrected', { subject: life.note, from: life.from }, { rank: 5, by: TU }));
  const last = life.finish ? 'letter.finished' : 'letter.returned';
  entries.push(
    act(
      last,
      { disposition: dispositionId('one'), position: positionId(STAFF.title), note: life.note },
      { rank: 6, by: STAFF },
    ),
  );
  return entries;
}

const isLetterAct = (type: string): type is LetterActType => type in letterActSchemas;

function neutralOf(entry: AcceptedEntry): AcceptedEntry {
  if (!isLetterAct(entry.type)) throw new Error(entry.type);
  return { ...entry, body: splitSecret(entry.type, entry.body).shared };
}

/** The state without what is content: what PCs outside the circle and inside must agree on. */
function sharedOf(state: LetterState | null): unknown {
  const hidden = new Set([
    'from',
    'subject',
    'enclosure',
    'classification',
    'note',
    'instructions',
    'name',
    'pages',
  ]);
  return JSON.parse(JSON.stringify(state, (key, value: unknown) => (hidden.has(key) ? null : value)));
}

test('what the circle folds and what everybody folds differ in nothing but the content', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const full = lifeOf(life);
      const whole = foldLetter(LETTER, full, context);
      const neutral = foldLetter(LETTER, full.map(neutralOf), context);
      expect(whole?.ineffective).toEqual([]);
      expect(sharedOf(neutral)).toEqual(sharedOf(whole));
    }),
    { numRuns: 200 },
  );
});

test('a body taken apart is valid without its content, tells none of it, and comes together again', () => {
  fc.assert(
    fc.property(lives, (life) => {
      for (const entry of lifeOf(life)) {
        if (!isLetterAct(entry.type)) throw new Error(entry.type);
        const { shared, content } = splitSecret(entry.type, entry.body);
        expect(letterActSchemas[entry.type].safeParse(shared).success).toBe(true);
        expect(hasContent(entry.type, shared)).toBe(false);
        expect(mergeSecret(entry.type, shared, content)).toEqual(entry.body);
      }
    }),
    { numRuns: 200 },
  );
});

test('sealed content changes no shared field and adds none', () => {
  const body = { ...registered(HEAD.title), securityClass: 'rahasia' as const };
  const { shared, content } = splitSecret('letter.registered', body);
  const hostile = {
    ...content,
    securityClass: 'biasa',
    forwardTo: positionId(STAFF.title),
    extra: 1,
    document: { name: 'a.pdf', pages: 2, sha256: hashOf('other') },
  };
  const merged = mergeSecret('letter.registered', shared, hostile);
  expect(merged).toEqual({ ...body, document: { ...body.document, name: 'a.pdf', pages: 2 } });
  expect(mergeSecret('letter.corrected', {}, { subject: 'x' })).toEqual({});
});

test('every act of a letter says what of it is content', () => {
  expect(Object.keys(secretFields).toSorted()).toEqual(Object.keys(letterActSchemas).toSorted());
});

test('the key of a secret letter is handed on along its route, signed, by who may read it', () => {
  const wraps = [{ to: 'root', sealed: 'a'.repeat(123) }];
  const keys = { id: hashOf('key'), wraps };
  const begun = (securityClass: 'biasa' | 'rahasia') =>
    act('letter.registered', { ...registered(HEAD.title), securityClass }, { rank: 1, by: TU });
  const reasonOf = (first: AcceptedEntry, ...acts: readonly AcceptedEntry[]) =>
    foldLetter(LETTER, [first, ...acts], context)?.ineffective.map((i) => i.reason);
  const share = (by: typeof TU | typeof STAFF, to: string, signed = true) =>
    act('letter.key-shared', { position: positionId(to), keys }, { rank: 2, by, signed });
  expect(reasonOf(begun('rahasia'), share(TU, HEAD.title))).toEqual([]);
  expect(reasonOf(begun('rahasia'), share(TU, HEAD.title, false))).toEqual(['no-user-signature']);
  expect(reasonOf(begun('rahasia'), share(STAFF, HEAD.title))).toEqual(['not-entitled']);
  expect(reasonOf(begun('rahasia'), share(TU, STAFF.title))).toEqual(['unknown-subject']);
  expect(reasonOf(begun('biasa'), share(TU, HEAD.title))).toEqual(['not-in-turn']);
});
