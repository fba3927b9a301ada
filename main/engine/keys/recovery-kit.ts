import { decoded, refused } from '../log/decoded.ts';
import type { Decoded } from '../log/decoded.ts';

import { decodeCheckedCode, encodeCheckedCode } from './checked-code.ts';
import type { CodeFault } from './checked-code.ts';
import { rootKeyFrom } from './root-key.ts';
import type { RootKey } from './root-key.ts';

const OFFICE_ID = 16;
const SECRET = 32;

/** What the kit is made of. */
export interface RecoveryKitParts {
  readonly officeName: string;
  readonly officeId: string;
  /** Day on which the office was made, ISO, in the office's own zone. */
  readonly day: string;
  readonly root: RootKey;
}

/** A line of its own before the lines that the program reads back; the words around them are for people. */
const MARKER = 'KUNCI-INDUK:';
const MARKER_LINE = /^KUNCI-INDUK:[ \t]*$/m;
/** A kit has 2 KB; whoever picks a film by mistake does not wait. */
export const KIT_LIMIT = 64 * 1024;

/**
 * The text of the recovery kit: what it is, for which office, the root key with the office's id and a
 * checksum, and what to do with it. A person can read, print and retype it.
 */
export function makeRecoveryKit({ officeName, officeId, day, root }: RecoveryKitParts): string {
  const secret = Buffer.concat([Buffer.from(officeId, 'hex'), root.secret]);
  const groups = encodeCheckedCode('recovery-kit', secret).split('-');
  const rows = [];
  for (let at = 0; at < groups.length; at += 4) rows.push(groups.slice(at, at + 4).join('-'));
  const name = officeName.replace(/\s+/gu, ' ').trim();
  return `KIT PEMULIHAN KANTOR — NIRKERTAS
RAHASIA. Simpan seperti menyimpan stempel dinas dan kunci brankas.

Kantor   : ${name}
Dibuat   : ${day}
Id kantor: ${officeId}

${MARKER}
${rows.map((row) => `    ${row}`).join('\n')}

Apa ini
    Kunci induk kantor. Hanya dengan kunci ini kantor dapat dipulihkan bila komputer
    admin rusak atau hilang, atau bila admin lupa kata sandinya.
    Kunci ini tidak tersimpan di komputer mana pun dan tidak di folder bersama.

Yang harus dilakukan sekarang
    1. Cetak dua lembar. Simpan di dua tempat terkunci yang berbeda, misalnya brankas
       kantor dan brankas pimpinan.
    2. Pindahkan berkas ini ke media lepas yang ikut dikunci, lalu hapus dari komputer.
    3. Jangan taruh di folder bersama, jangan kirim lewat surel atau aplikasi pesan.

Bila diperlukan
    Pasang Nirkertas di komputer lain, pilih "Pulihkan kantor", lalu buka berkas ini
    atau ketik kunci di atas. Huruf besar atau kecil, spasi dan tanda hubung tidak
    berpengaruh.

Siapa pun yang memegang kunci ini dapat mengambil alih kantor. Bila lembar ini hilang,
segera beri tahu admin.
`;
}

/** The office and root key that a kit holds. */
export interface OpenedKit {
  readonly officeId: string;
  readonly root: RootKey;
}

export type KitFault = 'kit-unreadable' | 'kit-mistyped';

const KIT_FAULTS: Readonly<Record<CodeFault, KitFault>> = {
  unreadable: 'kit-unreadable',
  mistyped: 'kit-mistyped',
};

/**
 * Reads a kit file, or only its key as somebody typed it from the paper. `kit-mistyped`: it has the right
 * length, but a symbol is wrong.
 */
export function readRecoveryKit(text: string): Decoded<OpenedKit, KitFault> {
  if (text.length > KIT_LIMIT) return refused('kit-unreadable');
  const [, after] = text.split(MARKER_LINE, 2);
  // The key ends at the first empty line after it. Without the marker all of the text is the key.
  const key = after === undefined ? text : (after.trimStart().split(/\r?\n[ \t]*\r?\n/, 1)[0] ?? '');
  const secret = decodeCheckedCode('recovery-kit', key, OFFICE_ID + SECRET);
  if (!secret.ok) return refused(KIT_FAULTS[secret.code]);
  return decoded({
    officeId: secret.value.subarray(0, OFFICE_ID).toString('hex'),
    root: rootKeyFrom(secret.value.subarray(OFFICE_ID)),
  });
}
