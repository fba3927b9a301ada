import { n, PAD, PEN, strokeOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import type { Typeface } from './typeface.ts';

/** A row of numbers from 0 to 1 that looks random and is the same for the same word. */
function numbersOf(word: string): () => number {
  let state = 2166136261;
  for (const character of word) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

type Point = readonly [x: number, y: number];

/** A smooth curve through points (Catmull and Rom), as path operators. */
function throughPoints(points: readonly Point[]): string {
  const at = (index: number): Point => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0];
  const [startX, startY] = at(0);
  let path = `${n(startX)} ${n(startY)} m`;
  for (let index = 0; index < points.length - 1; index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    path += ` ${[...first, ...second, ...to].map(n).join(' ')} c`;
  }
  return path;
}

/** Beginnings of a signature: a capital's strokes, from the lower left of a box some 30 points high. */
const beginnings: readonly (readonly Point[])[] = [
  [
    [2, 14],
    [9, 33],
    [13, 36],
    [12, 20],
    [6, 1],
    [2, 3],
    [8, 14],
    [20, 24],
    [25, 14],
  ],
  [
    [8, 34],
    [7, 14],
    [5, -2],
    [3, 8],
    [10, 28],
    [22, 36],
    [28, 28],
    [20, 17],
    [10, 15],
    [20, 8],
    [30, 3],
  ],
  [
    [22, 30],
    [10, 36],
    [1, 24],
    [4, 8],
    [16, 3],
    [26, 14],
    [22, 24],
    [17, 16],
    [26, 6],
    [33, 10],
  ],
  [
    [0, 4],
    [10, 22],
    [15, 36],
    [18, 36],
    [17, 18],
    [19, 2],
    [12, 12],
    [6, 14],
    [22, 15],
    [32, 12],
  ],
];

/** Draws a signature as by a pen: a capital, a run of small letters, a stroke. The name decides its shape. */
export function drawSignature(sheet: Sheet, x: number, y: number, name: string): void {
  const next = numbersOf(name);
  const between = (from: number, to: number) => from + next() * (to - from);
  next();
  const lean = between(0.12, 0.38);
  const begun = beginnings[Math.floor(between(0, beginnings.length))] ?? [];
  const points: Point[] = [...begun];
  let at = Math.max(...begun.map(([px]) => px));
  const letters = 3 + Math.floor(between(0, 4));
  const tallOne = Math.floor(between(0, letters));
  for (let letter = 0; letter < letters; letter += 1) {
    const step = between(5, 9);
    const top = letter === tallOne ? between(20, 30) : between(8, 13);
    points.push([at + step * 0.45, top], [at + step * 0.7, between(1, 4)]);
    at += step;
  }
  const away = between(22, 48);
  points.push([at + away * 0.4, between(4, 9)], [at + away, between(10, 20)]);
  const slanted = (list: readonly Point[]) => list.map(([px, py]): Point => [x + px + py * lean, y + py]);
  const paths = [throughPoints(slanted(points))];
  if (next() > 0.35) {
    const level = between(-6, -1);
    const stroke: Point[] = [
      [2, level],
      [at * 0.5, level + between(-2, 1)],
      [at + between(4, 26), level + between(3, 8)],
    ];
    paths.push(throughPoints(slanted(stroke)));
  }
  sheet.raw(`q ${strokeOf(PEN)} 1 J 1 j ${n(between(1, 1.4))} w ${paths.join(' ')} S Q`);
}

/** Text around a circle, centred at an angle; inwards means read from within, as on the lower half of a seal. */
function onCircle(
  sheet: Sheet,
  centre: readonly [number, number],
  radius: number,
  text: string,
  style: { readonly face: Typeface; readonly size: number },
  isLower: boolean,
): void {
  const set = [...text].map((character) => ({ character, width: style.face.set(character).width }));
  const spacing = 90;
  const total = set.reduce((sum, { width }) => sum + width + spacing, -spacing);
  const angleOf = (length: number) => ((length / 1000) * style.size) / radius;
  const direction = isLower ? 1 : -1;
  let angle = (isLower ? -Math.PI / 2 : Math.PI / 2) - (direction * angleOf(total)) / 2;
  for (const { character, width } of set) {
    const middle = angle + (direction * angleOf(width)) / 2;
    const turned = isLower ? middle + Math.PI / 2 : middle - Math.PI / 2;
    const half = ((width / 1000) * style.size) / 2;
    const [px, py] = [centre[0] + radius * Math.cos(middle), centre[1] + radius * Math.sin(middle)];
    const { shown } = style.face.set(character);
    sheet.show(
      px - half * Math.cos(turned),
      py - half * Math.sin(turned),
      shown,
      { ...style, colour: PAD },
      turned,
    );
    angle += direction * angleOf(width + spacing);
  }
}

/** Fits a text into an arc by its size. */
function fittingSize(face: Typeface, text: string, radius: number, arc: number, largest: number): number {
  const width = [...text].reduce((sum, character) => sum + face.set(character).width + 90, 0);
  return Math.min(largest, (radius * arc * 1000) / width);
}

export interface SealWords {
  /** Around the upper half, e.g. the government. */
  readonly upper: string;
  /** In the bar across the middle. */
  readonly middle: string;
}

/** Draws an office's round seal as a rubber stamp leaves it, slightly turned. */
export function drawSeal(sheet: Sheet, x: number, y: number, words: SealWords, face: Typeface): void {
  const turn = (numbersOf(words.middle)() - 0.5) * 0.5;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  sheet.raw(`q ${n(cos)} ${n(sin)} ${n(-sin)} ${n(cos)} ${n(x)} ${n(y)} cm`);
  sheet.circle(0, 0, 36, 1.6, PAD);
  sheet.circle(0, 0, 33.4, 0.5, PAD);
  sheet.circle(0, 0, 22.5, 0.9, PAD);
  const upper = fittingSize(face, words.upper, 25.6, Math.PI * 1.02, 6.2);
  onCircle(sheet, [0, 0], 25.8, words.upper, { face, size: upper }, false);
  onCircle(sheet, [0, 0], 30.2, 'TIRTAWANGSA', { face, size: 5.6 }, true);
  const bar = Math.min(6.4, (40 * 1000) / face.set(words.middle).width);
  sheet.line(-22, 5, 22, 5, 0.7, PAD);
  sheet.line(-22, -5, 22, -5, 0.7, PAD);
  sheet.text(0, -bar * 0.36, words.middle, { face, size: bar, colour: PAD }, 'centre');
  sheet.raw(
    `${strokeOf(PAD)} 0.8 w 0 18 m -2 12 l -7 12 l -3 9 l -5 7 l 0 8.6 l 5 7 l 3 9 l 7 12 l 2 12 l h S`,
  );
  sheet.raw(
    `-9 -10 m -6 -7 -3 -7 0 -10 c 3 -13 6 -13 9 -10 c S -7 -15 m -4 -12 -2 -12 0 -15 c 2 -18 4 -18 7 -15 c S`,
  );
  sheet.raw('Q');
}
