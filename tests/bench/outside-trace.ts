import { spawnSync } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { dirname } from 'node:path';

/** What a program and its children asked of the files of one folder, as the operating system was asked. */
export interface OutsideWork {
  /** Folders listed. */
  readonly list: number;
  /** Files opened to be read, whether they were there or not. */
  readonly read: number;
  /** Questions by name about size, time, rights or presence; those about a file that is open are not counted. */
  readonly stat: number;
  /** Files opened to be made or written. */
  readonly write: number;
  readonly mkdir: number;
  readonly rename: number;
  readonly remove: number;
  /** Changes of times, rights or lengths, links. */
  readonly change: number;
  /** Files and folders flushed to the disk. */
  readonly flush: number;
  readonly bytesListed: number;
  readonly bytesRead: number;
  readonly bytesWritten: number;
}

type Counts = { -readonly [K in keyof OutsideWork]: number };

const nothing: OutsideWork = {
  list: 0,
  read: 0,
  stat: 0,
  write: 0,
  mkdir: 0,
  rename: 0,
  remove: 0,
  change: 0,
  flush: 0,
  bytesListed: 0,
  bytesRead: 0,
  bytesWritten: 0,
};

/** Calls that are counted, by what they count as; not every processor has all of them. */
const kinds = {
  open: ['open', 'openat', 'openat2', 'creat'],
  stat: [
    'stat',
    'lstat',
    'newfstatat',
    'fstatat64',
    'statx',
    'access',
    'faccessat',
    'faccessat2',
    'readlink',
    'readlinkat',
  ],
  list: ['getdents', 'getdents64'],
  read: ['read', 'pread64', 'readv', 'preadv', 'preadv2'],
  write: ['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2'],
  copy: ['copy_file_range', 'sendfile', 'sendfile64'],
  mkdir: ['mkdir', 'mkdirat'],
  rename: ['rename', 'renameat', 'renameat2'],
  remove: ['unlink', 'unlinkat', 'rmdir'],
  change: [
    'utimensat',
    'chmod',
    'fchmod',
    'fchmodat',
    'chown',
    'fchown',
    'fchownat',
    'truncate',
    'ftruncate',
    'link',
    'linkat',
    'symlink',
    'symlinkat',
  ],
  flush: ['fsync', 'fdatasync'],
} as const satisfies Record<string, readonly string[]>;

type Kind = keyof typeof kinds;

const kindOf = new Map<string, Kind>(
  (Object.keys(kinds) as Kind[]).flatMap((kind) => kinds[kind].map((name): [string, Kind] => [name, kind])),
);

/** What has to be typed on a Debian system that lacks it. */
export const traceAdvice = 'apt-get install --no-install-recommends strace';

/** Whether this system lets a program be traced: strace is there, and nothing forbids it. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-f', '--seccomp-bpf', '-o', '/dev/null', 'true']).status === 0;
}

/** The command under strace, which writes what it and its children ask of files into a file. */
export function traced(command: readonly string[], file: string): readonly string[] {
  // A question mark lets a call be unknown to this processor. File names are shown in full whatever `-s` says.
  const calls = [...kindOf.keys()].map((name) => `?${name}`).join(',');
  const what = ['-e', `trace=${calls}`, '-e', 'signal=none', '-y', '-s', '0'];
  return ['strace', '-f', '--seccomp-bpf', '-qq', ...what, '-o', file, ...command];
}

interface Call {
  readonly kind: Kind;
  readonly name: string;
  /** Absolute paths it names. */
  readonly paths: readonly string[];
  /** Files of the open descriptors it names, in order. */
  readonly open: readonly string[];
  readonly flags: string;
  readonly result: number;
}

const STARTED = /^(\d+) +(\w+)\((.*?)( <unfinished \.\.\.>)?$/;
const RESUMED = /^(\d+) +<\.\.\. (\w+) resumed>(.*)$/;

function callOf(name: string, rest: string): Call | null {
  const kind = kindOf.get(name);
  // What never returned (the process was killed in it) did nothing that can be told.
  const [, given, result] = /^(.*)\) += (-?\d+)/.exec(rest) ?? [];
  if (kind === undefined || given === undefined) return null;
  const named = [...given.matchAll(/(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"/g)];
  const paths = named.flatMap(([, base, path = '']) => {
    if (path === '') return [];
    if (path.startsWith('/')) return [path];
    return base === undefined ? [] : [`${base}/${path}`];
  });
  const open = [...given.matchAll(/(?:^|, )\d+<([^>]*)>/g)].map(([, path = '']) => path);
  return { kind, name, paths, open, flags: given, result: Number(result) };
}

/** Calls in the order in which they were made; those that others interrupted are put together. */
export function* callsOf(lines: Iterable<string>): Generator<Call> {
  const unfinished = new Map<string, string>();
  for (const line of lines) {
    const resumed = RESUMED.exec(line);
    if (resumed !== null) {
      const [, pid = '', name = '', rest = ''] = resumed;
      const call = callOf(name, `${unfinished.get(pid) ?? ''}${rest}`);
      unfinished.delete(pid);
      if (call !== null) yield call;
      continue;
    }
    const [, pid = '', name = '', rest = '', interrupted] = STARTED.exec(line) ?? [];
    if (interrupted !== undefined) unfinished.set(pid, rest);
    else {
      const call = callOf(name, rest);
      if (call !== null) yield call;
    }
  }
}

const moved = (call: Call) => Math.max(0, call.result);

class FolderWatch {
  readonly counts: Counts = { ...nothing };
  readonly #isInside: (path: string) => boolean;
  readonly #folders: ReadonlySet<string>;

  constructor(folder: string, folders: ReadonlySet<string>) {
    this.#isInside = (path) => path === folder || path.startsWith(`${folder}/`);
    this.#folders = folders;
  }

  see(call: Call): void {
    const { kind, paths, open } = call;
    const named = paths.filter(this.#isInside);
    if (kind === 'open') {
      if (named[0] !== undefined) this.#opened(call, named[0]);
    } else if (kind === 'list' || kind === 'read' || kind === 'write') this.#moved(call, kind);
    else if (kind === 'copy') this.#copied(call);
    else if (kind === 'flush' || kind === 'change') {
      if (named.length > 0 || open.some(this.#isInside)) this.counts[kind] += 1;
    } else if (named.length > 0) this.counts[kind] += 1;
  }

  #opened({ name, flags }: Call, path: string): void {
    if (name === 'creat' || /O_CREAT|O_WRONLY|O_RDWR/.test(flags)) this.counts.write += 1;
    else if (flags.includes('O_DIRECTORY')) this.counts.list += 1;
    // A folder that is opened as a file is opened to be flushed, and counts as that.
    else if (!this.#folders.has(path)) this.counts.read += 1;
  }

  #moved(call: Call, kind: 'list' | 'read' | 'write'): void {
    const [path] = call.open;
    if (path === undefined || !this.#isInside(path)) return;
    const bytes = { list: 'bytesListed', read: 'bytesRead', write: 'bytesWritten' } as const;
    this.counts[bytes[kind]] += moved(call);
  }

  #copied(call: Call): void {
    // copy_file_range names first what is read, sendfile first what is written.
    const [one = '', other = ''] = call.open;
    const [from, to] = call.name === 'copy_file_range' ? [one, other] : [other, one];
    if (this.#isInside(from)) this.counts.bytesRead += moved(call);
    if (this.#isInside(to)) this.counts.bytesWritten += moved(call);
  }
}

/**
 * Counts what a traced program did in a folder. Attempts that failed count too: over a network each is asked and
 * answered.
 *
 * @param folder absolute, without links in it
 */
export function outsideWork(lines: Iterable<string>, folder: string): OutsideWork {
  const calls = [...callsOf(lines)];
  const folders = new Set(calls.flatMap(({ paths }) => paths.map((path) => dirname(path))));
  const watch = new FolderWatch(folder, folders);
  for (const call of calls) watch.see(call);
  return watch.counts;
}

/**
 * How far a trace has come, in bytes. strace writes a call down before the program goes on, so what was answered is in
 * it. 0 when the program has not started.
 */
export function traceEnd(trace: string): number {
  return statSync(trace, { throwIfNoEntry: false })?.size ?? 0;
}

/** The lines of a trace, or of a stretch of it, that name a folder: the rest is none of ours and often very much. */
export async function linesAbout(
  trace: string,
  folder: string,
  { from, to }: { readonly from: number; readonly to: number } = { from: 0, to: Infinity },
): Promise<readonly string[]> {
  // The end that a stream is given is the last byte read.
  if (to <= from) return [];
  const input = createReadStream(trace, { start: from, end: to - 1 });
  const kept: string[] = [];
  const cut = new Set<string>();
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const pid = line.slice(0, line.indexOf(' '));
    const isRest = cut.has(pid) && line.includes('resumed>');
    if (!isRest && !line.includes(folder)) continue;
    if (isRest) cut.delete(pid);
    else if (line.endsWith('<unfinished ...>')) cut.add(pid);
    kept.push(line);
  }
  return kept;
}

/** Operations on the folder, each of which is at least one question over a network. Flushes go with what they flush. */
export function operationsOf({
  list,
  read,
  stat,
  write,
  mkdir,
  rename,
  remove,
  change,
}: OutsideWork): number {
  return list + read + stat + write + mkdir + rename + remove + change;
}
