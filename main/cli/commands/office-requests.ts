import { Option } from 'commander';
import { z } from 'zod';

import type { MethodInput } from '#core/contract/methods.ts';
import { standings } from '#core/office/entry.ts';
import { officeActSentence } from '#core/words/office-acts.ts';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { answer, answerWith, refused, usage } from '../outcome.ts';
import { withEngine } from '../with-engine.ts';
import { isoTime } from './office-lines.ts';

type Office = CommandLine['program'];
type Holder = MethodInput<'office.set-holder'>;

const holderSchema = z.object({
  position: z.string(),
  user: z.string(),
  standing: z.enum(standings).default('definitive'),
  // The engine says what is wrong with a date.
  from: z.string(),
  until: z.string().optional(),
  decision: z.string().default(''),
  note: z.string().default(''),
});

function holderOf(given: z.infer<typeof holderSchema>): Holder {
  const { position, user, standing, from, until, decision } = given;
  return { position, user, standing, from, until: until ?? null, decision };
}

function withHolderOptions(line: CommandLine, command: ReturnType<Office['command']>) {
  const { options } = line.words;
  return command
    .requiredOption('--position <id>', options.heldPosition)
    .requiredOption('--user <id>', options.holder)
    .requiredOption('--from <date>', options.heldFrom)
    .option('--until <date>', options.heldUntil)
    .option('--decision <number>', options.actingDecision)
    .addOption(new Option('--standing <standing>', options.standing).choices([...standings]));
}

function addSetHolder(line: CommandLine, office: Office): void {
  const command = office.command('set-holder').description(line.words.commands.officeSetHolder);
  onCommand(line, withHolderOptions(line, command), holderSchema, async ({ options, common, words }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const holder = holderOf(options);
      const done = await engine.call('office.set-holder', holder);
      if (!done.ok) return refused(done.error);
      const sent = await engine.call('sync.now', undefined);
      const notes = sent.ok && sent.value.share === 'online' ? [] : [words.sendLater];
      return answer(holder, [`${holder.position}  ${holder.user}`], 0, notes);
    }),
  );
}

function addRequestHolder(line: CommandLine, office: Office): void {
  const { commands, options } = line.words;
  const command = office.command('request-holder').description(commands.officeRequestHolder);
  const withNote = withHolderOptions(line, command).option('--note <text>', options.requestNote);
  onCommand(line, withNote, holderSchema, async ({ options: given, common, words }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const act = { type: 'roster.holder-set' as const, body: holderOf(given) };
      const asked = await engine.call('office.request', { act, note: given.note });
      if (!asked.ok) return refused(asked.error);
      const sent = await engine.call('sync.now', undefined);
      const notes = sent.ok && sent.value.share === 'online' ? [] : [words.sendLater];
      return answer(asked.value, [asked.value.request], 0, notes);
    }),
  );
}

function addRequests(line: CommandLine, office: Office): void {
  const command = office.command('requests').description(line.words.commands.officeRequests);
  onCommand(line, command, z.object({}), async ({ common, words }) =>
    withEngine(common, { office: true, person: 'ifGiven' }, async (engine) =>
      answerWith(await engine.call('office.roster-requests', undefined), (requests) =>
        answer(
          requests,
          requests.length === 0
            ? [words.nothingFound]
            : requests.map((r) => `${r.request}  ${r.state}  ${isoTime(r.time)}  ${r.name}  ${r.act.type}`),
        ),
      ),
    ),
  );
}

const answerSchema = z.object({
  grant: z.boolean().default(false),
  refuse: z.boolean().default(false),
  note: z.string().default(''),
});

function addAnswer(line: CommandLine, office: Office): void {
  const { commands, options } = line.words;
  const command = office
    .command('answer')
    .description(commands.officeAnswer)
    .argument('<request>')
    .option('--grant', options.grant)
    .option('--refuse', options.refuse)
    .option('--note <text>', options.requestNote);
  onCommand(line, command, answerSchema, async ({ args, options: given, common, words }) => {
    if (given.grant === given.refuse) return usage(words.grantOrRefuse);
    return withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const request = args[0] ?? '';
      const done = await engine.call('office.answer-request', {
        request,
        grant: given.grant,
        note: given.note,
      });
      if (!done.ok) return refused(done.error);
      const sent = await engine.call('sync.now', undefined);
      const notes = sent.ok && sent.value.share === 'online' ? [] : [words.sendLater];
      return answer({ request, granted: given.grant }, [request], 0, notes);
    });
  });
}

function addActs(line: CommandLine, office: Office): void {
  const { commands, options } = line.words;
  const command = office
    .command('acts')
    .description(commands.officeActs)
    .option('--limit <number>', options.limit)
    .option('--after <rank:hash>', options.actsAfter);
  const schema = z.object({
    limit: z.string().default('50').transform(Number),
    after: z.string().optional(),
  });
  onCommand(line, command, schema, async ({ options: given, common, words }) => {
    const { limit, after } = given;
    if (!Number.isInteger(limit) || limit < 1 || limit > 200) return usage(words.numberForm('--limit'));
    const [, rank, hash] = /^(\d+):([0-9a-f]{64})$/.exec(after ?? '') ?? [];
    const before = rank === undefined || hash === undefined ? null : { rank: Number(rank), hash };
    if (after !== undefined && before === null) return usage(words.actsAfterForm);
    return withEngine(common, { office: true, person: 'ifGiven' }, async (engine) => {
      return answerWith(await engine.call('office.roster-acts', { before, limit }), (page) => {
        const lines = page.acts.map(
          (act) => `${isoTime(act.time)}  ${officeActSentence(act, common.language)}`,
        );
        const rest = page.next === null ? [] : [`--after ${page.next.rank}:${page.next.hash}`];
        return answer(page, [...lines, ...rest]);
      });
    });
  });
}

/** `office set-holder|request-holder|requests|answer|acts`. */
export function addRequestCommands(line: CommandLine, office: Office): void {
  addSetHolder(line, office);
  addRequestHolder(line, office);
  addRequests(line, office);
  addAnswer(line, office);
  addActs(line, office);
}
