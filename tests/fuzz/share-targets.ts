import { GENESIS_LIMIT, makeGenesis } from '#main/engine/log/genesis.ts';
import { signHead, verifyHead } from '#main/engine/log/head.ts';
import { sealFile } from '#main/engine/log/sealed-file.ts';
import { decodeIndex, parseIndexName } from '#main/engine/log/sealed-index.ts';
import { sortHeads } from '#main/engine/share/heads-listing.ts';
import { officePaths } from '#main/engine/share/layout.ts';
import { inspectShare } from '#main/engine/share/inspect-share.ts';
import type { ShareAnswer, ShareFs } from '#main/engine/share/share-fs.ts';
import { lostHeads } from '#main/engine/share/watch.ts';

import { FUZZ_OFFICE, log, logKey, officeKey, root, sealing, user, userKeys } from './fuzz-office.ts';
import { promise } from './fuzz-target.ts';
import type { FuzzTarget } from './fuzz-target.ts';

/** Names that are looked at in one folder; the door to the share gives no more. */
const NAMES_LIMIT = 20_000;

const known = [{ log, version: 7, seq: 3, hash: 'a'.repeat(64), own: null, file: null }];
const listing = [
  `${log.slice(0, 16)}.7.${'a'.repeat(12)}`,
  `${log.slice(0, 16)}.8.${'b'.repeat(12)}`,
  `${'0'.repeat(16)}.zz.${'c'.repeat(12)}`,
  'Thumbs.db',
  'catatan.txt',
];

const listingTarget: FuzzTarget = {
  name: 'listing of heads',
  samples: [listing, listing.slice(0, 3)].map((names) => Buffer.from(names.join('\n'))),
  run: (input) => {
    const names = Buffer.from(input).toString().split('\n', NAMES_LIMIT);
    const { newer, strange } = sortHeads(names, known);
    for (const [log16, heads] of newer) {
      promise(
        heads.every((head) => head.log16 === log16),
        'a head under its own log',
      );
      promise(
        heads.every((head, n) => head.version <= (heads[n - 1]?.version ?? Infinity)),
        'newest first',
      );
    }
    lostHeads(names, known);
    return strange.length === 0 ? 'accepted' : 'in part';
  },
};

const genesis = makeGenesis({
  created: 1,
  root,
  officeKey,
  writer: {
    user,
    userSign: userKeys.sign.public,
    userExchange: userKeys.exchange.public,
    logKey: logKey.public,
  },
});
const paths = officePaths(genesis.officeId);
const MISSING: ShareAnswer<never> = { ok: false, failure: 'missing', detail: 'ENOENT' };

/** A share on which only these two files stand. Looking at it writes nothing. */
function shareWith(format: Uint8Array, genesisBytes: Uint8Array): ShareFs {
  const files = new Map([
    [paths.format, format],
    [paths.genesis, genesisBytes],
  ]);
  const refuse = async (): Promise<never> => {
    throw new Error('looking changes nothing');
  };
  return {
    list: async () => ({ ok: true, value: { names: [], truncated: false } }),
    read: async (path, limit) => {
      const bytes = files.get(path);
      if (bytes === undefined) return MISSING;
      return bytes.length > limit
        ? { ok: false, failure: 'too-large', detail: '' }
        : { ok: true, value: bytes };
    },
    stat: async () => MISSING,
    writeNew: refuse,
    makeFolder: refuse,
    rename: refuse,
    remove: refuse,
    counters: refuse,
  };
}

const format = Buffer.from('{"format":"nirkertas","version":0}');

const publicTarget: FuzzTarget = {
  name: 'public files',
  samples: [format, Buffer.from('{"format":"nirkertas","version":2}'), genesis.bytes],
  run: async (input) => {
    promise(genesis.bytes.length <= GENESIS_LIMIT, 'a genesis fits');
    const { officeId, hash } = genesis;
    const byFormat = await inspectShare(shareWith(input, genesis.bytes), officeId, hash);
    promise(byFormat.state === 'online' || byFormat.state === 'newer', 'our own folder is ours');
    const isWhole = byFormat.state === 'online' && byFormat.damaged.length === 0;
    promise(isWhole === format.equals(input), 'damage of the format is seen, and nothing else is damage');
    const byGenesis = await inspectShare(shareWith(format, input), officeId, hash);
    const isOurs = byGenesis.state === 'online' && byGenesis.damaged.length === 0;
    promise(isOurs === Buffer.from(genesis.bytes).equals(input), 'only our genesis is ours');
    return `${byFormat.state} ${byGenesis.state}`;
  },
};

const HASH = 'a'.repeat(64);
const lastHead = signHead(FUZZ_OFFICE, { version: 3, seq: 2, hash: HASH }, logKey);
const ended = {
  name: `${log.slice(0, 16)}.3.${'b'.repeat(12)}`,
  head: lastHead,
  segments: [`0-2.${'c'.repeat(16)}`],
};

const indexTarget: FuzzTarget = {
  name: 'sealed index content',
  samples: [
    Buffer.from(JSON.stringify({ heads: [ended] })),
    Buffer.from(JSON.stringify({ heads: [ended, ended] })),
  ],
  run: (input) => {
    const name = Buffer.from(input).toString('latin1', 0, 24);
    const parsed = parseIndexName(name);
    promise(parsed === null || name === `${parsed.index.toString(36)}.${parsed.hash12}`, 'one spelling');
    const read = decodeIndex(sealing, 7, sealFile(sealing, 'index', 'sealed/7', input));
    if (!read.ok) return read.code;
    promise(
      read.value.every(({ head }) => verifyHead(FUZZ_OFFICE, head) && head.hash === HASH),
      'a head of a log that ended otherwise',
    );
    return 'accepted';
  },
};

/** What stands at the top of the share, in its listings, and in `sealed/`. */
export const shareTargets: readonly FuzzTarget[] = [listingTarget, publicTarget, indexTarget];
