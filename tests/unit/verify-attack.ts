import type { FindingCode } from '#core/contract/findings.ts';

/** A forged file, the class of its attack in the literature, and the finding that must name it. */
export type Attack = {
  readonly family: 'USF' | 'ISA' | 'SWA' | 'shadow' | 'EAA' | 'SSA' | 'DocMDP' | 'other';
  readonly name: string;
  readonly bytes: Buffer;
  readonly finding: FindingCode;
};

/** The amount that the attacker wants to be seen. */
export const FORGED = '84.500.000';

/** Replaces text of equal length, once, so that no offset moves. */
export const swap = (bytes: Buffer, from: RegExp, to: (found: string) => string): Buffer => {
  const text = bytes.toString('latin1');
  const match = from.exec(text);
  const found = match?.[0];
  if (!match || found === undefined) throw new Error(`nothing like ${from.source} to replace`);
  const replacement = to(found).padEnd(found.length, ' ');
  if (replacement.length !== found.length) throw new Error('replacement too long');
  return Buffer.from(
    text.slice(0, match.index) + replacement + text.slice(match.index + found.length),
    'latin1',
  );
};

/** Places in a signed file that attacks rewrite. */
export const byteRange = /\/ByteRange\[[^\]]*\]/;
export const contents = /\/Contents<[0-9a-f]*>/;
