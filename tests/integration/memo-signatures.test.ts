import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { projectRoot } from '#build/bootstrap/project.mjs';
import { officeRoot } from '#main/engine/office/certificates.ts';
import { samplePdf, testOffice, twoPcs, type Pc } from './office-pcs.ts';
import { coveredRanges, missingTools, Oracles } from './pdf-oracles.ts';

const missing = missingTools();
const P12_PASSPHRASE = 'sandi berkas';

/** A person's RSA certificate of a stranger's CA, as a P12 file; answers the CA's certificate, too. */
function makeP12(folder: string, name: string): { readonly p12: string; readonly root: string } {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const subject = (commonName: string) => ['-subj', `/O=Penerbit Luar/CN=${commonName}`, '-days', '365'];
  const fresh = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes'];
  openssl(...fresh, '-keyout', 'ca.key', '-out', 'ca.pem', ...subject('Akar Penerbit Luar'));
  const usage = ['keyUsage=critical,digitalSignature,nonRepudiation', 'basicConstraints=critical,CA:FALSE'];
  openssl(
    ...[...fresh, '-keyout', 'p12.key', '-out', 'p12.pem', ...subject(name)],
    ...['-CA', 'ca.pem', '-CAkey', 'ca.key', ...usage.flatMap((line) => ['-addext', line])],
  );
  const parts = ['-in', 'p12.pem', '-inkey', 'p12.key', '-certfile', 'ca.pem'];
  openssl('pkcs12', '-export', ...parts, '-passout', `pass:${P12_PASSPHRASE}`, '-out', 'person.p12');
  return { p12: path.join(folder, 'person.p12'), root: path.join(folder, 'ca.pem') };
}

async function propose(pc: Pc, to: string, signatories: readonly string[]): Promise<string> {
  const staged = await pc.call('intake.stage', {
    files: [{ name: 'nota.pdf', bytes: samplePdf(`Nota dinas ${signatories.length}`) }],
  });
  const { letterId } = await pc.call('memos.propose', {
    staged: staged.id,
    subject: 'Usulan anggaran',
    number: '900.1.3/77/SEK',
    date: '2026-10-08',
    securityClass: 'biasa',
    urgency: 'biasa',
    due: null,
    to: [to],
    copies: [],
    chain: signatories.map((position) => ({ role: 'signature', position, placement: null })),
    note: '',
    lossSeen: false,
  });
  return letterId;
}

async function sign(pc: Pc, letter: string): Promise<Uint8Array> {
  const { memo } = await pc.call('letters.show', { letter });
  const revision = memo?.revision ?? '';
  const { sha256 } = await pc.call('memos.sign', { letter, revision, placement: null });
  return pc.call('letters.document', { letter, sha256 });
}

/** What the command line says of a file: its exit code and verdict. */
function cli(file: string, ...roots: readonly string[]): readonly [number | null, string] {
  const script = path.join(projectRoot, 'main', 'cli', 'nirkertas-cli.ts');
  const trust = roots.flatMap((root) => ['--trust', root]);
  const args = [script, 'pdf', 'verify', file, ...trust, '--json'];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const [judged] = JSON.parse(stdout) as readonly { readonly verdict: string }[];
  return [status, judged?.verdict ?? ''];
}

test.skipIf(missing !== '')(
  'memos signed in the office, by the office key and by an own RSA P12, are accepted by strangers and flips refused',
  async () => {
    const office = testOffice();
    const { tu, head, headPosition, tuPosition } = await twoPcs(office);
    const { p12, root } = makeP12(office.root, 'Bambang Hariyanto');
    const session = await head.call('certificates.use-p12', {
      file: { path: p12 },
      passphrase: P12_PASSPHRASE,
    });
    expect(session.me?.certificate?.category).toBe('p12');

    const byOffice = await sign(tu, await propose(tu, headPosition, [tuPosition]));
    const byP12 = await sign(head, await propose(head, tuPosition, [headPosition]));
    const both = await propose(tu, headPosition, [tuPosition, headPosition]);
    await sign(tu, both);
    await tu.sync();
    await head.sync();
    const byTwo = await sign(head, both);

    const runtime = tu.engine.state.office;
    const certificate = runtime === null ? null : officeRoot(runtime);
    if (certificate === null) throw new Error('the office has no root');
    const oracles = new Oracles(certificate);
    onTestFinished(() => oracles.dispose());
    const officePem = oracles.at('root.pem');
    writeFileSync(path.join(office.root, 'office.pem'), readFileSync(officePem));
    appendFileSync(officePem, readFileSync(root));
    oracles.run('certutil', '-A', '-d', 'sql:.', '-n', 'stranger', '-t', 'C,C,C', '-i', root);

    const judge = (pdf: Uint8Array, count: number) => {
      const file = oracles.at('own.pdf');
      writeFileSync(file, pdf);
      return {
        pdfsig: oracles.pdfsig(pdf, count).accepted,
        mutool: oracles.mutool(pdf, count).accepted,
        qpdf: oracles.qpdf(pdf).accepted,
        openssl: oracles.openssl(pdf, new Date()).map((one) => one.accepted),
        own: cli(file, path.join(office.root, 'office.pem'), root),
      };
    };
    const accepted = { pdfsig: true, mutool: true, qpdf: true, own: [0, 'valid'] };
    expect(judge(byOffice, 1)).toEqual({ ...accepted, openssl: [true] });
    expect(judge(byP12, 1)).toEqual({ ...accepted, openssl: [true] });
    expect(judge(byTwo, 2)).toEqual({ ...accepted, openssl: [true, true] });

    for (const [pdf, count] of [
      [byOffice, 1],
      [byP12, 1],
      [byTwo, 2],
    ] as const) {
      const flipped = Buffer.from(pdf);
      const inside = flipped.indexOf('/MediaBox') + 12;
      flipped[inside] = (flipped[inside] ?? 0) ^ 1;
      expect(judge(flipped, count)).toMatchObject({
        pdfsig: false,
        mutool: false,
        openssl: Array(count).fill(false),
        own: [1, 'invalid'],
      });
      const padded = Buffer.from(pdf);
      padded[(coveredRanges(pdf)[0]?.gap[1] ?? 0) - 3] = 0x31;
      expect(judge(padded, count)).toMatchObject({ own: [1, 'invalid'] });
    }
  },
);
