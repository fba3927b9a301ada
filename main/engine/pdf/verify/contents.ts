import type { Finding } from '#core/contract/findings.ts';
import { berToDer } from './ber-to-der.ts';
import { readSignedData, type SignedData } from './cms.ts';
import { isStrictDer, readDer } from './der.ts';
import { note } from './verification.ts';

type Opened = {
  readonly data: SignedData | undefined;
  readonly findings: readonly Finding[];
  readonly padded: boolean;
};

const allZero = (bytes: Uint8Array, from: number): boolean => {
  for (let position = from; position < bytes.length; position += 1) if (bytes[position] !== 0) return false;
  return true;
};

/** Far above any signature with its certificates and revocation lists. */
const MAX_SIZE = 16 * 1024 * 1024;

/** Opens what /Contents holds: one CMS from the first byte, then nothing but zeros (ISO 32000-2, 12.8.3.3). */
export const openContents = (contents: Uint8Array): Opened => {
  if (contents.length > MAX_SIZE)
    return { data: undefined, findings: [note('cms-unreadable')], padded: true };
  const strict = readDer(contents, 0, contents.length);
  let der: Uint8Array;
  let end: number;
  const findings: Finding[] = [];
  if (strict && isStrictDer(strict)) {
    der = contents.subarray(0, strict.end);
    end = strict.end;
  } else {
    const converted = berToDer(contents);
    if (!converted) return { data: undefined, findings: [note('cms-unreadable')], padded: true };
    findings.push(note('cms-not-der'));
    der = converted.der;
    end = converted.end;
  }
  const padded = allZero(contents, end);
  if (!padded) findings.push(note('contents-padding'));
  const data = readSignedData(der);
  if (!data) findings.push(note('cms-unreadable'));
  return { data, findings, padded };
};
