import { z } from 'zod';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { refused } from '../outcome.ts';

import { acted, onLetter } from './letter-acts.ts';

/** Papers at the end of their time: proposed by one, destroyed by another. */
export function addDestruction(line: CommandLine, letter: CommandLine['program']): void {
  const { options, commands } = line.words;
  const propose = letter
    .command('propose-destruction')
    .description(commands.letterProposeDestruction)
    .argument('<id>')
    .requiredOption('--decision <number>', options.decision)
    .option('--note <text>', options.note);
  const schema = z.object({ decision: z.string(), note: z.string().default('') });
  onCommand(line, propose, schema, (invocation) =>
    onLetter(invocation, async (engine, view) =>
      acted(await engine.call('letters.propose-destruction', { letter: view.id, ...invocation.options })),
    ),
  );
  const destroy = letter
    .command('destroy')
    .description(commands.letterDestroy)
    .argument('<id>')
    .option('--note <text>', options.note);
  onCommand(line, destroy, z.object({ note: z.string().default('') }), (invocation) =>
    onLetter(invocation, async (engine, view) => {
      const open = view.destructions.find(({ destroyed }) => destroyed === null);
      if (open === undefined) return refused({ code: 'not-found' });
      const { note } = invocation.options;
      return acted(await engine.call('letters.destroy', { letter: view.id, proposal: open.proposal, note }));
    }),
  );
}
