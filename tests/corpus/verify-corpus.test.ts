import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyPdf } from '#main/engine/pdf/verify/verify-pdf.ts';
import type { PdfVerification } from '#main/engine/pdf/verify/verification.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus');
const signedFolder = join(corpus, 'pdf-signatures');
const plainFolder = join(corpus, 'pdf-plain');
const present = existsSync(join(signedFolder, 'expected.csv'));
if (!present) process.stdout.write(`skipped: no real PDFs at ${corpus}\n`);
const hasPdfsig = spawnSync('pdfsig', ['-v']).status === 0;

const SECONDS = 10;
const MEGABYTES = 500;

type Expected = { readonly file: string; readonly signatures: number; readonly rule: string };

/** The first columns never hold a comma; the last one, which may, is not needed. */
const readExpected = (): Expected[] =>
  readFileSync(join(signedFolder, 'expected.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [file = '', signatures = '', , rule = ''] = line.split(',');
      return { file, signatures: Number(signatures), rule };
    });

/** Files that must be accepted and are not, each with the reason why ours stays. */
const differences: Readonly<Record<string, string>> = {
  'DSS-2155.pdf':
    'Other data than zeros stands behind the CMS in /Contents. No digest covers that place, so anything could be put there after signing: refused by rule.',
  'pkcs7_sha1.pdf':
    'A second, older signature has the retired format adbe.pkcs7.sha1, and the pages tree was rewritten after it. Signature2 itself is intact.',
};

/** Files on which validators may differ, with our verdict and its reason. */
const opinions: Readonly<Record<string, readonly [PdfVerification['verdict'], string]>> = {
  'BadEncodedCMS.pdf': [
    'indeterminate',
    'the certificate’s key has an encoding that OpenSSL refuses; the digest is right',
  ],
  'DSS1376-rev_n-1.pdf': [
    'invalid',
    'form fields were filled after signing; permitted by DocMDP P 2, never plainly intact',
  ],
  'DSS1376-rev_n.pdf': [
    'invalid',
    'form fields were filled after the first signature, and signed by the second',
  ],
  'Signature-P-DE_SCI-4.pdf': ['invalid', 'the resources of a page changed after the first signature'],
  'Signature-P-HU_POL-7.pdf': [
    'indeterminate',
    'intact: only signatures, timestamps and validation data were added',
  ],
  'extensions-indirect-not-all-paths.pdf': [
    'invalid',
    'the rewritten extensions dictionary is also used elsewhere',
  ],
  'form-update-no-override-appearance-stream-ap-indirect.pdf': [
    'indeterminate',
    'intact: an empty field was signed, its old appearance is used by nothing else',
  ],
  'form-update-original-ap-type-wrong.pdf': ['indeterminate', 'intact: an empty field was signed'],
  'form-update-override-appearance-stream.pdf': [
    'invalid',
    'an appearance stream of the signed revision was overwritten under its old number',
  ],
  'john-doe-lta.pdf': ['indeterminate', 'intact: validation data and a document timestamp were added'],
  'lt-short.pdf': ['indeterminate', 'intact: 25 signatures, each with validation data added later'],
  'malformed-pades.pdf': ['unreadable', 'no header'],
  'pades-bes-no-certificates.pdf': [
    'indeterminate',
    'the digest is right, the certificate is not in the file',
  ],
  'pades-lt-extended-dss.pdf': [
    'indeterminate',
    'intact: validation data was added; one of its references leads nowhere',
  ],
  'pades-ltv-from-epes.pdf': ['indeterminate', 'intact: validation data and timestamps were added'],
  'pades-same-border-annotations.pdf': [
    'indeterminate',
    'intact: a field name with a period is unusual, not a change',
  ],
  'pades-t-duplicated-doctst.pdf': [
    'invalid',
    'the third token is a copy of the second one, over other bytes',
  ],
  'pades-tst-with-sig-type.pdf': [
    'indeterminate',
    'intact: a timestamp of /Type /Sig is still one by its SubFilter',
  ],
  'pades_infinite_loop.pdf': ['unreadable', 'the file ends before its cross-references'],
  'pades_opposite_infinite_loop.pdf': ['unreadable', 'the file ends before its cross-references'],
  'pades_with_orphan_ocsp_cert_refs.pdf': [
    'indeterminate',
    'intact: references to missing parts of the store',
  ],
  'pdf-double-signer-info.pdf': ['invalid', 'two signers in one CMS'],
  'poppler-395-0-fuzzed.pdf': ['invalid', 'a damaged signature whose range is not its own gap'],
  'signed-encrypted-pubkey-with-catalog-ref.pdf': ['unreadable', 'encrypted'],
  'test-with-vri.pdf': ['invalid', 'a field that the signature locked was filled'],
};

const peer = (file: string): string => {
  if (!hasPdfsig) return 'pdfsig not installed';
  const { stdout } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8', timeout: 20_000 });
  const verdicts = [...(stdout ?? '').matchAll(/Signature Validation: (.*)/g)].map((match) => match[1] ?? '');
  return [...new Set(verdicts)].join(' / ') || 'no signature';
};

const codesOf = (result: PdfVerification): string[] => [
  ...new Set(
    [...result.findings, ...result.signatures.flatMap(({ findings }) => findings)]
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code),
  ),
];

/** Verifies within the limits of time and memory that the design sets for any file. */
const verifyWithin = (path: string): PdfVerification => {
  const bytes = readFileSync(path);
  const started = performance.now();
  const result = verifyPdf(bytes, { trustedRoots: [] });
  expect(performance.now() - started).toBeLessThan(SECONDS * 1000);
  expect(process.memoryUsage().rss / 2 ** 20).toBeLessThan(MEGABYTES);
  return result;
};

describe.skipIf(!present)('real signed files', () => {
  const expected = present ? readExpected() : [];
  const table: string[] = [];
  const judged = new Map<string, PdfVerification>();
  const judge = (file: string): PdfVerification => {
    const path = join(signedFolder, file);
    const result = judged.get(file) ?? verifyWithin(path);
    judged.set(file, result);
    return result;
  };
  const allIntact = (result: PdfVerification): boolean =>
    result.verdict !== 'unreadable' &&
    result.verdict !== 'invalid' &&
    result.signatures.every(({ integrity }) => integrity === 'intact');
  const line = ({ file, rule }: Expected, result: PdfVerification): string =>
    `${rule.padEnd(12)} ${file.slice(0, 62).padEnd(62)} ours ${result.verdict} (${codesOf(result).join(', ')}), pdfsig ${peer(join(signedFolder, file))}`;
  afterAll(() => process.stdout.write(`\n${table.join('\n')}\n`));

  it.each(expected.filter(({ rule }) => rule === 'must-refuse'))('refuses $file and says why', (row) => {
    const result = judge(row.file);
    table.push(line(row, result));
    const named = [...result.findings, ...result.signatures.flatMap(({ findings }) => findings)].some(
      ({ severity, code }) => severity === 'error' || code === 'algorithm-unsupported',
    );
    expect({ allIntact: allIntact(result), named }).toEqual({ allIntact: false, named: true });
  });

  it('accepts at least 97 % of those that must be accepted, and explains each other', () => {
    const rows = expected.filter(({ rule }) => rule === 'must-accept');
    const missed = rows.filter(({ file, signatures }) => {
      const result = judge(file);
      return !allIntact(result) || result.signatures.length !== signatures;
    });
    for (const row of missed)
      table.push(`${line(row, judge(row.file))}: ${differences[row.file] ?? 'UNEXPLAINED'}`);
    table.push(`accepted ${rows.length - missed.length} of ${rows.length}`);
    expect(missed.map(({ file }) => file).toSorted()).toEqual(Object.keys(differences).toSorted());
    expect((rows.length - missed.length) / rows.length).toBeGreaterThanOrEqual(0.97);
  });

  it('never answers valid without a root', () => {
    for (const { file } of expected) expect([file, judge(file).verdict]).not.toEqual([file, 'valid']);
  });

  it.each(expected.filter(({ rule }) => rule === 'opinion'))('has an opinion on $file', (row) => {
    const result = judge(row.file);
    const [verdict, reason] = opinions[row.file] ?? [];
    table.push(`${line(row, result)}: ${reason}`);
    expect([row.file, result.verdict]).toEqual([row.file, verdict]);
  });
});

describe.skipIf(!present)('real signed files, mutated', () => {
  /** Intact files whose one signature covers all of them: every change outside its own gap is a change. */
  const whole = (present ? readExpected() : [])
    .filter(({ rule, signatures }) => rule === 'must-accept' && signatures === 1)
    .map(({ file }) => ({ file, bytes: readFileSync(join(signedFolder, file)) }))
    .filter(({ bytes }) => verifyPdf(bytes, { trustedRoots: [] }).signatures[0]?.coversWholeFile === true);

  it('are refused whatever byte is changed, and never crash or hang', () => {
    expect(whole.length).toBeGreaterThan(30);
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), place, fc.integer({ min: 1, max: 255 }), (index, at, mask) => {
        const { file, bytes } = whole[index] ?? { file: '', bytes: Buffer.alloc(1) };
        const position = Math.min(bytes.length - 1, Math.floor(at * bytes.length));
        const contents = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)/.exec(bytes.toString('latin1'));
        if (position >= Number(contents?.[1]) && position < Number(contents?.[2])) return;
        const changed = Buffer.from(bytes);
        changed[position] = (changed[position] ?? 0) ^ mask;
        const { verdict, signatures } = verifyPdf(changed, { trustedRoots: [] });
        const intact = signatures.length > 0 && signatures.every(({ integrity }) => integrity === 'intact');
        expect([file, position, mask, verdict === 'indeterminate' && intact]).toEqual([
          file,
          position,
          mask,
          false,
        ]);
      }),
      { seed: 20261124, numRuns: 1500 },
    );
  });

  it('get a verdict when cut off anywhere or joined with another', () => {
    const files = whole.slice(0, 12);
    for (const { bytes } of files)
      for (let step = 1; step < 20; step += 1) {
        const cut = bytes.subarray(0, Math.floor((bytes.length * step) / 20));
        expect(['unreadable', 'unsigned', 'invalid', 'indeterminate']).toContain(
          verifyPdf(cut, { trustedRoots: [] }).verdict,
        );
        const joined = verifyPdf(Buffer.concat([bytes, cut]), { trustedRoots: [] });
        expect(['unreadable', 'invalid']).toContain(joined.verdict);
      }
  });
});

describe.skipIf(!existsSync(plainFolder))('real unsigned files', () => {
  const files = existsSync(plainFolder)
    ? readdirSync(plainFolder).filter((name) => name.endsWith('.pdf'))
    : [];

  it('are unsigned, or unreadable with the reason, within the limits', () => {
    const verdicts = files.map((file) => [file, verifyWithin(join(plainFolder, file)).verdict] as const);
    const odd = verdicts.filter(([, verdict]) => verdict !== 'unsigned' && verdict !== 'unreadable');
    process.stdout.write(
      `\n${verdicts
        .filter(([, verdict]) => verdict !== 'unsigned')
        .map(([file, verdict]) => `plain ${file}: ${verdict}`)
        .join('\n')}\n`,
    );
    expect(odd).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });
});
