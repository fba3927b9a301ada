import type { Placement } from '#core/office/letter-acts.ts';

import { setBlocks, setFacts } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { Families } from './faces.ts';
import { drawLetterhead, MARGIN } from './letterhead.ts';
import type { Letterhead } from './letterhead.ts';
import { PAGE, Sheet } from './sheet.ts';

/** What a nota dinas says; dates are already words. */
export interface MemoText {
  readonly to: string;
  readonly from: string;
  readonly copies: string;
  readonly date: string;
  readonly number: string;
  readonly character: string;
  readonly enclosure: string;
  readonly subject: string;
  readonly body: readonly Block[];
  /** Capacities of the signatories in order, each as the lines above its stamp. */
  readonly signatories: readonly (readonly string[])[];
}

/** A drawn nota dinas and where its signatories' stamps will stand. */
export interface MemoPage {
  readonly sheet: Sheet;
  readonly places: readonly Placement[];
}

const SIZE = 11;
const LEADING = 15.6;
const FRAME = { left: MARGIN.left, right: PAGE.width - MARGIN.right, size: SIZE, leading: LEADING };
const STAMP = { width: 228, height: 60 } as const;
const BOTTOM = 50;

/** Draws a nota dinas on one page, with free places for the stamps. Throws when it does not fit. */
export function drawMemo(text: MemoText, head: Letterhead, families: Families): MemoPage {
  const sheet = new Sheet();
  const family = families.bonum;
  let y = drawLetterhead(sheet, head, family) + 2;
  sheet.text((FRAME.left + FRAME.right) / 2, y, 'NOTA DINAS', { face: family.bold, size: 13 }, 'centre');
  y -= 26;
  const facts: (readonly [string, string])[] = [
    ['Yth.', text.to],
    ['Dari', text.from],
    ...(text.copies === '' ? [] : [['Tembusan', text.copies] as const]),
    ['Tanggal', text.date],
    ['Nomor', text.number],
    ['Sifat', text.character],
    ['Lampiran', text.enclosure === '' ? '-' : text.enclosure],
    ['Hal', text.subject],
  ];
  y = setFacts(sheet, y, facts, family, { ...FRAME, indent: 0, gap: 56 });
  sheet.line(FRAME.left, y + 8, FRAME.right, y + 8, 1);
  y = setBlocks(sheet, y - 14, text.body, family, FRAME) - 8;
  const places: Placement[] = [];
  const lines = Math.max(...text.signatories.map((s) => s.length));
  for (const [index, signatory] of text.signatories.entries()) {
    const isRight = index === text.signatories.length - 1;
    const x = isRight ? FRAME.right - STAMP.width : FRAME.left;
    const above = y - (lines - signatory.length) * LEADING;
    for (const [line, words] of signatory.entries()) {
      sheet.text(x, above - line * LEADING, words, { face: family.regular, size: SIZE });
    }
    places.push({ page: 1, x, y: Math.floor(y - (lines - 1) * LEADING - 9 - STAMP.height), ...STAMP });
  }
  if (places.some((place) => place.y < BOTTOM))
    throw new RangeError(`the memo "${text.subject}" does not fit on its page`);
  return { sheet, places };
}
