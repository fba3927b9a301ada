import type { Command } from 'commander';
import type { z } from 'zod';

import { commonOptions } from './common-options.ts';
import type { CommonOptions } from './common-options.ts';
import type { Outcome } from './outcome.ts';
import { writePieces } from './print-outcome.ts';
import { cliWords } from './words/cli-words.ts';
import type { CliWords } from './words/cli-words.ts';

/** The command line that the groups add their commands to. */
export interface CommandLine {
  readonly program: Command;
  /** In the language that the line asks for. */
  readonly words: CliWords;
  readonly end: (outcome: Outcome, common: CommonOptions) => void;
}

/** One command as it was typed. */
export interface Invocation<T> {
  readonly args: readonly string[];
  readonly options: T;
  readonly common: CommonOptions;
  readonly words: CliWords;
  /** Writes a document that is too large to hold at once to stdout. */
  readonly print: (pieces: Iterable<string>) => Promise<void>;
}

/** Lets the command do `run` with its options as the schema reads them. */
export function onCommand<S extends z.ZodType>(
  line: CommandLine,
  command: Command,
  schema: S,
  run: (invocation: Invocation<z.output<S>>) => Promise<Outcome>,
): void {
  command.action(async () => {
    const values: unknown = command.optsWithGlobals();
    const common = commonOptions(values);
    const options = schema.parse(values);
    const words = cliWords(common.language);
    const print = (pieces: Iterable<string>) => writePieces(process.stdout, pieces);
    line.end(await run({ args: command.args, options, common, words, print }), common);
  });
}
