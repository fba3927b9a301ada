import { fileURLToPath } from 'node:url';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfficeAuthority, PersonalKeyKind } from '#main/engine/keys/ca/authority.ts';
import type { SigningCredential } from '#main/engine/keys/p12/credential.ts';
import { prepareChain } from '#main/engine/pdf/prepare-chain.ts';
import { signDocument } from '#main/engine/pdf/sign.ts';
import { stampFonts } from '#main/engine/pdf/stamp/font-face.ts';
import { verifyPdf } from '#main/engine/pdf/verify/verify-pdf.ts';
import { coveredRanges, missingTools, Oracles } from './pdf-oracles.ts';
import { codeOf, credentialOf, letter, NOW, officeAuthority, STAMP, valueOf } from './pdf-samples.ts';

const fonts = stampFonts(fileURLToPath(new URL('../../resources/fonts', import.meta.url)));
const missing = missingTools();
const PLACE = { page: 1, x: 290, y: 300, width: 255, height: 68 };

let authority: OfficeAuthority;
let oracles: Oracles;
const people = new Map<string, SigningCredential>();

/**
 * The n-th person of the office with such a key. Signatories of one file are different people: pdfsig 22.12 takes only
 * the first of two signatures under the very same certificate for trusted, whoever made them.
 */
function person(kind: PersonalKeyKind, n = 0): SigningCredential {
  const key = `${kind} ${n}`;
  const known = people.get(key) ?? credentialOf(authority, `Bambang Hariyanto ${n + 1}, S.Sos., M.M.`, kind);
  people.set(key, known);
  return known;
}

const common = { time: NOW, fonts } as const;

beforeAll(() => {
  authority = officeAuthority();
  if (missing === '') oracles = new Oracles(authority.certificate);
});
afterAll(() => {
  if (missing === '') oracles.dispose();
});

/** A letter signed by so many in order: parafs and, last, a visible signature. */
async function signedBy(
  count: number,
  xref: 'table' | 'stream',
  kinds: readonly PersonalKeyKind[],
): Promise<Uint8Array> {
  const names = Array.from({ length: count }, (_, index) => `Penanda${index + 1}`);
  const fields = names.map((name, index) => ({
    name,
    placement: index === count - 1 ? PLACE : ('invisible' as const),
  }));
  let pdf = valueOf(prepareChain(await letter(xref), fields));
  for (const [index, field] of names.entries()) {
    const credential = person(kinds[index % kinds.length] ?? 'p256', index);
    const stamp = index === count - 1 ? { stamp: STAMP } : {};
    pdf = valueOf(await signDocument({ ...common, pdf, field, credential, ...stamp })).pdf;
  }
  return pdf;
}

describe.skipIf(missing !== '')('what the app signs, strangers accept', () => {
  test.each([
    [1, 'table', 'p256'],
    [1, 'stream', 'p256'],
    [1, 'table', 'rsa2048'],
    [1, 'stream', 'rsa2048'],
    [2, 'table', 'p256'],
    [2, 'stream', 'rsa2048'],
    [10, 'table', 'rsa2048'],
    [10, 'stream', 'p256'],
  ] as const)('%i signatories in order, cross-reference %s, %s', async (count, xref, kind) => {
    const pdf = await signedBy(count, xref, [kind]);
    const pdfsig = oracles.pdfsig(pdf, count);
    expect(pdfsig.accepted, pdfsig.said).toBe(true);
    const mutool = oracles.mutool(pdf, count);
    expect(mutool.accepted, mutool.said).toBe(true);
    const qpdf = oracles.qpdf(pdf);
    expect(qpdf.accepted, qpdf.said).toBe(true);
    const openssl = oracles.openssl(pdf, NOW);
    expect(
      openssl.map((one) => one.accepted),
      openssl.map((one) => one.said).join('\n'),
    ).toEqual(Array(count).fill(true));
    const own = verifyPdf(pdf, {
      trustedRoots: [{ der: authority.certificate, category: 'office' }],
      at: NOW,
    });
    expect(own.verdict).toBe('valid');
    expect(own.signatures.map((one) => `${one.integrity} ${one.level}`)).toEqual(
      Array(count).fill('intact B-B'),
    );
  });

  test('RSA and P-256 signatories on one file', async () => {
    const pdf = await signedBy(2, 'table', ['rsa2048', 'p256']);
    expect(oracles.pdfsig(pdf, 2).accepted).toBe(true);
    expect(oracles.openssl(pdf, NOW).every((one) => one.accepted)).toBe(true);
  });

  test('a flip of one covered bit is refused by all; a flip in the padding at least by us', async () => {
    const pdf = await signedBy(1, 'table', ['p256']);
    const [range] = coveredRanges(pdf);
    if (range === undefined) throw new Error('no signature');
    const flipped = Buffer.from(pdf);
    const inside = flipped.indexOf('/MediaBox') + 12;
    flipped[inside] = (flipped[inside] ?? 0) ^ 1;
    expect(oracles.pdfsig(flipped, 1).accepted).toBe(false);
    expect(oracles.mutool(flipped, 1).accepted).toBe(false);
    expect(oracles.openssl(flipped, NOW)[0]?.accepted).toBe(false);
    expect(verifyPdf(flipped, { trustedRoots: [] }).verdict).toBe('invalid');
    const padded = Buffer.from(pdf);
    padded[range.gap[1] - 3] = 0x31;
    expect(verifyPdf(padded, { trustedRoots: [] }).verdict).toBe('invalid');
  });
});

describe('signing keeps its promises', () => {
  test('earlier bytes stay as they were, and pages and contents are not written again', async () => {
    const prepared = valueOf(prepareChain(await letter('stream'), [{ name: 'TTE', placement: PLACE }]));
    const signed = valueOf(
      await signDocument({
        ...common,
        pdf: prepared,
        field: 'TTE',
        credential: person('p256'),
        stamp: STAMP,
      }),
    );
    expect(Buffer.from(signed.pdf).subarray(0, prepared.length).equals(Buffer.from(prepared))).toBe(true);
    const added = Buffer.from(signed.pdf).subarray(prepared.length).toString('latin1');
    expect(added).not.toMatch(/\/Type \/(?:Page|Pages|Catalog)\b/u);
  });

  test('a paraf is invisible and holds', async () => {
    const pdf = await letter('table');
    const signed = valueOf(
      await signDocument({
        ...common,
        pdf,
        field: 'Paraf',
        placement: 'invisible',
        credential: person('p256'),
      }),
    );
    expect(signed.signatures).toBe(1);
    if (missing === '') expect(oracles.render(signed.pdf).equals(oracles.render(pdf))).toBe(true);
  });

  test('a box may move until somebody has signed, and not after', async () => {
    const moved = { ...PLACE, x: 100 };
    const fields = [
      { name: 'Paraf', placement: 'invisible' as const },
      { name: 'TTE', placement: PLACE },
    ];
    const prepared = valueOf(prepareChain(await letter('table'), fields));
    const input = { ...common, field: 'TTE', credential: person('p256'), stamp: STAMP, placement: moved };
    expect(codeOf(await signDocument({ ...input, pdf: prepared }))).toBe('ok');
    const paraf = valueOf(
      await signDocument({ ...common, pdf: prepared, field: 'Paraf', credential: person('p256') }),
    );
    expect(codeOf(await signDocument({ ...input, pdf: paraf.pdf }))).toBe('placement-fixed');
    expect(codeOf(await signDocument({ ...input, pdf: paraf.pdf, field: 'Baru' }))).toBe(
      'placement-overlaps',
    );
    const elsewhere = { ...PLACE, y: 100 };
    const last = valueOf(
      await signDocument({ ...input, pdf: paraf.pdf, field: 'Baru', placement: elsewhere }),
    );
    expect(last.signatures).toBe(2);
  });

  test('the reason and the claimed time are in the signature', async () => {
    const pdf = await letter('table');
    const signed = valueOf(
      await signDocument({
        ...common,
        pdf,
        field: 'Paraf',
        placement: 'invisible',
        credential: person('p256'),
        reason: 'Setuju – ꦲꦤꦕꦫꦏ',
      }),
    );
    const [one] = verifyPdf(signed.pdf, { trustedRoots: [] }).signatures;
    expect(one?.claimedTime).toBe('2026-10-09T03:42:00.000Z');
    expect(Buffer.from(signed.pdf).toString('latin1')).toContain(
      `<${Buffer.from('\ufeffSetuju – ꦲꦤꦕꦫꦏ', 'utf16le').swap16().toString('hex')}>`,
    );
  });

  test('says why it will not sign', async () => {
    const pdf = await letter('table');
    const text = Buffer.from(pdf).toString('latin1');
    const credential = person('p256');
    const sign = async (changes: Partial<Parameters<typeof signDocument>[0]>): Promise<string> =>
      codeOf(
        await signDocument({
          ...common,
          pdf,
          field: 'TTE',
          placement: PLACE,
          credential,
          stamp: STAMP,
          ...changes,
        }),
      );
    const signed = valueOf(
      await signDocument({ ...common, pdf, field: 'TTE', placement: PLACE, credential, stamp: STAMP }),
    );
    const encrypted = await PDFDocument.load(pdf);
    encrypted.encrypt({ userPassword: 'x', ownerPassword: 'y' });
    const long = 'Kepala Bidang '.repeat(60);
    expect({
      encrypted: await sign({ pdf: await encrypted.save() }),
      notPdf: await sign({ pdf: Buffer.from('bukan PDF') }),
      truncated: await sign({ pdf: pdf.subarray(0, pdf.length - 200) }),
      wrongOffset: await sign({
        pdf: Buffer.from(text.replace(/startxref\s+\d+/u, 'startxref\n17'), 'latin1'),
      }),
      junkBefore: await sign({ pdf: Buffer.from(`sampah\n${text}`, 'latin1') }),
      injected: await sign({
        pdf: Buffer.from(
          text.replace('%%EOF', '%%EOF\n% /ByteRange [0 /********** /********** /**********]'),
          'latin1',
        ),
      }),
      signedField: await sign({ pdf: signed.pdf }),
      noField: codeOf(await signDocument({ ...common, pdf, field: 'TTE', credential, stamp: STAMP })),
      outside: await sign({ placement: { ...PLACE, x: 500 } }),
      noPage: await sign({ placement: { ...PLACE, page: 2 } }),
      small: await sign({ placement: { ...PLACE, width: 50 } }),
      notANumber: await sign({ placement: { ...PLACE, x: Number.NaN } }),
      invisibleStamp: await sign({ placement: 'invisible' }),
      emoji: await sign({ stamp: { ...STAMP, name: 'Budi 🙂' } }),
      longText: await sign({ stamp: { ...STAMP, capacity: { kind: 'holder', title: long } } }),
      longQr: await sign({ stamp: { ...STAMP, qr: 'x'.repeat(400) } }),
      longChain: await sign({ credential: { ...credential, chain: Array(40).fill(authority.certificate) } }),
    }).toEqual({
      encrypted: 'pdf-encrypted',
      notPdf: 'pdf-damaged',
      truncated: 'pdf-damaged',
      wrongOffset: 'pdf-damaged',
      junkBefore: 'pdf-junk-before-header',
      injected: 'pdf-suspicious',
      signedField: 'pdf-field-signed',
      noField: 'pdf-field-missing',
      outside: 'placement-outside',
      noPage: 'pdf-page-missing',
      small: 'placement-too-small',
      notANumber: 'placement-outside',
      invisibleStamp: 'placement-missing',
      emoji: 'stamp-character-missing',
      longText: 'stamp-text-too-long',
      longQr: 'stamp-qr-too-long',
      longChain: 'signature-too-large',
    });
  });
});
