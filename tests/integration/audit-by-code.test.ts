import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { verifyShareByCode } from '#main/engine/audit/verify-share-by-code.ts';
import { decodeAuditCode } from '#main/engine/keys/audit-code.ts';
import type { AuditCode } from '#main/engine/keys/audit-code.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';

import { busyOffice } from './cli-audit-samples.ts';
import type { BusyOffice } from './cli-audit-samples.ts';
import { documentOf, runCli } from './cli-runner.ts';
import { testOffice, value } from './office-pcs.ts';

async function codeOf({ office, tu }: BusyOffice): Promise<AuditCode> {
  const file = join(office.root, 'audit.json');
  await tu.call('office.audit-code', { file, reader: 'Inspektorat' });
  await tu.sync();
  const decoded = decodeAuditCode(readFileSync(file));
  if (!decoded.ok) throw new Error(decoded.code);
  return decoded.value;
}

const audit = ({ office }: BusyOffice, code: AuditCode) =>
  verifyShareByCode(new NodeShareFs(office.share), office.share, code);

function officeFolder({ office }: BusyOffice): string {
  return join(office.share, readdirSync(office.share)[0] ?? '');
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

it('verifies an office from its share alone, Rahasia by the envelopes', { timeout: 120_000 }, async () => {
  const busy = await busyOffice();
  const code = await codeOf(busy);
  const before = filesIn(officeFolder(busy));
  const report = await value(audit(busy, code));
  expect(report).toMatchObject({ scope: 'share', logs: 2, sealedLetters: 1, findings: [] });
  expect(report.entries).toBeGreaterThan(20);
  expect(report.blobs).toBe(5);
  // It only reads.
  expect(filesIn(officeFolder(busy))).toEqual(before);
});

it('says which entry and which file are not what they must be', { timeout: 120_000 }, async () => {
  const busy = await busyOffice();
  const code = await codeOf(busy);
  const folder = officeFolder(busy);
  const found = async () => {
    const audited = await audit(busy, code);
    if (!audited.ok) return [audited.error.code];
    return [...new Set(audited.value.findings.map((finding) => finding.code))].toSorted();
  };
  const kinds: Record<string, Set<string>> = {};
  for (const file of filesIn(folder)) {
    const kind = file.slice(folder.length + 1).split('/')[0] ?? '';
    if (kind === 'join' || kind === 'tmp') continue;
    const bytes = readFileSync(file);
    const flipped = Buffer.from(bytes);
    const middle = Math.floor(bytes.length / 2);
    flipped[middle] = (flipped[middle] ?? 0) ^ 1;
    writeFileSync(file, flipped);
    (kinds[kind] ??= new Set()).add((await found()).join(' '));
    writeFileSync(file, bytes);
  }
  // Something is said of every file, and nothing once each is whole again.
  for (const [kind, codes] of Object.entries(kinds)) expect(codes.has(''), kind).toBe(false);
  expect(Object.keys(kinds).toSorted()).toEqual(['blobs', 'format.json', 'genesis.json', 'heads', 'logs']);
  expect([...(kinds['genesis.json'] ?? [])]).toEqual(['genesis-unreadable']);
  expect(await found()).toEqual([]);
});

it(
  'tells entries that were taken away from the share by what others say of them',
  { timeout: 120_000 },
  async () => {
    const busy = await busyOffice();
    const code = await codeOf(busy);
    const folder = officeFolder(busy);
    const heads = readdirSync(join(folder, 'heads'));
    // The log of the head of the office goes, head and all: only TU's entries still name it.
    const tuLog = busy.tu.engine.state.office?.session?.log.slice(0, 16) ?? '';
    const gone = heads.find((name) => !name.startsWith(tuLog)) ?? '';
    rmSync(join(folder, 'heads', gone));
    const { findings } = await value(audit(busy, code));
    const withheld = findings.filter((finding) => finding.code === 'dependency-missing');
    expect(withheld).toEqual([
      {
        code: 'dependency-missing',
        log: expect.stringMatching(/^[0-9a-f]{64}$/),
        seq: expect.any(Number),
        detail: 'withheld',
      },
    ]);
    expect(withheld[0]?.log?.startsWith(gone.slice(0, 16))).toBe(true);
  },
);

it('refuses a share on which the office of the code is not', { timeout: 120_000 }, async () => {
  const [busy, other] = [await busyOffice(), await busyOffice()];
  const code = await codeOf(busy);
  expect(await audit(other, code)).toMatchObject({ error: { code: 'share-foreign' } });
  const nowhere = new NodeShareFs(join(testOffice().root, 'tidak ada'));
  expect(await verifyShareByCode(nowhere, '', code)).toMatchObject({ error: { code: 'share-offline' } });
  const [key] = code.keys;
  const wrong = { ...code, keys: key === undefined ? [] : [{ ...key, bytes: new Uint8Array(32) }] };
  const { findings } = await value(audit(busy, wrong));
  expect(findings.length).toBeGreaterThan(0);
});

it('is a command that says what it could not see', { timeout: 120_000 }, async () => {
  const busy = await busyOffice();
  await codeOf(busy);
  const file = join(busy.office.root, 'audit.json');
  const verify = ['log', 'verify', '--share', busy.office.share];
  const told = await runCli([...verify, '--audit', file]);
  expect(told).toMatchObject({ code: 0 });
  expect(told.out).toContain('Tidak ada temuan.');
  expect(told.err).toContain('1 surat Rahasia diperiksa dari amplopnya');
  const document = documentOf<Record<string, unknown>>(await runCli([...verify, '--audit', file, '--json']));
  expect(document).toMatchObject({ scope: 'share', logs: 2, findings: [] });
  const frames = await runCli(verify);
  expect(frames.err).toContain('Tanpa kunci kantor');
  const alone = await runCli(['log', 'verify', '--audit', file]);
  expect(alone.code).toBe(2);
  const broken = join(busy.office.root, 'rusak.json');
  writeFileSync(broken, '{}');
  const refused = await runCli([...verify, '--audit', broken, '--json']);
  expect(refused.code).toBe(1);
  expect(documentOf(refused)).toMatchObject({ error: { code: 'audit-code-unreadable' } });
  const missing = await runCli([...verify, '--audit', join(busy.office.root, 'tidak ada'), '--json']);
  expect(documentOf(missing)).toMatchObject({ error: { code: 'file-missing' } });
});
