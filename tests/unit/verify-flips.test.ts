import { afterAll, describe, expect, it } from 'vitest';
import { verifyPdf } from '#main/engine/pdf/verify/verify-pdf.ts';
import { Authority, hasOpenssl } from './verify-identity.ts';
import { by, letter, signField } from './verify-writer.ts';

if (!hasOpenssl) process.stdout.write('skipped: openssl, which signs these fixtures, is not installed\n');

describe.skipIf(!hasOpenssl)('one flipped bit', () => {
  const authority = new Authority();
  const roots = [{ der: authority.root.der, category: 'office' as const }];
  const signed = signField(letter(), 'ttd1', by(authority, authority.issue('p256', 'Kepala Dinas')));
  afterAll(() => authority.remove());

  /** Whether a reader of the verdict could still take the file for intact. */
  const passes = (bytes: Buffer): boolean => {
    const { verdict, signatures } = verifyPdf(bytes, { trustedRoots: roots });
    if (verdict === 'invalid' || verdict === 'unreadable') return false;
    return signatures.every(({ integrity }) => integrity === 'intact');
  };

  const flip = (position: number, bit: number): Buffer => {
    const bytes = Buffer.from(signed);
    bytes[position] = (bytes[position] ?? 0) ^ (1 << bit);
    return bytes;
  };

  const padding = signed.indexOf('00000000000000000000000000000000', signed.indexOf('/Contents<'));
  const close = signed.indexOf('>', padding);

  it('is intact before the flip', () => {
    expect(passes(signed)).toBe(true);
    expect(close - padding).toBeGreaterThan(10_000);
  });

  it('anywhere outside the padding is refused', () => {
    const survivors: number[] = [];
    for (let position = 0; position < signed.length; position += 1) {
      if (position >= padding && position < close) continue;
      if (passes(flip(position, position % 8))) survivors.push(position);
    }
    expect(survivors).toEqual([]);
  }, 60_000);

  it('in the padding of /Contents is refused', () => {
    const survivors: number[] = [];
    for (let position = padding; position < close; position += 89)
      for (let bit = 0; bit < 8; bit += 1) if (passes(flip(position, bit))) survivors.push(position);
    expect(survivors).toEqual([]);
  }, 60_000);
});
