import { describe, expect, it } from 'vitest';
import { finding, findingCodes, findingMeanings } from '#core/contract/findings.ts';
import { findingWords } from '#core/words/findings.ts';

describe('findings', () => {
  it.each(findingCodes)('%s says what was found and what to do, in both languages', (code) => {
    for (const sentence of [findingWords[code].id, findingWords[code].en]) {
      expect(sentence).toMatch(/^[A-Z][^]*\.$/);
      // One sentence for what was found, one for what to do.
      expect(sentence.split(/[.;:?] /).length).toBeGreaterThanOrEqual(2);
    }
    expect(findingWords[code].id).not.toBe(findingWords[code].en);
    expect(findingMeanings[code].meaning.length).toBeGreaterThan(10);
  });

  it('say no two things in the same words', () => {
    for (const language of ['id', 'en'] as const) {
      const sentences = findingCodes.map((code) => findingWords[code][language]);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });

  it('are checked by their schema', () => {
    const good = { code: 'digest-mismatch', severity: 'error', params: { object: 4 } };
    expect(finding.parse(good)).toEqual(good);
    expect(finding.safeParse({ ...good, code: 'toString' }).success).toBe(false);
    expect(finding.safeParse({ ...good, severity: 'fatal' }).success).toBe(false);
  });
});
