import { setBlocks } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { Families } from './faces.ts';
import { drawLetterhead, MARGIN } from './letterhead.ts';
import type { Letterhead } from './letterhead.ts';
import { PAGE, Sheet } from './sheet.ts';

/** A report that is attached to a follow-up; dates are already words. */
export interface ReportText {
  /** One or two lines in capitals. */
  readonly title: readonly string[];
  readonly body: readonly Block[];
  /** Who made it, at the foot: place and date, then capacity, then name. */
  readonly maker: readonly string[];
}

const FRAME = { left: MARGIN.left, right: PAGE.width - MARGIN.right, size: 11, leading: 15.6 };

/** Draws a short report on one page. */
export function drawReport(text: ReportText, head: Letterhead, families: Families): Sheet {
  const sheet = new Sheet();
  const family = families.bonum;
  let y = drawLetterhead(sheet, head, family);
  const centre = (FRAME.left + FRAME.right) / 2;
  for (const line of text.title) {
    sheet.text(centre, y, line, { face: family.bold, size: 12 }, 'centre');
    y -= 16;
  }
  y = setBlocks(sheet, y - 12, text.body, family, FRAME) - 14;
  for (const line of text.maker) {
    sheet.text(330, y, line, { face: family.regular, size: FRAME.size });
    y -= FRAME.leading;
  }
  return sheet;
}
