import type { Random } from './random.ts';
import {
  classifications,
  fields,
  frequentWords,
  placeEnds,
  placeStarts,
  senders,
  subjects,
} from './vocabulary.ts';

/** A letter as it might come in the post. */
export interface SyntheticLetter {
  readonly from: string;
  readonly number: string;
  readonly subject: string;
  readonly classification: string;
  /** What its pages say, for the search and for the PDF. */
  readonly text: string;
}

/** Share of a text's words that are names or numbers and not of the frequent ones. */
const RARE = 0.04;

/** Indices into the frequent words, so that the n-th comes about 1/n as often as the first (Zipf's law). */
const byFrequency: readonly number[] = (() => {
  const weights = frequentWords.map((_, index) => 1 / (index + 2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.flatMap((weight, index) =>
    Array.from({ length: Math.max(1, Math.round((weight / sum) * 8192)) }, () => index),
  );
})();

function placeName(random: Random): string {
  return `${random.pick(placeStarts)}${random.pick(placeEnds)}`;
}

function textOf(random: Random, words: number): string {
  const text: string[] = [];
  for (let count = 0; count < words; count += 1) {
    if (random.chance(RARE)) {
      text.push(random.chance(0.5) ? placeName(random) : String(100 + random.below(900_000)));
    } else {
      text.push(frequentWords[byFrequency[random.below(byFrequency.length)] ?? 0] ?? '');
    }
  }
  return text.join(' ');
}

function filled(template: string, random: Random, year: number): string {
  return template
    .replace('{n}', placeName(random))
    .replace('{d}', String(1 + random.below(40)))
    .replace('{x}', random.pick(fields))
    .replace('{q}', String(1 + random.below(4)))
    .replace('{y}', String(year));
}

/** Makes one letter of a year with about so many words. */
export function syntheticLetter(random: Random, year: number, words: number): SyntheticLetter {
  const from = filled(random.pick(senders), random, year);
  const classification = random.pick(classifications);
  const short = from
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();
  return {
    from,
    number: `${classification}/${1 + random.below(4000)}/${short}/${year}`,
    subject: filled(random.pick(subjects), random, year),
    classification,
    text: textOf(random, words),
  };
}
