import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyPdf } from '#main/engine/pdf/verify/verify-pdf.ts';
import { Authority, hasOpenssl } from './verify-identity.ts';
import { appendRevision, by, contentOf, letter, signField } from './verify-writer.ts';

if (!hasOpenssl) process.stdout.write('skipped: openssl, which signs these fixtures, is not installed\n');

const verdicts = ['valid', 'invalid', 'indeterminate', 'unsigned', 'unreadable'];

/** Pieces that parsers trip over. */
const tokens = [
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  ' 0 R',
  ' 0 obj',
  'endobj',
  'stream\n',
  'endstream',
  'xref\n0 1\n',
  'trailer',
  'startxref\n0\n%%EOF',
  '/Prev 0',
  '/XRefStm 9',
  '/Length 99999999',
  '/Kids[5 0 R 6 0 R]',
  '/V 6 0 R',
  '4294967296',
  '-1',
  '0000000000',
  '/ByteRange[0 0 0 0]',
];

type Edit = { readonly at: number; readonly kind: number; readonly length: number; readonly token: number };

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.nat(4),
  length: fc.nat(40),
  token: fc.nat(tokens.length - 1),
});

const apply = (bytes: Buffer, { at, kind, length, token }: Edit): Buffer => {
  const position = Math.floor(at * bytes.length);
  const head = bytes.subarray(0, position);
  const text = Buffer.from(tokens[token] ?? '', 'latin1');
  switch (kind) {
    case 0:
      return Buffer.concat([head, text, bytes.subarray(position)]);
    case 1:
      return Buffer.concat([head, text, bytes.subarray(position + text.length)]);
    case 2:
      return Buffer.concat([head, bytes.subarray(position + length)]);
    case 3:
      return Buffer.concat([head, bytes.subarray(position, position + length), bytes.subarray(position)]);
    default:
      return Buffer.from(bytes.subarray(0, position));
  }
};

describe.skipIf(!hasOpenssl)('a mutated file', () => {
  const authority = new Authority();
  const make = by(authority, authority.issue('p256', 'Kepala Dinas'));
  afterAll(() => authority.remove());
  const once = signField(letter(), 'ttd1', make);
  const seeds = [
    letter(),
    once,
    signField(once, 'ttd2', make),
    signField(letter({}, { stream: true }), 'ttd1', make, { update: { stream: true } }),
    appendRevision(once, { 4: contentOf('9') }, { stream: true }),
  ];

  it('gets a verdict: no crash, no hang, and valid only with its signed bytes untouched', () => {
    const roots = [{ der: authority.root.der, category: 'office' as const }];
    const intact = new Set(seeds.map((seed) => seed.toString('latin1')));
    let slowest = 0;
    fc.assert(
      fc.property(fc.nat(seeds.length - 1), fc.array(edit, { minLength: 1, maxLength: 4 }), (seed, edits) => {
        const bytes = edits.reduce(apply, seeds[seed] ?? letter());
        const started = performance.now();
        const result = verifyPdf(bytes, { trustedRoots: roots });
        slowest = Math.max(slowest, performance.now() - started);
        expect(verdicts).toContain(result.verdict);
        // Cutting a file back to an earlier signed state is what anybody may do; nothing else may stay valid.
        const whole = [...intact].some((text) => text.startsWith(bytes.toString('latin1').trimEnd()));
        if (result.verdict === 'valid') expect(whole).toBe(true);
      }),
      { seed: 20261124, numRuns: 4000 },
    );
    expect(slowest).toBeLessThan(1000);
  });

  it('of random bytes gets a verdict too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const framed = Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes, Buffer.from('startxref\n9\n%%EOF')]);
        expect(verdicts).toContain(verifyPdf(framed, { trustedRoots: [] }).verdict);
        expect(verdicts).toContain(verifyPdf(bytes, { trustedRoots: [] }).verdict);
      }),
      { seed: 20261124, numRuns: 1000 },
    );
  });
});
