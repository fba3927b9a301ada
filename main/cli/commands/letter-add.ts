import { resolve } from 'node:path';

import { Option } from 'commander';
import { z } from 'zod';

import { letterKinds, securityClasses, urgencies } from '#core/office/enums.ts';
import type { Engine } from '#main/engine/engine.ts';

import { onCommand } from '../command-line.ts';
import type { CommandLine, Invocation } from '../command-line.ts';
import { answer, refused, usage } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { firstDesk, positionsFor } from '../recipients.ts';
import { withEngine } from '../with-engine.ts';

const ids = z.array(z.string()).default([]);

const addSchema = z.object({
  kind: z.enum(letterKinds).default('incomingLetter'),
  from: z.string().optional(),
  number: z.string().default(''),
  date: z.string().optional(),
  subject: z.string(),
  security: z.enum(securityClasses).default('biasa'),
  urgency: z.enum(urgencies).default('biasa'),
  enclosure: z.string().default(''),
  forward: z.string().optional(),
  duplicateSeen: z.boolean().default(false),
  lossSeen: z.boolean().default(false),
  to: ids,
  copy: ids,
  approver: ids,
  signatory: ids,
  due: z.string().optional(),
  note: z.string().default(''),
});
type Added = Invocation<z.output<typeof addSchema>>;

/** Refuses, and leaves nothing of the file behind that was taken in for it. */
async function giveUp(engine: Engine, staged: string, outcome: Outcome): Promise<Outcome> {
  await engine.call('intake.discard', { staged });
  return outcome;
}

async function register(engine: Engine, staged: string, { options, words }: Added): Promise<Outcome> {
  const { from = '', number } = options;
  const forward =
    options.forward === undefined ? await firstDesk(engine) : await positionsFor(engine, [options.forward]);
  if (!forward.ok) return giveUp(engine, staged, refused(forward.error));
  const [forwardTo = ''] = [forward.value].flat();
  const same = await engine.call('letters.duplicates', { from, number, staged });
  if (!same.ok) return giveUp(engine, staged, refused(same.error));
  const duplicates = same.value.map(({ id }) => id);
  if (duplicates.length > 0 && !options.duplicateSeen) {
    const rows = same.value.map((row) => `${row.id}  ${row.number}  ${row.from}: ${row.subject}`);
    const details = { duplicateOf: duplicates[0] };
    return giveUp(engine, staged, refused({ code: 'act-already-done' }, [words.duplicate, ...rows], details));
  }
  const registered = await engine.call('letters.register', {
    staged,
    from,
    number,
    date: options.date ?? null,
    subject: options.subject,
    securityClass: options.security,
    urgency: options.urgency,
    enclosure: options.enclosure,
    receivedAt: Date.now(),
    classification: '',
    forwardTo,
    duplicateSeen: options.duplicateSeen,
  });
  if (!registered.ok) return giveUp(engine, staged, refused(registered.error));
  const { letterId, agendaNumber } = registered.value;
  const duplicateOf = duplicates[0] === undefined ? {} : { duplicateOf: duplicates[0] };
  const numbered = agendaNumber === null ? words.waitingNumber : words.agenda(agendaNumber);
  return answer({ letterId, agendaNumber, ...duplicateOf }, [`${letterId}  ${numbered}`]);
}

async function propose(engine: Engine, staged: string, { options }: Added): Promise<Outcome> {
  const named = [options.to, options.copy, options.approver, options.signatory];
  const resolved = [];
  for (const one of named) {
    const positions = await positionsFor(engine, one);
    if (!positions.ok) return giveUp(engine, staged, refused(positions.error));
    resolved.push(positions.value);
  }
  const [to = [], copies = [], approvers = [], signatories = []] = resolved;
  const step = (role: 'initials' | 'signature') => (position: string) => ({
    role,
    position,
    placement: null,
  });
  const proposed = await engine.call('memos.propose', {
    staged,
    subject: options.subject,
    number: options.number,
    date: options.date ?? null,
    securityClass: options.security,
    urgency: options.urgency,
    due: options.due ?? null,
    to,
    copies,
    chain: [...approvers.map(step('initials')), ...signatories.map(step('signature'))],
    note: options.note,
    lossSeen: options.lossSeen,
  });
  if (!proposed.ok) return giveUp(engine, staged, refused(proposed.error));
  const { letterId } = proposed.value;
  return answer({ letterId, agendaNumber: null }, [letterId]);
}

/** `letter add FILE…`: an incoming letter, or with `--kind officialMemo` a memo and its chain. */
export function addLetterAdd(line: CommandLine, letter: CommandLine['program']): void {
  const { options, commands } = line.words;
  const command = letter
    .command('add')
    .description(commands.letterAdd)
    .argument('<file...>')
    .addOption(new Option('--kind <kind>', options.kind).choices([...letterKinds]))
    .option('--from <sender>', options.from)
    .option('--number <number>', options.number)
    .option('--date <date>', options.date)
    .requiredOption('--subject <text>', options.subject)
    .addOption(new Option('--security <class>', options.security).choices([...securityClasses]))
    .addOption(new Option('--urgency <urgency>', options.urgency).choices([...urgencies]))
    .option('--enclosure <text>', options.enclosure)
    .option('--forward <id>', options.forward)
    .option('--duplicate-seen', options.duplicateSeen)
    .option('--loss-seen', options.lossSeen)
    .option('--to <id...>', options.to)
    .option('--copy <id...>', options.copy)
    .option('--approver <id...>', options.approver)
    .option('--signatory <id...>', options.signatory)
    .option('--due <date>', options.due)
    .option('--note <text>', options.note);
  onCommand(line, command, addSchema, async (added) => {
    const { options: given, args, common, words } = added;
    const isMemo = given.kind === 'officialMemo';
    if (isMemo && (given.to.length === 0 || given.signatory.length === 0)) return usage(words.memoNeeds);
    if (!isMemo && given.from === undefined) return usage('--from');
    return withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const files = args.map((file) => ({ path: resolve(file) }));
      const staged = await engine.call('intake.stage', { files });
      if (!staged.ok) return refused(staged.error);
      const { id } = staged.value;
      if (isMemo) return propose(engine, id, added);
      return register(engine, id, added);
    });
  });
}
