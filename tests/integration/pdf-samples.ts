import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import {
  createOfficeAuthority,
  generatePersonalKey,
  issuePersonalCertificate,
  type OfficeAuthority,
  type PersonalKeyKind,
} from '#main/engine/keys/ca/authority.ts';
import { signingCredential, type SigningCredential } from '#main/engine/keys/p12/credential.ts';
import type { PdfResult } from '#main/engine/pdf/codes.ts';
import type { Stamp } from '#main/engine/pdf/stamp/stamp.ts';

/** The moment at which the tests sign. */
export const NOW = new Date('2026-10-09T03:42:00Z');
export const OFFICE = 'Dinas Komunikasi dan Informatika Kota Tirtawangsa';

/** The value, or a thrown error that names the code: for steps that a test takes for granted. */
export function valueOf<T>(result: PdfResult<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.params ?? {})}`);
  return result.value;
}

/** The code of an error, or `ok`. */
export function codeOf(result: PdfResult<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

export function officeAuthority(): OfficeAuthority {
  return valueOf(createOfficeAuthority(OFFICE, NOW));
}

export function credentialOf(
  authority: OfficeAuthority,
  name: string,
  kind: PersonalKeyKind,
): SigningCredential {
  const pair = generatePersonalKey(kind);
  const until = new Date('2028-03-14T00:00:00Z');
  const subject = { commonName: name, organization: OFFICE };
  const certificate = valueOf(
    issuePersonalCertificate(authority, { subject, publicKey: pair.publicKey, now: NOW, until }),
  );
  return valueOf(signingCredential(pair.privateKey, certificate, [authority.certificate], NOW));
}

/** A letter by pdf-lib: a stranger's file to us, with either kind of cross-reference, on pages turned as wanted. */
export async function letter(
  xref: 'table' | 'stream',
  rotations: readonly number[] = [0],
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (const [index, rotation] of rotations.entries()) {
    const page = document.addPage([595, 842]);
    page.setRotation(degrees(rotation));
    for (let line = 0; line < 20; line += 1) {
      page.drawText(`Halaman ${index + 1} baris ${line + 1} permohonan data pengguna layanan`, {
        x: 70,
        y: 770 - line * 16,
        size: 11,
        font,
      });
    }
  }
  return document.save({ useObjectStreams: xref === 'stream' });
}

export const STAMP: Stamp = {
  qr: 'nirkertas:tirtawangsa/01J9ZK3V/41d0b7e2c3aa7f10',
  capacity: { kind: 'dailyActing', title: 'Kepala Dinas Kominfo' },
  name: 'Bambang Hariyanto, S.Sos., M.M.',
  employeeNumber: '19731108 199903 1 005',
};
