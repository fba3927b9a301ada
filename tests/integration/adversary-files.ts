import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { headName } from '#main/engine/log/file-names.ts';

/** What one publish of the victim left on the share, as paths of this PC. */
export interface Publish {
  /** The victim's log (16 digits), and the first entry of the publish. */
  readonly log16: string;
  readonly seq: number;
  readonly head: string;
  readonly segment: string;
  readonly blob: string;
  /** The head that it replaced: its name and bytes. */
  readonly oldHead: { readonly name: string; readonly bytes: Buffer };
}

/** Files that a stranger knows of besides. */
export interface Loot {
  /** Another segment of the victim's log, and another document. */
  readonly otherSegment: string;
  readonly otherBlob: string;
  /** The head of another log of the office. */
  readonly otherHead: string;
  /** The folder of another office. */
  readonly otherOffice: string;
}

/** Somebody with access to the folder, and nothing else. */
export interface FileAttack {
  readonly name: string;
  readonly mount: (publish: Publish, loot: Loot) => void;
  /**
   * Codes of which one must be told, by a PC that has what was attacked or by one that lacks it; none for a document that
   * is gone, which looks like one that has not arrived ("PDF belum tiba").
   */
  readonly told: readonly string[];
  /** The alert names the log and the entry that is missing. */
  readonly withEntry: boolean;
}

const flip = (path: string, part: number) => {
  const bytes = readFileSync(path);
  const at = Math.min(bytes.length - 1, Math.floor(bytes.length * part));
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  writeFileSync(path, bytes);
};
const cut = (path: string, part: number) =>
  writeFileSync(path, readFileSync(path).subarray(0, Math.floor(statSync(path).size * part)));
const put = (path: string, from: string) => writeFileSync(path, readFileSync(from));

/** Exchanges what stands under two names. */
function swap(a: string, b: string): void {
  const [first, second] = [readFileSync(a), readFileSync(b)];
  writeFileSync(a, second);
  writeFileSync(b, first);
}

/** Some file of one of another office's folders. */
function someFile(office: string, folder: string): string {
  const [file] = readdirSync(join(office, folder), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  if (file === undefined) throw new Error(`nothing in ${folder}`);
  return join(file.parentPath, file.name);
}

/** A number for a head that no log ever reaches. */
export const FORGED_VERSION = 2 ** 40;

const damaged = ['file-damaged'];
const gone = ['file-missing', 'share-rolled-back'];

/** The attacks on files of 3-office-log, How it is proved, 6, on every kind of file. */
export const fileAttacks: readonly FileAttack[] = [
  { name: 'flip: head', mount: ({ head }) => flip(head, 0.5), told: damaged, withEntry: false },
  { name: 'flip: segment', mount: ({ segment }) => flip(segment, 0.5), told: damaged, withEntry: true },
  { name: 'flip: first byte', mount: ({ segment }) => flip(segment, 0), told: damaged, withEntry: true },
  { name: 'flip: last byte', mount: ({ segment }) => flip(segment, 1), told: damaged, withEntry: true },
  {
    name: 'flip: document',
    mount: ({ blob }) => flip(blob, 0.5),
    told: ['document-damaged'],
    withEntry: false,
  },
  { name: 'truncate: head', mount: ({ head }) => cut(head, 0.5), told: damaged, withEntry: false },
  { name: 'truncate: segment', mount: ({ segment }) => cut(segment, 0.9), told: damaged, withEntry: true },
  { name: 'truncate: to nothing', mount: ({ segment }) => cut(segment, 0), told: damaged, withEntry: true },
  {
    name: 'truncate: document',
    mount: ({ blob }) => cut(blob, 0.3),
    told: ['document-damaged'],
    withEntry: false,
  },
  {
    name: 'reorder: segments of one log',
    mount: ({ segment }, { otherSegment }) => swap(segment, otherSegment),
    told: damaged,
    withEntry: true,
  },
  {
    name: 'reorder: documents',
    mount: ({ blob }, { otherBlob }) => put(blob, otherBlob),
    told: ['document-damaged'],
    withEntry: false,
  },
  {
    name: 'reorder: heads of two logs',
    mount: ({ head }, { otherHead }) => put(head, otherHead),
    told: damaged,
    withEntry: false,
  },
  {
    name: 'replay: an older head in place of the newest',
    mount: ({ head, oldHead }) => {
      rmSync(head);
      writeFileSync(join(head, '..', oldHead.name), oldHead.bytes);
    },
    told: ['share-rolled-back'],
    withEntry: true,
  },
  {
    name: 'replay: an older head under a newer number',
    mount: ({ head, log16, oldHead }) => {
      rmSync(head);
      writeFileSync(
        join(head, '..', headName(log16.padEnd(64, '0'), FORGED_VERSION, oldHead.bytes)),
        oldHead.bytes,
      );
    },
    told: ['file-forged'],
    withEntry: false,
  },
  {
    name: 'replay: another office’s head',
    mount: ({ head }, { otherOffice }) => {
      const theirs = someFile(otherOffice, 'heads');
      put(join(head, '..', basename(theirs)), theirs);
      rmSync(head);
    },
    told: ['key-unknown'],
    withEntry: false,
  },
  {
    name: 'replay: another office’s segment',
    mount: ({ segment }, { otherOffice }) => put(segment, someFile(otherOffice, 'logs')),
    told: damaged,
    withEntry: true,
  },
  {
    name: 'replay: another office’s document',
    mount: ({ blob }, { otherOffice }) => put(blob, someFile(otherOffice, 'blobs')),
    told: ['document-damaged'],
    withEntry: false,
  },
  { name: 'delete: head', mount: ({ head }) => rmSync(head), told: gone, withEntry: true },
  { name: 'delete: segment', mount: ({ segment }) => rmSync(segment), told: gone, withEntry: true },
  { name: 'delete: document', mount: ({ blob }) => rmSync(blob), told: [], withEntry: false },
  {
    name: 'delete: the whole log',
    mount: ({ head, segment }) => {
      rmSync(head);
      rmSync(join(segment, '..'), { recursive: true });
    },
    told: gone,
    withEntry: true,
  },
];
