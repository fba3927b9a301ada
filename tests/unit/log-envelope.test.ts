import fc from 'fast-check';
import { expect, it } from 'vitest';

import { entryEnvelopeSchema } from '#core/office/entry.ts';
import { envelopeOf } from '#main/engine/log/envelope.ts';

import { draft } from './log-samples.ts';

const hash = (digit: string) => digit.repeat(64);

const plain = {
  ...draft({
    deps: [{ log: hash('1'), seq: 4, hash: hash('2') }],
    basis: [hash('3')],
    actor: { user: 'usr_0123456789abcdef', position: null, standing: 'acting', decision: 'SP 1/2026' },
  }),
  userSig: 'x'.repeat(86),
};

/** Every place in the envelope outside the body, by the way to it. */
const places: readonly (readonly string[])[] = [
  ...Object.keys(plain).map((member) => [member]),
  ...['log', 'seq', 'hash', 'more'].map((member) => ['deps', '0', member]),
  ...['index', 'hash', 'more'].map((member) => ['roster', member]),
  ...['user', 'position', 'standing', 'decision', 'more'].map((member) => ['actor', member]),
  ['basis', '0'],
  ['more'],
];

/** What a stranger, or a program of another version, may put there. */
const oddity = fc.oneof(
  fc.constantFrom(null, -1, 0, 1, 1.5, 2 ** 53, 9e15, '', 'x', hash('a'), hash('A'), 'usr_0123456789abcdef'),
  fc.constantFrom('pos_0123456789abcdef', 'acting', 'letter.read', 'x'.repeat(64), 'x'.repeat(65), [], {}),
  fc.jsonValue(),
);

function changed(way: readonly string[], value: unknown): Record<string, unknown> {
  const copy: Record<string, unknown> = structuredClone(plain);
  let at: Record<string, unknown> = copy;
  for (const step of way.slice(0, -1)) at = at[step] as Record<string, unknown>;
  const last = way.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  // As it comes out of a text: no holes in lists, no negative zero.
  return JSON.parse(JSON.stringify(copy)) as Record<string, unknown>;
}

it('takes exactly the envelopes that the schema takes, and as it reads them', () => {
  expect(envelopeOf(plain)).toEqual(plain);
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.option(oddity, { nil: undefined }), (way, value) => {
      const candidate = changed(way, value);
      const parsed = entryEnvelopeSchema.safeParse(candidate);
      expect(envelopeOf(candidate)).toEqual(parsed.success ? parsed.data : null);
    }),
    { numRuns: 3000 },
  );
});

it('takes the members of an actor in any order, as the schema does', () => {
  const { actor } = plain;
  const turned = { standing: actor.standing, user: actor.user, position: actor.position };
  expect(envelopeOf({ ...plain, actor: turned })).toEqual({ ...plain, actor: turned });
});
