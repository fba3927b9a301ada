import { parseHeadName, parseSegmentName, segmentName } from '#main/engine/log/file-names.ts';
import { parseStrictJson } from '#main/engine/log/strict-json.ts';
import { isOfficeFolder, tempOwner } from '#main/engine/share/layout.ts';
import { isSharePath } from '#main/engine/share/share-fs.ts';

import { log } from './fuzz-office.ts';
import { promise } from './fuzz-target.ts';
import type { FuzzTarget } from './fuzz-target.ts';

const text = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

const DEPTH = 8;
const LIMIT = 64 * 1024;
const depthOf = (value: unknown): number =>
  value === null || typeof value !== 'object'
    ? 0
    : 1 + Object.values(value).reduce<number>((most, inside) => Math.max(most, depthOf(inside)), 0);

const jsonTarget: FuzzTarget = {
  name: 'strict JSON',
  samples: [
    text({ a: [1, -2.5, 1e21, true, null, { b: 'é📬\u2028' }], c: '\\ud800 __proto__', 10: 'x' }),
    text('[[[[[[[[1]]]]]]]]'),
    text('"\\u0000\\b\\f\\n\\r\\t\\"\\\\"'),
  ],
  run: (input) => {
    const read = parseStrictJson(input, { bytes: LIMIT, depth: DEPTH });
    if (!read.ok) return read.code;
    promise(input.length <= LIMIT, 'more bytes than allowed');
    promise(depthOf(read.value.value) <= DEPTH, 'deeper than allowed');
    promise(Buffer.from(JSON.stringify(read.value.value)).equals(input), 'another spelling');
    return 'accepted';
  },
};

const namesTarget: FuzzTarget = {
  name: 'file names',
  samples: [
    `${log.slice(0, 16)}.1z.${'a'.repeat(12)}`,
    segmentName(0, 1234, Buffer.from('x')),
    `${log.slice(0, 16)}-${'0'.repeat(16)}`,
    'nirkertas-0123abcd',
    `nirkertas-0123abcd/heads/${log.slice(0, 16)}.1.${'a'.repeat(12)}`,
  ].map(text),
  run: (input) => {
    const name = Buffer.from(input).toString();
    const headParts = parseHeadName(name);
    const segment = parseSegmentName(name);
    if (headParts !== null) {
      const { log16, version, hash12 } = headParts;
      promise(name === `${log16}.${version.toString(36)}.${hash12}`, 'one spelling of a head');
    }
    if (segment !== null) {
      const { from, to, hash16 } = segment;
      promise(name === `${from}-${to}.${hash16}` && from <= to, 'one spelling of a segment');
    }
    // Whatever is taken for one of ours can be asked for at the share.
    const isOurs = headParts !== null || segment !== null || tempOwner(name) !== null || isOfficeFolder(name);
    promise(!isOurs || isSharePath(name), 'a name that no path may have');
    promise(
      !isSharePath(name) || !/(^|\/)\.|\.(\/|$)|\\|[A-Z\u0080-\uffff]/.test(name),
      'a path of our shape',
    );
    return isOurs || isSharePath(name) ? 'accepted' : 'refused';
  },
};

/** What every other reader stands on: JSON from strangers, and names in folders that anybody may fill. */
export const textTargets: readonly FuzzTarget[] = [jsonTarget, namesTarget];
