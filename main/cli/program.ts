import { Command, CommanderError } from 'commander';

import { roughOptions, addCommonOptions } from './common-options.ts';
import type { CommonOptions } from './common-options.ts';
import { addArchiveCommands } from './commands/archive.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addLetterCommands } from './commands/letter.ts';
import { addLogCommands } from './commands/log.ts';
import { addNumberCommands } from './commands/numbers.ts';
import { addOfficeCommands } from './commands/office.ts';
import { addPdfCommands } from './commands/pdf.ts';
import { addStoreCommands } from './commands/store.ts';
import { addSyncCommand } from './commands/sync.ts';
import type { CommandLine } from './command-line.ts';
import { usage } from './outcome.ts';
import type { ExitCode, Outcome } from './outcome.ts';
import { printOutcome } from './print-outcome.ts';
import { cliWords } from './words/cli-words.ts';

interface Ended {
  readonly outcome: Outcome;
  readonly common: CommonOptions;
}

function build(argv: readonly string[], end: (ended: Ended) => void): Command {
  const words = cliWords(roughOptions(argv).language);
  const program = new Command('nirkertas-cli');
  program
    .description(words.program)
    .showHelpAfterError(false)
    .configureHelp({ showGlobalOptions: true })
    // What commander would say about a wrong command line is said by printOutcome.
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
  addCommonOptions(program, words);
  const line: CommandLine = { program, words, end: (outcome, common) => end({ outcome, common }) };
  addOfficeCommands(line);
  addSyncCommand(line);
  addArchiveCommands(line);
  addLetterCommands(line);
  addNumberCommands(line);
  addPdfCommands(line);
  addLogCommands(line);
  addStoreCommands(line);
  addDoctorCommand(line);
  return program;
}

/** Runs one command line (without the program's name) and prints what came of it. Answers the exit code. */
export async function runCli(argv: readonly string[]): Promise<ExitCode> {
  const streams = { out: process.stdout, err: process.stderr };
  // A reader that goes away (`| head`) ends the output, not the command.
  process.stdout.on('error', () => undefined);
  let ended: Ended | null = null;
  try {
    await build(argv, (one) => {
      ended = one;
    }).parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    const message = error.message.replace(/^error: /, '');
    return printOutcome(usage(message), roughOptions(argv), streams);
  }
  const { outcome, common } = ended ?? { outcome: usage(''), common: roughOptions(argv) };
  return printOutcome(outcome, common, streams);
}
