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

/** Draws a signature as by a pen: a capital's loop, a run of waves, a stroke beneath. The name decides its shape. */
export function drawSignature(sheet: Sheet, x: number, y: number, name: string): void {
  const next = numbersOf(name);
  const between = (from: number, to: number) => from + next() * (to - from);
  const tall = between(26, 38);
  let path = `${n(x)} ${n(y + 6)} m`;
  const curve = (...points: number[]) => {
    path += ` ${points.map(n).join(' ')} c`;
  };
  const lean = between(4, 12);
  curve(x + 4, y + tall, x + 10 + lean, y + tall + 8, x + 13, y + tall - 4);
  curve(x + 14, y + 8, x + 6, y - 8, x + 3, y + 2);
  curve(x + 2, y + 14, x + 22, y + tall - 2, x + 26, y + between(14, 22));
  let at = x + 26;
  let level = y + 14;
  const waves = 3 + Math.floor(next() * 4);
  for (let wave = 0; wave < waves; wave += 1) {
    const step = between(7, 13);
    const dip = between(2, 9);
    curve(at + 1, level - dip, at + step * 0.5, y + dip - 4, at + step * 0.7, y + between(8, 20));
    curve(at + step * 0.8, y + between(4, 12), at + step, y, at + step, y + 8);
    at += step;
    level = y + 8;
  }
  const away = between(26, 52);
  curve(at + 4, y + 2, at + away * 0.6, y + between(12, 26), at + away, y + between(8, 16));
  path += ` ${n(x - 4)} ${n(y - between(0, 5))} m`;
  curve(x + 24, y + between(-2, 6), at - 4, y + between(-9, -2), at + between(10, 24), y + between(0, 5));
  sheet.raw(`q ${strokeOf(PEN)} 1 J 1 j ${n(between(1.05, 1.5))} w ${path} S Q`);
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
