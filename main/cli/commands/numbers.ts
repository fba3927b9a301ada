import { z } from 'zod';

import type { NumberRowView, NumberSeriesView } from '#core/contract/numbers.ts';
import { officeAgenda, parseSeriesId } from '#core/office/number-series.ts';
import type { Series } from '#core/office/number-series.ts';
import { numberWords } from '#core/words/numbers.ts';
import type { NumberWords } from '#core/words/numbers.ts';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { answer, answerWith, usage } from '../outcome.ts';
import { withEngine } from '../with-engine.ts';

const LIMIT = 500;
const toNumber = z.string().transform(Number);

function isNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

/** The series that was named; null without a name, undefined for a name that is none. */
function seriesOf(named: string | undefined): Series | null | undefined {
  return named === undefined ? null : (parseSeriesId(named) ?? undefined);
}

function seriesLine(view: NumberSeriesView, words: NumberWords): string {
  const { used, duplicate, voided, leased, withoutEffect, skipped } = view.counts;
  const told = Object.entries({ used, duplicate, voided, leased, withoutEffect, skipped }).flatMap(
    ([fate, count]) => (count === 0 ? [] : [`${count} ${words.fate[fate as keyof NumberWords['fate']]}`]),
  );
  const keeper = view.registry === null ? '-' : `${view.registry.name} (${view.registry.device})`;
  return `${view.id}  ${view.start}-${view.given}  ${keeper}  ${told.join(', ')}`;
}

function rowLine(row: NumberRowView, words: NumberWords): string {
  const letters = row.letters.map(
    ({ letter, suffix, subject }) => `${suffix === '' ? '' : `.${suffix} `}${letter} ${subject ?? ''}`,
  );
  const why =
    row.voided === null
      ? []
      : [`${words.voidReason[row.voided.reason]}${row.voided.note === '' ? '' : `: ${row.voided.note}`}`];
  const desk = row.desk === null ? [] : [`${row.desk.name} (${row.desk.device})`];
  return [String(row.number), words.fate[row.fate], ...why, ...desk, ...letters].join('  ').trimEnd();
}

function addBook(line: CommandLine, numbers: CommandLine['program']): void {
  const { options, commands } = line.words;
  const command = numbers
    .command('book')
    .description(commands.numbersBook)
    .option('--series <series>', options.series)
    .option('--gaps', options.gaps)
    .option('--from <number>', options.fromNumber)
    .option('--limit <number>', options.limit, '100');
  const schema = z.object({
    series: z.string().optional(),
    gaps: z.boolean().default(false),
    from: toNumber.optional(),
    limit: toNumber,
  });
  onCommand(line, command, schema, async ({ options: given, common, words }) => {
    const series = seriesOf(given.series);
    if (series === undefined) return usage(words.seriesForm);
    if (!isNumber(given.limit) || given.limit > LIMIT) return usage(words.numberForm('--limit'));
    if (given.from !== undefined && !isNumber(given.from)) return usage(words.numberForm('--from'));
    return withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const book = await engine.call('numbers.book', {
        series,
        from: given.from ?? null,
        limit: given.limit,
        gapsOnly: given.gaps,
      });
      const said = numberWords(common.language);
      return answerWith(book, (view) =>
        answer(view, [seriesLine(view, said), ...view.rows.map((row) => rowLine(row, said))]),
      );
    });
  });
}

function addLists(line: CommandLine, numbers: CommandLine['program']): void {
  const { commands } = line.words;
  const list = numbers.command('list').description(commands.numbersList);
  onCommand(line, list, z.object({}), async ({ common }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const said = numberWords(common.language);
      const series = await engine.call('numbers.series', undefined);
      return answerWith(series, (views) =>
        answer(
          views,
          views.map((view) => seriesLine(view, said)),
        ),
      );
    }),
  );
  const waiting = numbers.command('waiting').description(commands.numbersWaiting);
  onCommand(line, waiting, z.object({}), async ({ common }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const said = numberWords(common.language);
      const letters = await engine.call('numbers.waiting', undefined);
      return answerWith(letters, (views) =>
        answer(
          views,
          views.map((view) => `${view.letter}  ${view.series}  ${said.waiting[view.reason]}`),
        ),
      );
    }),
  );
}

function addActs(line: CommandLine, numbers: CommandLine['program']): void {
  const { options, commands } = line.words;
  const keeper = numbers
    .command('hand-over')
    .description(commands.numbersHandOver)
    .requiredOption('--to-log <log>', options.toLog)
    .option('--series <series>', options.series)
    .option('--start <number>', options.startNumber)
    .option('--gone', options.registryGone);
  const keeperSchema = z.object({
    toLog: z.string(),
    series: z.string().optional(),
    start: toNumber.optional(),
    gone: z.boolean().default(false),
  });
  onCommand(line, keeper, keeperSchema, async ({ options: given, common, words }) => {
    const series = seriesOf(given.series);
    if (series === undefined) return usage(words.seriesForm);
    if (given.start !== undefined && !isNumber(given.start)) return usage(words.numberForm('--start'));
    const { kind, unit, code } = series ?? officeAgenda;
    return withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const { toLog: log, start = null, gone } = given;
      const input = { book: { kind, unit, code }, log, start, gone };
      return answerWith(await engine.call('numbers.set-registry', input), () => answer(null, []));
    });
  });

  const giveUp = numbers
    .command('void')
    .description(commands.numbersVoid)
    .requiredOption('--from <number>', options.fromNumber)
    .requiredOption('--to <number>', options.toNumber)
    .requiredOption('--note <text>', options.note)
    .requiredOption('--series <series>', options.series);
  const voidSchema = z.object({ from: toNumber, to: toNumber, note: z.string(), series: z.string() });
  onCommand(line, giveUp, voidSchema, async ({ options: given, common, words }) => {
    const series = parseSeriesId(given.series);
    if (series === null) return usage(words.seriesForm);
    const { from, to, note } = given;
    return withEngine(common, { office: true, person: 'always' }, async (engine) =>
      answerWith(await engine.call('numbers.void', { series, from, to, note }), (made) =>
        answer(made, [made.entry]),
      ),
    );
  });

  const correct = numbers
    .command('correct')
    .argument('<letter>')
    .description(commands.numbersCorrect)
    .requiredOption('--suffix <letters>', options.suffix);
  onCommand(line, correct, z.object({ suffix: z.string() }), async ({ args, options: given, common }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const input = { letter: args[0] ?? '', suffix: given.suffix };
      return answerWith(await engine.call('numbers.correct', input), (made) => answer(made, [made.entry]));
    }),
  );
}

/** The books of numbers: every number's fate, what waits, and who keeps a book. */
export function addNumberCommands(line: CommandLine): void {
  const numbers = line.program.command('numbers').description(line.words.commands.numbers);
  addBook(line, numbers);
  addLists(line, numbers);
  addActs(line, numbers);
}
