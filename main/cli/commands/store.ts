import { z } from 'zod';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { answer, answerWith, refused, usage } from '../outcome.ts';
import { passphraseMissing, passphraseOf, withEngine } from '../with-engine.ts';

/** Words of a seeded letter when nobody says: those of 6-quality's measurements. */
const WORDS = '400';

function addDump(line: CommandLine, store: CommandLine['program']): void {
  const command = store
    .command('dump')
    .description(line.words.commands.storeDump)
    .option('--confidential', line.words.options.confidential);
  const schema = z.object({ confidential: z.boolean().default(false) });
  onCommand(line, command, schema, async ({ options, common, print }) =>
    withEngine(common, { office: true, person: 'never' }, async ({ state }) => {
      if (state.office === null) return refused({ code: 'no-office' });
      const { dumpOffice } = await import('#main/engine/audit/dump.ts');
      await print(dumpOffice(state.office, options));
      return { kind: 'printed' };
    }),
  );
}

function addSeed(line: CommandLine, store: CommandLine['program']): void {
  const { options, commands } = line.words;
  const command = store
    .command('seed')
    .description(commands.storeSeed)
    .requiredOption('--letters <number>', options.letters)
    .option('--words <number>', options.words, WORDS)
    .option('--seed <text>', options.seed, '1');
  const schema = z.object({
    letters: z.string().transform(Number),
    words: z.string().transform(Number),
    seed: z.string(),
  });
  onCommand(line, command, schema, async ({ options: given, common, words }) => {
    for (const [name, value] of [['--letters', given.letters] as const, ['--words', given.words] as const]) {
      if (!Number.isInteger(value) || value < 1) return usage(words.numberForm(name));
    }
    const passphrase = passphraseOf(common);
    if (passphrase === null) return passphraseMissing(common);
    return withEngine(common, { office: true, person: 'always' }, async ({ state }) => {
      if (state.office === null) return refused({ code: 'no-office' });
      const { seedLetters } = await import('#main/engine/audit/seed/seed-letters.ts');
      const onProgress = (letters: number) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${words.seeded(letters)}`);
      };
      const seeded = await seedLetters(state.office, { ...given, passphrase, onProgress });
      if (process.stderr.isTTY) process.stderr.write('\n');
      return answerWith(seeded, (report) =>
        answer(
          report,
          Object.entries(report).map(([name, value]) => `${name}  ${value}`),
        ),
      );
    });
  });
}

/** `store dump|seed`. */
export function addStoreCommands(line: CommandLine): void {
  const store = line.program.command('store').description(line.words.commands.store);
  addDump(line, store);
  addSeed(line, store);
}
