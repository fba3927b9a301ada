import { sign } from '#main/engine/keys/signing-key.ts';
import { checkChain } from '#main/engine/log/chain.ts';
import { encodeEntry, ENTRY_LIMIT, parseEntry, verifyUserSignature } from '#main/engine/log/entry-codec.ts';
import type { EntryDraft } from '#main/engine/log/entry-codec.ts';
import { parseSegmentName } from '#main/engine/log/file-names.ts';
import { makeGenesis, parseGenesis } from '#main/engine/log/genesis.ts';
import { decodeHeadFile } from '#main/engine/log/head-file.ts';
import { signHead, verifyHead } from '#main/engine/log/head.ts';
import { claimedKind, openFile, sealedKinds, sealFile } from '#main/engine/log/sealed-file.ts';
import type { SealedKind } from '#main/engine/log/sealed-file.ts';
import { decodeSegment, encodeSegment } from '#main/engine/log/segment.ts';
import { CHUNK_SIZE, encodeManifest, parseManifest, WHOLE_LIMIT } from '#main/engine/share/blob-manifest.ts';

import { log, logKey, officeKey, root, sealing, FUZZ_OFFICE, signer, user, userKeys } from './fuzz-office.ts';
import { promise } from './fuzz-target.ts';
import type { FuzzTarget } from './fuzz-target.ts';

const POSITION = 'pos_0123456789abcdef';
const text = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

function entry(changes: Partial<EntryDraft>, signed = false) {
  const draft: EntryDraft = {
    v: 0,
    log,
    seq: 1,
    prev: 'b'.repeat(64),
    deps: [{ log: 'd'.repeat(64), seq: 3, hash: 'e'.repeat(64) }],
    roster: { index: 3, hash: 'c'.repeat(64) },
    time: 1_790_000_000_000,
    actor: { user, position: POSITION, standing: 'dailyActing', decision: 'SPT/12' },
    type: 'letter.read',
    subject: 'let_0123456789abcdef',
    basis: ['a'.repeat(64)],
    body: { position: POSITION, disposition: null },
    ...changes,
  };
  const byUser = { officeId: FUZZ_OFFICE, sign: (payload: Uint8Array) => sign(signer.key, payload) };
  const made = encodeEntry(draft, signed ? byUser : undefined);
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

const opened = entry(
  {
    seq: 0,
    prev: null,
    deps: [],
    type: 'log.opened',
    subject: null,
    basis: [],
    body: {
      key: logKey.public,
      device: 'dev_0123456789abcdef',
      deviceName: 'TU-01 📬',
      machine: 'd'.repeat(64),
    },
  },
  true,
);
const second = entry({ prev: opened.hash }, true);
const third = entry({ seq: 2, prev: second.hash, body: { note: 'é e\u0301 \u202e __proto__ \\ud800' } });
const entries = [opened, second, third];

const entryTarget: FuzzTarget = {
  name: 'entry',
  samples: entries.map(({ bytes }) => bytes),
  run: (input) => {
    const read = parseEntry(input);
    if (!read.ok) return read.code;
    const { envelope, bytes } = read.value;
    const { userSig, ...unsigned } = envelope;
    promise(bytes.length <= ENTRY_LIMIT, 'an entry over the limit');
    promise(Buffer.from(JSON.stringify(envelope)).equals(input), 'the envelope says what the bytes say');
    // The one spelling: whoever writes the same values without a signature writes the same bytes.
    if (userSig === undefined) {
      const again = encodeEntry(unsigned);
      promise(again.ok && again.value.hash === read.value.hash, 'one value has one hash');
    }
    const genuine = verifyUserSignature(read.value, FUZZ_OFFICE, userKeys.sign.public);
    const ours = entries.some((sample) => sample.hash === read.value.hash);
    promise(!genuine || ours, 'a signature over an entry that was never signed');
    const chained = checkChain(envelope.log, null, [read.value]);
    promise(!chained.ok || envelope.seq === 0, 'a chain that begins in the middle');
    return 'accepted';
  },
};

const head = signHead(FUZZ_OFFICE, { version: 3, seq: 2, hash: third.hash }, logKey);
const at = { log16: log.slice(0, 16), version: 3 };
const headText = (segments: readonly string[]) => text({ head, segments });

const headTarget: FuzzTarget = {
  name: 'head content',
  samples: [
    headText([`0-1.${'e'.repeat(16)}`, `2-2.${'f'.repeat(16)}`]),
    headText([]),
    headText(Array.from({ length: 50 }, (_, n) => `${n}-${n}.${'0'.repeat(16)}`)),
  ],
  run: (input) => {
    const file = sealFile(sealing, 'head', `heads/${at.log16}.3`, input);
    const read = decodeHeadFile(sealing, at, file);
    if (!read.ok) return read.code;
    promise(verifyHead(FUZZ_OFFICE, read.value.head), 'a head that its log did not sign');
    promise(read.value.head.hash === third.hash, 'a head of another end');
    promise(
      read.value.segments.every((name) => parseSegmentName(name) !== null),
      'a segment by a name that is none',
    );
    return 'accepted';
  },
};

/** What a segment holds before it is sealed. */
function segmentPlain(proof: boolean): Buffer {
  const range = { log, from: 0, to: 2 };
  const bytes = entries.map((one) => one.bytes);
  const file = encodeSegment(sealing, range, proof ? head : null, bytes);
  const plain = openFile(sealing, 'segment', `logs/${at.log16}/0-2`, file);
  if (!plain.ok) throw new Error(plain.code);
  return plain.value;
}

const segmentTarget: FuzzTarget = {
  name: 'segment content',
  samples: [segmentPlain(true), segmentPlain(false)],
  run: (input) => {
    const range = { log, from: 0, to: 2 };
    const name = `logs/${at.log16}/0-2`;
    const read = decodeSegment(sealing, range, sealFile(sealing, 'segment', name, input));
    if (!read.ok) return read.code;
    const { proof, entries: found } = read.value;
    const again = encodeSegment(
      sealing,
      range,
      proof,
      found.map(({ bytes }) => bytes),
    );
    const plain = openFile(sealing, 'segment', name, again);
    const said = found.map(({ hash }) => hash).join(' ');
    promise(plain.ok && found.length === 3, 'three entries');
    promise(
      proof === null || said === entries.map(({ hash }) => hash).join(' ') || found[2]?.hash === third.hash,
      'a proof over other entries',
    );
    return 'accepted';
  },
};

/** Frames by lines: what a member seals who keeps to the frame and to nothing else. */
function segmentOf(lines: readonly Uint8Array[]): Buffer {
  const frames = lines.flatMap((line) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(line.length);
    return [length, line];
  });
  const content = Buffer.concat(frames);
  return Buffer.concat([content, Buffer.alloc((4096 - (content.length % 4096)) % 4096)]);
}

function linesOf(input: Uint8Array): readonly Buffer[] {
  const bytes = Buffer.from(input);
  const lines: Buffer[] = [];
  for (let from = 0; from <= bytes.length && lines.length < 10_000;) {
    const end = bytes.indexOf(0x0a, from);
    lines.push(bytes.subarray(from, end === -1 ? bytes.length : end));
    if (end === -1) break;
    from = end + 1;
  }
  return lines;
}

const framesTarget: FuzzTarget = {
  name: 'segment frames',
  samples: [text(JSON.stringify(head)), Buffer.alloc(0)].map((proof) =>
    Buffer.concat([proof, ...entries.flatMap(({ bytes }) => [Buffer.from('\n'), bytes])]),
  ),
  run: (input) => segmentTarget.run(segmentOf(linesOf(input))),
};

const kinds = Object.keys(sealedKinds) as SealedKind[];
const sealedSamples = kinds.map((kind) => sealFile(sealing, kind, 'nama', text('isi surat '.repeat(40))));

const sealedTarget: FuzzTarget = {
  name: 'sealed file',
  samples: sealedSamples,
  run: (input) => {
    const claimed = claimedKind(input);
    const codes = kinds.map((kind) => {
      const read = openFile(sealing, kind, 'nama', input);
      if (!read.ok) return read.code;
      promise(kind === claimed, 'a file opened as another kind than it says');
      promise(
        read.value.toString() === 'isi surat '.repeat(40) || input.length < 62,
        'a file opened that was never sealed',
      );
      return 'accepted';
    });
    return codes.find((code) => code !== 'file-other-kind') ?? 'file-other-kind';
  },
};

const genesisFile = makeGenesis({
  created: 1_790_000_000_000,
  root,
  officeKey,
  writer: {
    user,
    userSign: userKeys.sign.public,
    userExchange: userKeys.exchange.public,
    logKey: logKey.public,
  },
});

const genesisTarget: FuzzTarget = {
  name: 'genesis',
  samples: [genesisFile.bytes],
  run: (input) => {
    const read = parseGenesis(input);
    if (!read.ok) return read.code;
    const { root: by } = read.value.genesis;
    promise(by.sign === root.sign.public, 'a genesis signed by a root that nobody has');
    promise(
      Buffer.from(JSON.stringify(read.value.genesis)).equals(input),
      'a genesis says what its bytes say',
    );
    return 'accepted';
  },
};

const chunks = (count: number) => Array.from({ length: count }, (_, n) => String(n % 10).repeat(64));
const manifestTarget: FuzzTarget = {
  name: 'manifest',
  samples: [
    encodeManifest('a'.repeat(64), WHOLE_LIMIT + 1, chunks(5)),
    encodeManifest('b'.repeat(64), 40 * CHUNK_SIZE, chunks(40)),
  ],
  run: (input) => {
    const read = parseManifest(input);
    if (read === null) return 'refused';
    promise(Math.ceil(read.size / CHUNK_SIZE) === read.chunks.length, 'pieces that make no document');
    promise(read.chunks.length <= 4096, 'more pieces than a document has');
    return 'accepted';
  },
};

/** What stands in `heads/`, `logs/`, `blobs/` and at the top of an office's folder. */
export const logTargets: readonly FuzzTarget[] = [
  entryTarget,
  headTarget,
  segmentTarget,
  framesTarget,
  sealedTarget,
  genesisTarget,
  manifestTarget,
];
