import { resolve } from 'node:path';

import { Option } from 'commander';
import { z } from 'zod';

import type { ActAnswer } from '#core/contract/methods.ts';
import { ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { LetterView } from '#core/contract/views.ts';
import { instructionCodes } from '#core/office/enums.ts';
import type { Engine } from '#main/engine/engine.ts';

import { onCommand } from '../command-line.ts';
import type { CommandLine, Invocation } from '../command-line.ts';
import { answer, answerWith, refused, usage } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { positionsFor } from '../recipients.ts';
import { withEngine } from '../with-engine.ts';

/** How an act on a letter is answered: by the entry that it made. */
export function acted(result: Result<ActAnswer & { disposition?: string }>): Outcome {
  return answerWith(result, ({ entry, disposition }) => {
    const more = disposition === undefined ? {} : { dispositionId: disposition };
    return answer({ eventId: entry, ...more }, disposition === undefined ? [entry] : [entry, disposition]);
  });
}

/** Opens the data folder, reads the letter and lets the act happen on it. */
export function onLetter(
  { args, common }: Invocation<unknown>,
  act: (engine: Engine, view: LetterView) => Promise<Outcome>,
): Promise<Outcome> {
  return withEngine(common, { office: true, person: 'always' }, async (engine) => {
    const view = await engine.call('letters.show', { letter: args[0] ?? '' });
    if (view.ok) return act(engine, view.value);
    const unknown = view.error.code === 'input-invalid';
    return refused(unknown ? { code: 'letter-not-found' } : view.error);
  });
}

type Group = CommandLine['program'];
const partSchema = z.object({ disposition: z.string().optional() });
const notedSchema = partSchema.extend({ note: z.string().default('') });

function addDispose(line: CommandLine, letter: Group): void {
  const { options, commands } = line.words;
  const command = letter
    .command('dispose')
    .description(commands.letterDispose)
    .argument('<id>')
    .requiredOption('--to <id...>', options.to)
    .addOption(new Option('--instruction <code...>', options.instruction).choices([...instructionCodes]))
    .option('--note <text>', options.note)
    .option('--due <date>', options.due)
    .option('--disposition <id>', options.disposition);
  const schema = notedSchema.extend({
    to: z.array(z.string()),
    instruction: z.array(z.enum(instructionCodes)).default([]),
    due: z.string().optional(),
  });
  onCommand(line, command, schema, (invocation) =>
    onLetter(invocation, async (engine, view) => {
      const { to, instruction, note, due = null, disposition } = invocation.options;
      const positions = await positionsFor(engine, to);
      if (!positions.ok) return refused(positions.error);
      const recipients = positions.value.map((position) => ({
        position,
        instructions: instruction,
        note: '',
        due,
        custom: false,
      }));
      const parent = disposition ?? view.myDisposition;
      return acted(
        await engine.call('letters.dispose', {
          letter: view.id,
          parent,
          instructions: instruction,
          note,
          due,
          recipients,
        }),
      );
    }),
  );
}

function addPartActs(line: CommandLine, letter: Group): void {
  const { options, commands } = line.words;
  const acknowledge = letter
    .command('acknowledge')
    .description(commands.letterAcknowledge)
    .argument('<id>')
    .option('--disposition <id>', options.disposition);
  onCommand(line, acknowledge, partSchema, (invocation) =>
    onLetter(invocation, async (engine, view) => {
      const disposition = invocation.options.disposition ?? view.myDisposition;
      return acted(await engine.call('letters.acknowledge', { letter: view.id, disposition }));
    }),
  );
  const finish = letter
    .command('finish')
    .description(commands.letterFinish)
    .argument('<id>')
    .option('--note <text>', options.note)
    .option('--disposition <id>', options.disposition);
  onCommand(line, finish, notedSchema, (invocation) =>
    onLetter(invocation, async (engine, view) => {
      const { note, disposition = view.myDisposition } = invocation.options;
      return acted(await engine.call('letters.finish', { letter: view.id, disposition, note }));
    }),
  );
  const back = letter
    .command('return')
    .description(commands.letterReturn)
    .argument('<id>')
    .requiredOption('--note <text>', options.note)
    .option('--disposition <id>', options.disposition);
  onCommand(line, back, notedSchema, (invocation) =>
    onLetter(invocation, async (engine, view) => {
      const { note, disposition = view.myDisposition } = invocation.options;
      if (view.memo !== null && view.memo.stage !== 'issued') {
        return acted(
          await engine.call('memos.return', { letter: view.id, revision: view.memo.revision, note }),
        );
      }
      return acted(await engine.call('letters.return', { letter: view.id, disposition, note }));
    }),
  );
}

/** Takes documents in; answers the ids of the staged ones. */
async function stageEach(engine: Engine, files: readonly string[]): Promise<Result<string[]>> {
  const staged: string[] = [];
  for (const file of files) {
    const one = await engine.call('intake.stage', {
      files: [{ path: resolve(file) }],
      purpose: 'attachment',
    });
    if (!one.ok) return one;
    staged.push(one.value.id);
  }
  return ok(staged);
}

function addFollowUp(line: CommandLine, letter: Group): void {
  const { options, commands } = line.words;
  const command = letter
    .command('follow-up')
    .description(commands.letterFollowUp)
    .argument('<id>')
    .requiredOption('--note <text>', options.note)
    .option('--file <file...>', options.file)
    .option('--disposition <id>', options.disposition);
  const schema = notedSchema.extend({ file: z.array(z.string()).default([]) });
  onCommand(line, command, schema, (invocation) =>
    onLetter(invocation, async (engine, view) => {
      const { note, file, disposition = view.myDisposition } = invocation.options;
      if (disposition === null) return refused({ code: 'act-not-allowed' });
      const staged = await stageEach(engine, file);
      if (!staged.ok) return refused(staged.error);
      const attachments = staged.value;
      const followed = await engine.call('letters.follow-up', {
        letter: view.id,
        disposition,
        note,
        attachments,
      });
      if (!followed.ok) for (const id of attachments) await engine.call('intake.discard', { staged: id });
      return acted(followed);
    }),
  );
}

/** Dispositions on the letter that the person signed in made, and that nobody has read. */
function recallable(view: LetterView, user: string): readonly string[] {
  return view.dispositions
    .filter(({ by, recalled }) => recalled === null && by.actor.user === user)
    .filter(({ recipients }) => recipients.every(({ read }) => read === null))
    .map(({ id }) => id);
}

function addRecall(line: CommandLine, letter: Group): void {
  const { options, commands } = line.words;
  const command = letter
    .command('recall')
    .description(commands.letterRecall)
    .argument('<id>')
    .option('--disposition <id>', options.disposition);
  onCommand(line, command, partSchema, (invocation) =>
    onLetter(invocation, async (engine, view) => {
      const { words } = invocation;
      const session = await engine.call('session.state', undefined);
      const user = session.ok ? (session.value.me?.user ?? '') : '';
      const mine = recallable(view, user);
      const [only] = mine;
      const disposition = invocation.options.disposition ?? only;
      if (disposition === undefined) return refused({ code: 'act-not-allowed' }, [words.nothingToRecall]);
      if (invocation.options.disposition === undefined && mine.length > 1) {
        return usage([words.chooseDisposition, ...mine].join('\n'));
      }
      return acted(await engine.call('letters.recall', { letter: view.id, disposition }));
    }),
  );
}

function addDeskActs(line: CommandLine, letter: Group): void {
  const { options, commands } = line.words;
  const forward = letter
    .command('forward')
    .description(commands.letterForward)
    .argument('<id>')
    .requiredOption('--to <id>', options.to)
    .option('--note <text>', options.note);
  onCommand(line, forward, notedSchema.extend({ to: z.string() }), (invocation) =>
    onLetter(invocation, async (engine, view) => {
      const { to, note } = invocation.options;
      const positions = await positionsFor(engine, [to]);
      if (!positions.ok) return refused(positions.error);
      const forwardTo = positions.value[0] ?? '';
      return acted(await engine.call('letters.forward', { letter: view.id, forwardTo, note }));
    }),
  );
  const none = letter
    .command('no-disposition')
    .description(commands.letterNoDisposition)
    .argument('<id>')
    .option('--note <text>', options.note);
  onCommand(line, none, notedSchema, (invocation) =>
    onLetter(invocation, async (engine, view) =>
      acted(await engine.call('letters.no-disposition', { letter: view.id, note: invocation.options.note })),
    ),
  );
}

function addMemoActs(line: CommandLine, letter: Group): void {
  const { options, commands } = line.words;
  const approve = letter
    .command('approve')
    .description(commands.letterApprove)
    .argument('<id>')
    .option('--note <text>', options.note);
  onCommand(line, approve, notedSchema, (invocation) =>
    onLetter(invocation, async (engine, view) => {
      if (view.memo === null) return refused({ code: 'act-not-allowed' });
      const { revision } = view.memo;
      return acted(
        await engine.call('memos.approve', { letter: view.id, revision, note: invocation.options.note }),
      );
    }),
  );
  const sign = letter.command('sign').description(commands.letterSign).argument('<id>');
  onCommand(line, sign, z.object({}), (invocation) =>
    onLetter(invocation, async (engine, view) => {
      if (view.memo === null) return refused({ code: 'act-not-allowed' });
      const { revision } = view.memo;
      const signed = await engine.call('memos.sign', { letter: view.id, revision, placement: null });
      return answerWith(signed, ({ entry, sha256 }) => answer({ eventId: entry, sha256 }, [entry]));
    }),
  );
}

/** Everything that one does on a letter that is there. */
export function addLetterActs(line: CommandLine, letter: Group): void {
  addDispose(line, letter);
  addPartActs(line, letter);
  addFollowUp(line, letter);
  addRecall(line, letter);
  addDeskActs(line, letter);
  addMemoActs(line, letter);
}
