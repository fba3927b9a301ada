import { Option } from 'commander';
import { z } from 'zod';

import { boxes } from '#core/contract/inputs.ts';
import type { Box } from '#core/contract/inputs.ts';
import type { LetterRow, LetterView } from '#core/contract/views.ts';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { answer, answerWith, refused, usage } from '../outcome.ts';
import { withEngine } from '../with-engine.ts';
import { addLetterActs } from './letter-acts.ts';
import { addDestruction } from './letter-destruction.ts';
import { addLetterAdd } from './letter-add.ts';
import { addLetterKit } from './letter-kit.ts';
import { addShareKey } from './letter-share-key.ts';

/** Names of boxes as the command line has them, besides the engine's own. */
const shortBoxes: Readonly<Record<string, Box>> = { in: 'incoming', out: 'memos' };
const LIMIT = 500;

function rowLine(row: LetterRow): string {
  const cells = [
    row.id,
    row.agenda ?? '-',
    row.task ?? '-',
    row.due ?? '-',
    row.at ?? '-',
    `${row.from}: ${row.subject}`,
  ];
  return cells.join('  ');
}

function addList(line: CommandLine, letter: CommandLine['program']): void {
  const { options, commands } = line.words;
  const command = letter
    .command('list')
    .description(commands.letterList)
    .addOption(
      new Option('--box <box>', options.box).choices([...Object.keys(shortBoxes), ...boxes]).default('all'),
    )
    .option('--query <text>', options.query)
    .option('--limit <number>', options.limit, '50');
  const schema = z.object({
    box: z.string(),
    query: z.string().optional(),
    limit: z.string().transform(Number),
  });
  onCommand(line, command, schema, async ({ options: given, common, words }) => {
    const { limit, query } = given;
    if (!Number.isInteger(limit) || limit < 1 || limit > LIMIT) return usage(words.numberForm('--limit'));
    const box = shortBoxes[given.box] ?? boxes.find((name) => name === given.box) ?? 'all';
    return withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const page = await engine.call('letters.queue', {
        box,
        offset: 0,
        limit,
        ...(query === undefined ? {} : { query }),
      });
      return answerWith(page, ({ rows }) => answer(rows, rows.map(rowLine)));
    });
  });
}

function showLines(view: LetterView): string[] {
  return [
    `${view.id}  ${view.kind}  ${view.status}`,
    `${view.from}  ${view.number}  ${view.date ?? ''}`,
    view.subject,
    `${view.securityClass}  ${view.urgency}  ${view.agenda ?? '-'}  ${view.delivery}`,
    ...view.timeline.map((item) => {
      const { time, name, title } = item.by;
      return `${new Date(time).toISOString()}  ${item.type}  ${name}, ${title}  ${item.entry.slice(0, 16)}`;
    }),
  ];
}

function addShow(line: CommandLine, letter: CommandLine['program']): void {
  const command = letter.command('show').description(line.words.commands.letterShow).argument('<id>');
  onCommand(line, command, z.object({}), async ({ args, common }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const view = await engine.call('letters.show', { letter: args[0] ?? '' });
      if (!view.ok && view.error.code === 'input-invalid') return refused({ code: 'letter-not-found' });
      return answerWith(view, (value) => answer(value, showLines(value)));
    }),
  );
}

/** `letter …`. */
export function addLetterCommands(line: CommandLine): void {
  const letter = line.program.command('letter').description(line.words.commands.letter);
  addLetterAdd(line, letter);
  addList(line, letter);
  addShow(line, letter);
  addLetterActs(line, letter);
  addDestruction(line, letter);
  addShareKey(line, letter);
  addLetterKit(line, letter);
}
