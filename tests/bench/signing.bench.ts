/** Letters signed a second on one core, from lint to re-verified with its stamp, against bare keys and openssl. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { PDFDocument, StandardFonts } from 'pdf-lib';

import {
  createOfficeAuthority,
  generatePersonalKey,
  issuePersonalCertificate,
} from '#main/engine/keys/ca/authority.ts';
import type { PersonalKeyKind } from '#main/engine/keys/ca/authority.ts';
import { signingCredential } from '#main/engine/keys/p12/credential.ts';
import type { SigningCredential } from '#main/engine/keys/p12/credential.ts';
import type { PdfResult } from '#main/engine/pdf/codes.ts';
import { lintStrictly } from '#main/engine/pdf/lint.ts';
import { signDocument } from '#main/engine/pdf/sign.ts';
import { stampFonts } from '#main/engine/pdf/stamp/font-face.ts';

import { perSecond, printTable } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';

const GOAL = 60;
const KILOBYTE = 1024;
const fonts = stampFonts(fileURLToPath(new URL('../../resources/fonts', import.meta.url)));

function valueOf<T>(result: PdfResult<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** A letter of about 100 KB, as a scan that does not compress makes it. */
async function letterOf100KB(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (let line = 0; line < 20; line += 1) {
    page.drawText(`Baris ${line + 1} permohonan data pengguna layanan`, {
      x: 70,
      y: 770 - line * 16,
      size: 11,
      font,
    });
  }
  await document.attach(randomBytes(96 * KILOBYTE), 'isi.bin');
  return document.save({ useObjectStreams: false });
}

function credentialOf(kind: PersonalKeyKind): SigningCredential {
  const now = new Date();
  const authority = valueOf(createOfficeAuthority('Dinas Komunikasi dan Informatika', now));
  const pair = generatePersonalKey(kind);
  const until = new Date(now.getTime() + 365 * 24 * 60 * 60 * 1000);
  const subject = { commonName: 'Bambang Hariyanto', organization: 'Dinas Komunikasi dan Informatika' };
  const certificate = valueOf(
    issuePersonalCertificate(authority, { subject, publicKey: pair.publicKey, now, until }),
  );
  return valueOf(signingCredential(pair.privateKey, certificate, [authority.certificate], now));
}

async function signOne(pdf: Uint8Array, credential: SigningCredential): Promise<void> {
  valueOf(lintStrictly(pdf));
  valueOf(
    await signDocument({
      pdf,
      field: 'TTD-1',
      credential,
      fonts,
      placement: { page: 1, x: 290, y: 300, width: 255, height: 68 },
      time: new Date(),
      stamp: {
        qr: `NIRKERTAS:0:0123456789abcdef:let_0123456789abcdef0123:${createHash('sha256').update(pdf).digest('hex').slice(0, 16)}`,
        capacity: { kind: 'holder', title: 'Kepala Dinas' },
        name: 'Bambang Hariyanto, S.Sos., M.M.',
        employeeNumber: '19730401 199803 1 004',
      },
    }),
  );
}

/** `openssl cms -sign` of the same bytes a second, its start included; null where there is no openssl. */
async function opensslPerSecond(pdf: Uint8Array): Promise<number | null> {
  if (spawnSync('openssl', ['version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'nirkertas-bench-'));
  try {
    const [key, certificate, file] = ['key.pem', 'cert.pem', 'letter.pdf'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    writeFileSync(file, pdf);
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        key,
        '-out',
        certificate,
        '-days',
        '9',
        '-subj',
        '/CN=bench',
      ],
      { stdio: 'ignore' },
    );
    const args = ['cms', '-sign', '-binary', '-cades', '-outform', 'DER', '-in', file];
    return await perSecond(() =>
      execFileSync('openssl', [...args, '-signer', certificate, '-inkey', key, '-out', join(folder, 'out')]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const pdf = await letterOf100KB();
const bare = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const bareRate = await perSecond(() => sign('sha256', pdf, bare));
const opensslRate = await opensslPerSecond(pdf);
const rows: BenchRow[] = [];
for (const [kind, name] of [
  ['rsa2048', 'RSA-2048'],
  ['p256', 'P-256'],
] as const) {
  const credential = credentialOf(kind);
  const rate = await perSecond(() => signOne(pdf, credential));
  rows.push({
    work: `sign a letter, ${name}`,
    ours: `${rate.toFixed(0)} a second`,
    peer: `bare RSA-2048 + SHA-256: ${bareRate.toFixed(0)}${opensslRate === null ? '' : `; openssl cms -sign: ${opensslRate.toFixed(0)}`}`,
    ratio: `${(rate / bareRate).toFixed(2)}${opensslRate === null ? '' : `; ${(rate / opensslRate).toFixed(2)}`}`,
    goal: `at least ${GOAL} a second`,
    isMet: rate >= GOAL,
  });
}
printTable(
  `Signing: lint, stamp, sign, verify again; ${(pdf.length / KILOBYTE).toFixed(0)} KB, one core`,
  rows,
);
