/**
 * A file system over a folder, by the kernel's FUSE protocol, that can be told to hang as a network mount does when its
 * server goes away: it takes requests and answers none, so that whoever asked sits in the kernel where SIGKILL does not
 * reach. It can also be told to fail, and to show old listings. Run as a child: `fuse-folder.ts BACKING MOUNTPOINT`; it
 * sends `ready`, and takes `{ hang: OPERATION | 'all' }` and `{ go: true }` (from the first held request on everything is
 * held), `{ fail: OPERATION, code, times }`, and `{ stale: BOOLEAN }`; it sends `taken` when it has taken one of the last
 * two. Linux, as root.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  read,
  readSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

import { FuseTrouble } from './fuse-trouble.ts';
import type { TroubleCommand } from './fuse-trouble.ts';

const [backing = '', mountpoint = ''] = process.argv.slice(2);
const trouble = new FuseTrouble(backing);

/** Opcodes of linux/fuse.h. */
const operations = new Map([
  [1, 'lookup'],
  [2, 'forget'],
  [3, 'getattr'],
  [4, 'setattr'],
  [9, 'mkdir'],
  [10, 'unlink'],
  [11, 'rmdir'],
  [12, 'rename'],
  [14, 'open'],
  [15, 'read'],
  [16, 'write'],
  [17, 'statfs'],
  [18, 'release'],
  [20, 'fsync'],
  [25, 'flush'],
  [26, 'init'],
  [27, 'opendir'],
  [28, 'readdir'],
  [29, 'release'],
  [30, 'fsyncdir'],
  [35, 'create'],
  [36, 'interrupt'],
  [42, 'forget'],
  [45, 'rename2'],
]);

interface Request {
  readonly operation: string;
  readonly unique: bigint;
  readonly node: bigint;
  readonly body: Buffer;
}

const LARGEST_WRITE = 128 * 1024;
const device = openSync('/dev/fuse', 'r+');
/** Paths below the backing folder by node; 1 is the root. */
const paths = new Map<bigint, string>([[1n, '']]);
let nextNode = 2n;

const pathOf = (node: bigint): string => paths.get(node) ?? '';
const realPath = (relative: string): string => join(backing, relative);
const below = (node: bigint, name: string): string => join(pathOf(node), name);

function nodeOf(relative: string): bigint {
  for (const [node, path] of paths) if (path === relative) return node;
  const node = nextNode;
  nextNode += 1n;
  paths.set(node, relative);
  return node;
}

function fields(...values: readonly (readonly [bytes: 2 | 4 | 8, value: number | bigint])[]): Buffer {
  const out = Buffer.alloc(values.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of values) {
    if (bytes === 8) out.writeBigUInt64LE(BigInt(value), at);
    else out.writeUIntLE(Number(value), at, bytes);
    at += bytes;
  }
  return out;
}

/** `struct fuse_attr`; nothing is cached, so times need no more than seconds. */
function attributes(relative: string): Buffer {
  const stat = lstatSync(realPath(relative));
  const seconds = Math.floor(stat.mtimeMs / 1000);
  return Buffer.concat([
    fields([8, nodeOf(relative)], [8, stat.size], [8, Math.ceil(stat.size / 512)]),
    fields([8, seconds], [8, seconds], [8, seconds], [4, 0], [4, 0], [4, 0]),
    fields([4, stat.mode], [4, stat.nlink], [4, stat.uid], [4, stat.gid], [4, 0], [4, 4096], [4, 0]),
  ]);
}

function entry(relative: string): Buffer {
  const found = attributes(relative);
  return Buffer.concat([fields([8, nodeOf(relative)], [8, 0], [8, 0], [8, 0], [4, 0], [4, 0]), found]);
}

/** Open, with every read and write passed on (FOPEN_DIRECT_IO). */
const opened = (handle: number): Buffer => fields([8, handle], [4, 1], [4, 0]);

function textOf(bytes: Buffer): string {
  return bytes.toString('utf8', 0, bytes.indexOf(0));
}

function listing(node: bigint, offset: bigint, size: number): Buffer {
  const entries: Buffer[] = [];
  let total = 0;
  for (const [index, name] of trouble.names(pathOf(node)).entries()) {
    if (BigInt(index) < offset) continue;
    const bytes = Buffer.from(name);
    const padded = Buffer.alloc(Math.ceil(bytes.length / 8) * 8);
    bytes.copy(padded);
    const one = Buffer.concat([fields([8, 1], [8, index + 1], [4, bytes.length], [4, 0]), padded]);
    if (total + one.length > size) break;
    entries.push(one);
    total += one.length;
  }
  return Buffer.concat(entries);
}

function moved(node: bigint, target: bigint, names: Buffer): Buffer {
  const from = below(node, textOf(names));
  const to = below(target, textOf(names.subarray(names.indexOf(0) + 1)));
  renameSync(realPath(from), realPath(to));
  for (const [known, path] of paths) if (path === from) paths.set(known, to);
  return Buffer.alloc(0);
}

function readAt(handle: number, offset: bigint, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  return bytes.subarray(0, readSync(handle, bytes, 0, size, offset));
}

function carryOut({ operation, node, body }: Request): Buffer {
  const nothing = Buffer.alloc(0);
  const handle = () => Number(body.readBigUInt64LE(0));
  switch (operation) {
    case 'init': {
      const readAhead = body.readUInt32LE(8);
      const head = fields(
        [4, 7],
        [4, 31],
        [4, readAhead],
        [4, 0],
        [2, 12],
        [2, 9],
        [4, LARGEST_WRITE],
        [4, 1],
      );
      return Buffer.concat([head, Buffer.alloc(64 - head.length)]);
    }
    case 'lookup':
      return entry(below(node, textOf(body)));
    case 'getattr':
    case 'setattr':
      return Buffer.concat([fields([8, 0], [4, 0], [4, 0]), attributes(pathOf(node))]);
    case 'mkdir': {
      const made = below(node, textOf(body.subarray(8)));
      mkdirSync(realPath(made));
      return entry(made);
    }
    case 'unlink':
      unlinkSync(realPath(below(node, textOf(body))));
      return nothing;
    case 'rmdir':
      rmdirSync(realPath(below(node, textOf(body))));
      return nothing;
    case 'rename':
      return moved(node, body.readBigUInt64LE(0), body.subarray(8));
    case 'rename2':
      return moved(node, body.readBigUInt64LE(0), body.subarray(16));
    case 'open':
      return opened(openSync(realPath(pathOf(node)), body.readUInt32LE(0) & 3));
    case 'create': {
      const made = below(node, textOf(body.subarray(16)));
      const file = openSync(realPath(made), 'wx+');
      return Buffer.concat([entry(made), opened(file)]);
    }
    case 'read':
      return readAt(handle(), body.readBigUInt64LE(8), body.readUInt32LE(16));
    case 'write': {
      const data = body.subarray(40, 40 + body.readUInt32LE(16));
      writeSync(handle(), data, 0, data.length, Number(body.readBigUInt64LE(8)));
      return fields([4, data.length], [4, 0]);
    }
    case 'statfs':
      return Buffer.concat([
        fields([8, 1e6], [8, 1e6], [8, 1e6], [8, 1e6], [8, 1e6], [4, 4096], [4, 255], [4, 4096]),
        Buffer.alloc(28),
      ]);
    case 'release':
      // Folders are opened without a handle.
      if (handle() !== 0) closeSync(handle());
      return nothing;
    case 'fsync':
    case 'fsyncdir':
      if (handle() !== 0) fsyncSync(handle());
      return nothing;
    case 'flush':
      return nothing;
    case 'opendir':
      return fields([8, 0], [4, 0], [4, 0]);
    case 'readdir':
      return listing(node, body.readBigUInt64LE(8), body.readUInt32LE(16));
    default:
      throw Object.assign(new Error(operation), { code: 'ENOSYS' });
  }
}

function reply(unique: bigint, error: number, body: Buffer): void {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(16 + body.length, 0);
  head.writeInt32LE(-error, 4);
  head.writeBigUInt64LE(unique, 8);
  try {
    writeSync(device, Buffer.concat([head, body]));
  } catch {
    // Whoever asked is gone: the kernel has forgotten the request.
  }
}

function errorNumber(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (constants.errno as Record<string, number>)[code] ?? constants.errno.EIO;
}

function answer(request: Request): void {
  if (request.operation === 'forget' || request.operation === 'interrupt') return;
  try {
    trouble.meet(request.operation);
    reply(request.unique, 0, carryOut(request));
  } catch (error) {
    reply(request.unique, errorNumber(error), Buffer.alloc(0));
  }
}

/** The operation at which it begins to hang; null while it answers. */
let hangAt: string | null = null;
const held: Request[] = [];

function take(message: Buffer): void {
  const request = {
    operation: operations.get(message.readUInt32LE(4)) ?? 'unknown',
    unique: message.readBigUInt64LE(8),
    node: message.readBigUInt64LE(16),
    body: Buffer.from(message.subarray(40)),
  };
  const starts = hangAt === 'all' || (hangAt !== null && request.operation.startsWith(hangAt));
  if (held.length === 0 && !starts) return answer(request);
  held.push(request);
  if (held.length === 1) process.send?.({ held: request.operation });
}

function next(): void {
  const buffer = Buffer.alloc(LARGEST_WRITE + 4096);
  read(device, buffer, 0, buffer.length, null, (error, length) => {
    // ENOENT: a request was taken back before it was read. Anything else: it is unmounted.
    if (error !== null && error.code !== 'ENOENT' && error.code !== 'EINTR') process.exit(0);
    if (error === null) take(buffer.subarray(0, length));
    next();
  });
}

const options = 'fd=3,rootmode=40000,user_id=0,group_id=0,allow_other';
const mounted = spawnSync('mount', ['-i', '-t', 'fuse', '-o', options, 'nirkertas-test', mountpoint], {
  stdio: ['ignore', 'ignore', 'inherit', device],
});
if (mounted.status !== 0) process.exit(1);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', (message: TroubleCommand & { readonly hang?: string; readonly go?: boolean }) => {
  if (trouble.take(message)) process.send?.('taken');
  if (message.hang !== undefined) hangAt = message.hang;
  if (message.go === true) {
    hangAt = null;
    for (const request of held.splice(0)) answer(request);
  }
});
next();
process.send?.('ready');
