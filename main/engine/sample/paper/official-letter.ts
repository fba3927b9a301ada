import { drawQr } from '../../pdf/stamp/qr.ts';
import { setBlocks, setFacts } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { Families, Family } from './faces.ts';
import { drawSeal, drawSignature } from './ink.ts';
import type { SealWords } from './ink.ts';
import { drawLetterhead, MARGIN } from './letterhead.ts';
import type { Letterhead } from './letterhead.ts';
import { PAGE, Sheet } from './sheet.ts';

/** Who signs a letter of another office. */
export interface LetterSigner {
  /** Lines above the signature, e.g. "a.n. Wali Kota Tirtawangsa", "Sekretaris Daerah,". */
  readonly capacity: readonly string[];
  readonly name: string;
  readonly rank: string;
  /** Empty for those outside the civil service. */
  readonly nip: string;
}

/** An office that writes letters: how its paper looks and how it signs. */
export interface Correspondent {
  readonly head: Letterhead;
  readonly family: keyof Families;
  readonly signer: LetterSigner;
  /** By pen with the office's seal, or by a provider's electronic signature, of which paper shows only the box. */
  readonly signing: 'pen' | 'electronic';
  readonly seal: SealWords;
}

/** What a letter says; dates are already words. */
export interface LetterText {
  readonly place: string;
  readonly date: string;
  readonly number: string;
  readonly character: string;
  readonly enclosure: string;
  readonly subject: string;
  readonly addressee: readonly string[];
  readonly body: readonly Block[];
  readonly copies: readonly string[];
}

const SIZE = 11;
const LEADING = 15.6;
const FRAME = { left: MARGIN.left, right: PAGE.width - MARGIN.right, size: SIZE, leading: LEADING };
const SIGNATURE_LEFT = 316;
const BOTTOM = 40;

function electronicBox(
  sheet: Sheet,
  y: number,
  text: LetterText,
  { signer }: Correspondent,
  family: Family,
): void {
  const width = FRAME.right - SIGNATURE_LEFT;
  sheet.box(SIGNATURE_LEFT, y - 64, width, 64, 0.6, [0.35, 0.35, 0.35]);
  const qr = drawQr(`https://tte.tirtawangsa.go.id/${text.number}`, SIGNATURE_LEFT + 6, y - 58, 52);
  if (!qr.ok) throw new TypeError('the address of a letter fits into its code');
  sheet.raw(qr.value);
  const x = SIGNATURE_LEFT + 66;
  const office = (signer.capacity.at(-1) ?? '').replace(/,$/, '');
  const fit = (words: string, face: Family['regular'], size: number) =>
    Math.min(size, ((width - 72) * 1000) / face.set(words).width);
  sheet.text(x, y - 14, 'Ditandatangani secara elektronik oleh:', {
    face: family.regular,
    size: fit('Ditandatangani secara elektronik oleh:', family.regular, 7.6),
    colour: [0.35, 0.35, 0.35],
  });
  sheet.text(x, y - 26, office, { face: family.regular, size: fit(office, family.regular, 8.6) });
  sheet.text(x, y - 38, signer.name, { face: family.bold, size: fit(signer.name, family.bold, 8.8) });
  if (signer.nip === '') return;
  sheet.text(x, y - 50, `NIP ${signer.nip}`, { face: family.regular, size: 8.4 });
}

function penSignature(sheet: Sheet, y: number, { signer, seal }: Correspondent, family: Family): number {
  const regular = { face: family.regular, size: SIZE };
  drawSignature(sheet, SIGNATURE_LEFT + 18, y - 38, signer.name);
  drawSeal(sheet, SIGNATURE_LEFT - 12, y - 26, seal, family.bold);
  let line = y - 62;
  const width = sheet.text(SIGNATURE_LEFT, line, signer.name, { face: family.bold, size: SIZE });
  sheet.line(SIGNATURE_LEFT, line - 2, SIGNATURE_LEFT + width, line - 2, 0.6);
  if (signer.rank !== '') sheet.text(SIGNATURE_LEFT, (line -= LEADING), signer.rank, regular);
  if (signer.nip !== '') sheet.text(SIGNATURE_LEFT, (line -= LEADING), `NIP ${signer.nip}`, regular);
  return line;
}

/** Draws a surat dinas of another office on one page. Throws when it does not fit: the texts are our own. */
export function drawOfficialLetter(text: LetterText, from: Correspondent, families: Families): Sheet {
  const sheet = new Sheet();
  const family = families[from.family];
  const regular = { face: family.regular, size: SIZE };
  let y = drawLetterhead(sheet, from.head, family);
  sheet.text(FRAME.right, y, `${text.place}, ${text.date}`, regular, 'right');
  y -= LEADING + 4;
  const facts: (readonly [string, string])[] = [
    ['Nomor', text.number === '' ? '-' : text.number],
    ['Sifat', text.character],
    ['Lampiran', text.enclosure === '' ? '-' : text.enclosure],
    ['Hal', text.subject],
  ];
  y = setFacts(sheet, y, facts, family, { ...FRAME, right: 420, indent: 0, gap: 52 }) - 8;
  for (const line of text.addressee) {
    sheet.text(FRAME.left, y, line, regular);
    y -= LEADING;
  }
  y = setBlocks(sheet, y - 8, text.body, family, FRAME) - 8;
  for (const line of from.signer.capacity) {
    sheet.text(SIGNATURE_LEFT, y, line, regular);
    y -= LEADING;
  }
  if (from.signing === 'electronic') {
    electronicBox(sheet, y + 8, text, from, family);
    y -= 60;
  } else y = penSignature(sheet, y + 4, from, family);
  if (text.copies.length > 0) {
    const small = { face: family.regular, size: SIZE - 1 };
    y = Math.min(y - 30, 128);
    sheet.text(FRAME.left, y, 'Tembusan:', small);
    for (const [index, copy] of text.copies.entries()) {
      sheet.text(FRAME.left, (y -= LEADING - 2), `${index + 1}. ${copy}`, small);
    }
  }
  if (y < BOTTOM) throw new RangeError(`the letter "${text.subject}" does not fit on its page`);
  return sheet;
}
