import { spawnSync } from 'node:child_process';
import { accessSync, constants, linkSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { projectRoot } from '#build/bootstrap/project.mjs';

import { traced } from './outside-trace.ts';
import type { ScannedLetter } from './scanned-letters.ts';

/** How to have Joplin measured, said where it is not there. */
export const joplinAdvice =
  'install it somewhere outside the project (`npm install --prefix FOLDER joplin@3.5.1`) and set ' +
  'NIRKERTAS_JOPLIN=FOLDER/node_modules/.bin/joplin';

/** The folders of commands, without the project's own: Joplin runs on the machine's Node, as it would elsewhere. */
function commandFolders(): readonly string[] {
  const own = join(projectRoot, 'node_modules/.bin');
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '' && folder !== own);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Joplin's terminal client: what NIRKERTAS_JOPLIN names, or `joplin` among the machine's commands; null without. */
export function findJoplin(): string | null {
  const named = process.env['NIRKERTAS_JOPLIN'];
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) throw new Error(`NIRKERTAS_JOPLIN is no executable file: ${named}`);
    return named;
  }
  return (
    commandFolders()
      .map((folder) => join(folder, 'joplin'))
      .find(isExecutable) ?? null
  );
}

/** A letter as a note that links its document, in the form that `joplin import --format md` takes. */
function note({ name, from, number, subject }: ScannedLetter): string {
  return `${subject}\n\nDari: ${from}\nNomor: ${number}\nTanggal: 2026-03-02\n\n[${name}.pdf](${name}.pdf)\n`;
}

/** Lays letters out for Joplin's import: a Markdown file for each, and beside it its document. */
export function lettersAsNotes(folder: string, letters: readonly ScannedLetter[]): void {
  mkdirSync(folder, { recursive: true });
  for (const letter of letters) {
    writeFileSync(join(folder, `${letter.name}.md`), note(letter));
    linkSync(letter.file, join(folder, `${letter.name}.pdf`));
  }
}

/** What Joplin's `status` says: items that are synchronised and items there are. */
export interface JoplinItems {
  readonly notes: { readonly synced: number; readonly all: number };
  readonly resources: { readonly synced: number; readonly all: number };
}

/** One client of Joplin: a profile of its own, worked by its commands, each a process. */
export class JoplinClient {
  readonly #executable: string;
  readonly #profile: string;
  readonly #environment: NodeJS.ProcessEnv;

  /** @param folder in which it keeps everything: profile, home, temporary files */
  constructor(executable: string, folder: string) {
    this.#executable = executable;
    this.#profile = join(folder, 'profile');
    mkdirSync(folder, { recursive: true });
    this.#environment = {
      ...process.env,
      PATH: commandFolders().join(delimiter),
      HOME: folder,
      TMPDIR: folder,
      LANG: 'en_GB.UTF-8',
      // Reads and writes that go through a ring in memory are no system calls, and no trace shows them.
      UV_USE_IO_URING: '0',
    };
  }

  /** Points it at a folder as its file-system target (2 in Joplin's list of targets). */
  useTarget(target: string): void {
    mkdirSync(target, { recursive: true });
    this.run('config', 'sync.target', '2');
    this.run('config', 'sync.2.path', target);
  }

  /** Takes in a folder of notes. */
  import(folder: string): void {
    this.run('import', '--format', 'md', folder);
  }

  /**
   * Synchronises once, its start included, and downloads all attachments, as its terminal client does.
   *
   * @returns milliseconds
   */
  sync(trace: string | null = null): number {
    const start = performance.now();
    const said = this.#run(['sync'], trace);
    const took = performance.now() - start;
    // Joplin ends with 0 whatever happened, and says it.
    if (!/Completed:/.test(said) || /error/i.test(said)) throw new Error(`joplin sync said:\n${said}`);
    return took;
  }

  /** Milliseconds that a command takes which does nothing: its start. */
  start(): number {
    const start = performance.now();
    this.run('config', 'sync.target');
    return performance.now() - start;
  }

  items(): JoplinItems {
    const said = this.run('status');
    const counts = (kind: string) => {
      const [, synced, all] = new RegExp(`^${kind}: (\\d+)/(\\d+)`, 'm').exec(said) ?? [];
      if (synced === undefined) throw new Error(`joplin status said:\n${said}`);
      return { synced: Number(synced), all: Number(all) };
    };
    return { notes: counts('Note'), resources: counts('Resource') };
  }

  /** Attachments that are here, and their bytes together. */
  attachments(): { readonly files: number; readonly bytes: number } {
    const folder = join(this.#profile, 'resources');
    const files = readdirSync(folder);
    return {
      files: files.length,
      bytes: files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0),
    };
  }

  run(...args: readonly string[]): string {
    return this.#run(args, null);
  }

  #run(args: readonly string[], trace: string | null): string {
    const plain = [this.#executable, '--profile', this.#profile, ...args];
    const [command = '', ...rest] = trace === null ? plain : traced(plain, trace);
    const ran = spawnSync(command, rest, {
      env: this.#environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 256 * 1024 * 1024,
    });
    if (ran.status !== 0) {
      throw new Error(
        `joplin ${args.join(' ')} ended with ${ran.status ?? ran.signal}: ${ran.stdout}${ran.stderr}`,
      );
    }
    return ran.stdout;
  }
}
