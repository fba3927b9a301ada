import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyPdf } from '#main/engine/pdf/verify/verify-pdf.ts';
import type { Attack } from './verify-attack.ts';
import { makeAttacks } from './verify-attacks.ts';
import { Authority, hasOpenssl } from './verify-identity.ts';

if (!hasOpenssl) process.stdout.write('skipped: openssl, which signs these fixtures, is not installed\n');
const hasPdfsig = spawnSync('pdfsig', ['-v']).status === 0;

const authority = hasOpenssl ? new Authority() : undefined;
const attacks = authority ? makeAttacks(authority, authority.issue('p256', 'Kepala Dinas')) : [];

/** What poppler says of integrity; it judges neither changes nor, without a database, trust. */
const pdfsigVerdict = (attack: Attack): string => {
  if (!hasPdfsig || !authority) return 'not installed';
  const file = join(authority.folder, 'attack.pdf');
  writeFileSync(file, attack.bytes);
  const { stdout } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8', timeout: 10_000 });
  const verdicts = [...stdout.matchAll(/Signature Validation: (.*)/g)].map((match) => match[1]);
  return verdicts.join(' / ') || 'finds no signature';
};

describe.skipIf(!hasOpenssl)('a forged file', () => {
  const table: string[] = [];
  afterAll(() => {
    process.stdout.write(`\n${table.join('\n')}\n`);
    authority?.remove();
  });

  it.each(attacks)('is refused: $family, $name', (attack) => {
    const result = verifyPdf(attack.bytes, {
      trustedRoots: authority ? [{ der: authority.root.der, category: 'office' }] : [],
    });
    const codes = [...result.findings, ...result.signatures.flatMap(({ findings }) => findings)].map(
      ({ code }) => code,
    );
    table.push(
      `${attack.family.padEnd(7)} ${attack.name.padEnd(52)} ours ${result.verdict.padEnd(14)} pdfsig ${pdfsigVerdict(attack)}`,
    );
    expect(codes).toContain(attack.finding);
    expect(result.verdict).toBe('invalid');
  });

  it('covers every class that the design names', () => {
    expect(new Set(attacks.map(({ family }) => family))).toEqual(
      new Set(['USF', 'ISA', 'SWA', 'shadow', 'EAA', 'SSA', 'DocMDP', 'other']),
    );
  });
});
