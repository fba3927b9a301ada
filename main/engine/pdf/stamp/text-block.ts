import type { FontFace } from './font-face.ts';
import { drawableText, shapeText, type ShapedText } from './text-run.ts';

/** One text of the stamp before it is broken into lines. */
export interface BlockText {
  readonly text: string;
  readonly faces: readonly FontFace[];
  /** Size of this text relative to the block's. */
  readonly relativeSize: number;
  /** 0 is black, 1 white. */
  readonly gray: number;
}

export interface BlockLine {
  readonly shaped: ShapedText;
  /** Points. */
  readonly size: number;
  readonly gray: number;
  /** Baseline below the block's top edge, in points. */
  readonly baseline: number;
}

export interface TextBlock {
  readonly lines: readonly BlockLine[];
  readonly height: number;
}

/** Points. Below this the NIP cannot be read on an office printout. */
const MIN_SIZE = 4.5;
/** Characters of one text; a longer one is no name or jabatan, and setting it in many sizes would take its time. */
const MAX_CHARACTERS = 400;
const STEP = 0.25;
const LEADING = 1.3;
/** Height of capitals above the baseline and depth below it, relative to the size. */
const ASCENT = 0.72;
const DESCENT = 0.22;

/** Breaks a text at spaces, and inside a word only where the word alone is wider than the line. */
function wrap(text: string, faces: readonly FontFace[], room: number): ShapedText[] {
  const lines: ShapedText[] = [];
  let line = '';
  const fits = (candidate: string): boolean => shapeText(candidate, faces).width <= room;
  const push = (): void => {
    if (line !== '') lines.push(shapeText(line, faces));
    line = '';
  };
  for (const word of drawableText(text).split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    push();
    for (const character of word) {
      if (line !== '' && !fits(line + character)) push();
      line += character;
    }
  }
  push();
  return lines;
}

function setAt(texts: readonly BlockText[], size: number, width: number): TextBlock {
  const lines: BlockLine[] = [];
  let baseline = 0;
  for (const text of texts) {
    const own = size * text.relativeSize;
    for (const shaped of wrap(text.text, text.faces, (width * 1000) / own)) {
      baseline += lines.length === 0 ? own * ASCENT : own * LEADING;
      lines.push({ shaped, size: own, gray: text.gray, baseline });
    }
  }
  return { lines, height: baseline + size * DESCENT };
}

/**
 * Sets the texts in a box as large as fits, at most `maxSize` points. Prefers one line each: size goes down a little
 * before a line is broken. Undefined when they do not fit at the smallest readable size.
 */
export function setTextBlock(
  texts: readonly BlockText[],
  width: number,
  height: number,
  maxSize: number,
): TextBlock | undefined {
  const drawn = texts.filter((text) => drawableText(text.text) !== '');
  if (drawn.some((text) => text.text.length > MAX_CHARACTERS)) return undefined;
  let broken: TextBlock | undefined;
  for (let size = maxSize; size >= MIN_SIZE; size -= STEP) {
    const block = setAt(drawn, size, width);
    if (block.height > height) continue;
    if (block.lines.length === drawn.length) return block;
    broken ??= block;
    // Shrinking by more than a quarter reads worse than a second line.
    if (size < maxSize * 0.75) return broken;
  }
  return broken;
}
