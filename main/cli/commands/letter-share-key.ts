import { z } from 'zod';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { refused } from '../outcome.ts';
import { positionsFor } from '../recipients.ts';
import { acted, onLetter } from './letter-acts.ts';

/** `letter share-key`: opens a secret letter to the holder of a position on its route. */
export function addShareKey(line: CommandLine, letter: CommandLine['program']): void {
  const { options, commands } = line.words;
  const command = letter
    .command('share-key')
    .description(commands.letterShareKey)
    .argument('<id>')
    .requiredOption('--to <id>', options.keyReceiver);
  onCommand(line, command, z.object({ to: z.string() }), (invocation) =>
    onLetter(invocation, async (engine, view) => {
      const positions = await positionsFor(engine, [invocation.options.to]);
      if (!positions.ok) return refused(positions.error);
      const position = positions.value[0] ?? '';
      return acted(await engine.call('letters.share-key', { letter: view.id, position }));
    }),
  );
}
