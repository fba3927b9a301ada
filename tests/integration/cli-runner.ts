import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { onTestFinished } from 'vitest';

const entry = fileURLToPath(new URL('../../main/cli/nirkertas-cli.ts', import.meta.url));

/** How a run of the command line ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a process of its own. */
export async function runCli(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ran> {
  const { NIRKERTAS_PASSPHRASE: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [entry, ...args], { env: { ...inherited, ...environment } });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = await once(child, 'close');
  return { code: Number(code), out, err };
}

/** The one JSON document of a run: anything else on stdout fails. */
export function documentOf<T>({ out }: Ran): T {
  return JSON.parse(out) as T;
}

/** One PC as the command line sees it. */
export interface CliPc {
  readonly dir: string;
  /** Runs a command with `--json` and answers its document; any exit but 0 fails. */
  readonly do: <T = Record<string, string>>(...args: readonly string[]) => Promise<T>;
  /** Runs a command with `--json`, however it ends. */
  readonly try: (...args: readonly string[]) => Promise<Ran>;
}

/** A place for an office whose PCs are worked by the command line; it goes away with the test. */
export function cliOffice(): {
  readonly root: string;
  readonly share: string;
  readonly pc: (name: string, passphrase: string) => CliPc;
} {
  const root = mkdtempSync(join(tmpdir(), 'nirkertas-cli-'));
  const share = join(root, 'share');
  mkdirSync(share);
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return {
    root,
    share,
    pc: (name, passphrase) => {
      const dir = join(root, name);
      const run = (args: readonly string[]) =>
        runCli(['--dir', dir, '--json', ...args], { NIRKERTAS_PASSPHRASE: passphrase });
      return {
        dir,
        try: (...args) => run(args),
        do: async <T>(...args: readonly string[]) => {
          const ran = await run(args);
          if (ran.code !== 0) throw new Error(`${args.join(' ')}: exit ${ran.code}\n${ran.out}\n${ran.err}`);
          return documentOf<T>(ran);
        },
      };
    },
  };
}
