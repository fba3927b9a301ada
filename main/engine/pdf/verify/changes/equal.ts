import { stringBytes } from '../../read/strings.ts';
import {
  isArray,
  isDict,
  isName,
  isRef,
  isStream,
  isString,
  numeric,
  type PdfValue,
} from '../../read/values.ts';
import { sameBytes } from '../der.ts';

/** Whether two values say the same. References are compared by number, not followed; a stream by its dictionary
 * and its encoded bytes. */
export const sameValue = (left: PdfValue | undefined, right: PdfValue | undefined): boolean => {
  if (left === right) return true;
  const number = numeric(left);
  if (number !== undefined) return number === numeric(right);
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (isArray(left))
    return (
      isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => sameValue(item, right[index]))
    );
  if (isArray(right) || left.kind !== right.kind) return false;
  if (isName(left)) return isName(right) && left.name === right.name;
  if (isRef(left)) return isRef(right) && left.num === right.num && left.gen === right.gen;
  if (isString(left)) return isString(right) && sameBytes(stringBytes(left), stringBytes(right));
  if (isDict(left)) {
    if (!isDict(right) || left.entries.size !== right.entries.size) return false;
    if (left.duplicates.length + right.duplicates.length > 0) return false;
    for (const [key, value] of left.entries) if (!sameValue(value, right.entries.get(key))) return false;
    return true;
  }
  return (
    isStream(left) &&
    isStream(right) &&
    sameValue(left.dict, right.dict) &&
    sameBytes(left.source.subarray(left.start, left.end), right.source.subarray(right.start, right.end))
  );
};

/** The keys whose values differ between two dictionaries. */
export const differingKeys = (
  before: { readonly entries: ReadonlyMap<string, PdfValue> },
  after: { readonly entries: ReadonlyMap<string, PdfValue> },
): string[] => {
  const keys = new Set([...before.entries.keys(), ...after.entries.keys()]);
  return [...keys].filter((key) => !sameValue(before.entries.get(key), after.entries.get(key)));
};

/** All references directly inside a value. */
export const referencesIn = (value: PdfValue | undefined, found: Set<number>): void => {
  if (typeof value !== 'object' || value === null) return;
  if (isArray(value)) for (const item of value) referencesIn(item, found);
  else if (isRef(value)) found.add(value.num);
  else if (isDict(value)) for (const item of value.entries.values()) referencesIn(item, found);
  else if (isStream(value)) referencesIn(value.dict, found);
};
