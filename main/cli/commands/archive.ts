import { z } from 'zod';

import type { ArchiveHealth } from '#core/contract/answers.ts';
import type { Result } from '#core/contract/result.ts';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { answer, answerWith } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { withEngine } from '../with-engine.ts';

function told(health: Result<ArchiveHealth>): Outcome {
  return answerWith(health, (view) => {
    const { documents, here, awaited, fewerCopies, destroyed } = view;
    return answer(view, [
      `documents ${documents}  here ${here}  awaited ${awaited}  fewer-copies ${fewerCopies}  destroyed ${destroyed}`,
      ...view.keepers.map(
        ({ device, name, people, state }) => `${device}  ${state}  ${name}  ${people.join(', ')}`,
      ),
    ]);
  });
}

/** `archive status|keep|stop`: penjaga arsip and the copies of the office's documents. */
export function addArchiveCommands(line: CommandLine): void {
  const { commands } = line.words;
  const archive = line.program.command('archive').description(commands.archive);
  const status = archive.command('status').description(commands.archiveStatus);
  onCommand(line, status, z.object({}), async ({ common }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) =>
      told(await engine.call('sync.archive', undefined)),
    ),
  );
  for (const [name, keeps] of [
    ['keep', true],
    ['stop', false],
  ] as const) {
    const description = keeps ? commands.archiveKeep : commands.archiveStop;
    onCommand(line, archive.command(name).description(description), z.object({}), async ({ common }) =>
      withEngine(common, { office: true, person: 'always' }, async (engine) =>
        told(await engine.call('sync.keep-archive', { keeps })),
      ),
    );
  }
}
