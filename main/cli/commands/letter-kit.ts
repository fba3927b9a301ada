import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { z } from 'zod';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { answer, answerWith, refused } from '../outcome.ts';
import { positionsFor } from '../recipients.ts';
import { withEngine } from '../with-engine.ts';

const schema = z.object({ to: z.string(), kit: z.string() });

/** `letter share-key-by-kit`: the last resort for a secret letter that nobody of its circle opens any more. */
export function addLetterKit(line: CommandLine, letter: CommandLine['program']): void {
  const { options, commands } = line.words;
  const command = letter
    .command('share-key-by-kit')
    .description(commands.letterShareKeyByKit)
    .argument('<id>')
    .requiredOption('--to <id>', options.to)
    .requiredOption('--kit <file>', options.recoveryKit);
  onCommand(line, command, schema, ({ args, options: given, common }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) => {
      let kit: string;
      try {
        kit = await readFile(resolve(given.kit), 'utf8');
      } catch {
        return refused({ code: 'file-missing', params: { file: given.kit } });
      }
      const positions = await positionsFor(engine, [given.to]);
      if (!positions.ok) return refused(positions.error);
      const position = positions.value[0] ?? '';
      const shared = await engine.call('letters.share-key-by-kit', { letter: args[0] ?? '', position, kit });
      return answerWith(shared, ({ entry }) => answer({ eventId: entry }, [entry]));
    }),
  );
}
