import { cityCrest, drawCrest, greyCrest, provinceCrest } from './crest.ts';
import type { Family } from './faces.ts';
import { PAGE } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** Kop naskah dinas: government, office in bold, address; beside the coat of arms or an office's own mark. */
export interface Letterhead {
  /** Above the office's name, e.g. "PEMERINTAH KOTA TIRTAWANGSA"; empty for those who have nobody above them. */
  readonly government: string;
  readonly office: string;
  readonly address: readonly string[];
  readonly crest: 'city' | 'province' | 'grey' | 'none';
}

export const MARGIN = { left: 68, right: 57 } as const;

const crests = { city: cityCrest, province: provinceCrest, grey: greyCrest } as const;
const TOP = 796;

function mark(sheet: Sheet, head: Letterhead, family: Family): void {
  if (head.crest !== 'none') {
    drawCrest(sheet, MARGIN.left + 2, TOP - 58, 66, crests[head.crest]);
    return;
  }
  const initials = head.office
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 3);
  sheet.circle(MARGIN.left + 30, TOP - 25, 26, 1.2, [0.1, 0.1, 0.1]);
  sheet.circle(MARGIN.left + 30, TOP - 25, 23.4, 0.5, [0.1, 0.1, 0.1]);
  sheet.text(MARGIN.left + 30, TOP - 30.5, initials, { face: family.bold, size: 15 }, 'centre');
}

/** Draws the letterhead with its double rule at the top of the page; answers the baseline below it. */
export function drawLetterhead(sheet: Sheet, head: Letterhead, family: Family): number {
  mark(sheet, head, family);
  const centre = (MARGIN.left + 60 + PAGE.width - MARGIN.right) / 2;
  const room = PAGE.width - MARGIN.right - MARGIN.left - 76;
  let y = head.government === '' ? TOP - 10 : TOP;
  if (head.government !== '') {
    sheet.text(centre, y, head.government, { face: family.regular, size: 13 }, 'centre');
    y -= 18;
  }
  const width = family.bold.set(head.office).width;
  const size = Math.min(15.5, (room * 1000) / width);
  sheet.text(centre, y, head.office, { face: family.bold, size }, 'centre');
  y -= 15;
  for (const line of head.address) {
    sheet.text(centre, y, line, { face: family.regular, size: 8.6 }, 'centre');
    y -= 11.5;
  }
  const rule = TOP - 64;
  sheet.line(MARGIN.left, rule, PAGE.width - MARGIN.right, rule, 2);
  sheet.line(MARGIN.left, rule - 2.8, PAGE.width - MARGIN.right, rule - 2.8, 0.8);
  return rule - 24;
}
