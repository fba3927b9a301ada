/** A file on the fake server. */
export interface FakeFile {
  bytes: Uint8Array;
  /** The PC that made it; null for strangers and what was there before. */
  readonly by: string | null;
  /** Milliseconds since 1970 UTC by the server's clock. */
  readonly modified: number;
  /** Tick at which it was made. */
  readonly born: number;
  /** Until this tick the server has it in memory only, whatever it answered to the flush. */
  volatileUntil: number;
  /** Until this tick other PCs see `tornLength` bytes of it. */
  tornUntil: number;
  tornLength: number;
  /** PCs that see it only from this tick on. */
  readonly seenFrom: Map<string, number>;
}

/** The folder above a path; '' above the first level. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at === -1 ? '' : path.slice(0, at);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Folders and files of a server, names without case; it does what it is told and nothing else. */
export class FakeDisk {
  readonly files = new Map<string, FakeFile>();
  /** Names in each folder. */
  readonly folders = new Map<string, Set<string>>([['', new Set()]]);

  hasFolder(path: string): boolean {
    return this.folders.has(path);
  }

  exists(path: string): boolean {
    return this.files.has(path) || this.folders.has(path);
  }

  makeFolder(path: string): void {
    this.folders.get(folderOf(path))?.add(nameOf(path));
    this.folders.set(path, new Set());
  }

  put(path: string, file: FakeFile): void {
    this.folders.get(folderOf(path))?.add(nameOf(path));
    this.files.set(path, file);
  }

  remove(path: string): void {
    this.folders.get(folderOf(path))?.delete(nameOf(path));
    this.files.delete(path);
  }

  /** Everything that stands here, so that two moments can be compared. */
  inventory(): string {
    const files = [...this.files].map(
      ([path, { bytes }]) => `${path} ${Buffer.from(bytes).toString('base64')}`,
    );
    return [...this.folders.keys(), ...files].toSorted().join('\n');
  }

  /** A disk with the same content, all of it durable and seen by everybody. */
  copy(): FakeDisk {
    const disk = new FakeDisk();
    for (const path of [...this.folders.keys()].toSorted()) if (path !== '') disk.makeFolder(path);
    for (const [path, { bytes, modified }] of this.files) disk.put(path, settledFile(bytes, modified));
    return disk;
  }
}

/** A file about which there is nothing uncertain. */
export function settledFile(bytes: Uint8Array, modified: number): FakeFile {
  return {
    bytes,
    by: null,
    modified,
    born: 0,
    volatileUntil: 0,
    tornUntil: 0,
    tornLength: 0,
    seenFrom: new Map(),
  };
}
