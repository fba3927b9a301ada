import { hostname } from 'node:os';
import { resolve } from 'node:path';

import { Option } from 'commander';
import { z } from 'zod';

import type { OfficeView } from '#core/contract/answers.ts';
import type { MethodInput } from '#core/contract/methods.ts';
import { roles } from '#core/office/enums.ts';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { answer, answerWith, refused, usage } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { parsePerson } from '../person.ts';
import { addDeviceCommands } from './office-devices.ts';
import { isoTime, requestLine } from './office-lines.ts';
import { addRequestCommands } from './office-requests.ts';
import { addRosterCommands } from './office-roster.ts';
import { passphraseMissing, passphraseOf, withEngine } from '../with-engine.ts';

const DEVICE_NAME_LIMIT = 64;
const deviceName = () => hostname().slice(0, DEVICE_NAME_LIMIT) || 'PC';

const createSchema = z.object({
  share: z.string(),
  name: z.string(),
  admin: z.string(),
  unit: z.array(z.string()).default([]),
  kit: z.string(),
  letterhead: z.array(z.string()).default([]),
  agendaStart: z.string().default('1').transform(Number),
  device: z.string().optional(),
});

function addCreate(line: CommandLine, office: CommandLine['program']): void {
  const { options, commands } = line.words;
  const command = office
    .command('create')
    .description(commands.officeCreate)
    .requiredOption('--share <dir>', options.share)
    .requiredOption('--name <name>', options.officeName)
    .requiredOption('--admin <person>', options.admin)
    .option('--unit <name...>', options.unit)
    .requiredOption('--kit <file>', options.kit)
    .option('--letterhead <line...>', options.letterhead)
    .option('--agenda-start <number>', options.agendaStart)
    .option('--device <name>', options.device);
  onCommand(line, command, createSchema, async ({ options: given, common, words }) => {
    const admin = parsePerson(given.admin);
    if (admin === null) return usage(words.personForm);
    if (!Number.isInteger(given.agendaStart)) return usage(words.numberForm('--agenda-start'));
    const passphrase = passphraseOf(common);
    if (passphrase === null) return passphraseMissing(common);
    const kit = resolve(given.kit);
    return withEngine(common, { office: false, person: 'never' }, async (engine) => {
      const created = await engine.call('office.create', {
        share: resolve(given.share),
        name: given.name,
        letterhead: given.letterhead,
        admin,
        units: given.unit,
        kit,
        passphrase,
        deviceName: given.device ?? deviceName(),
        agendaStart: given.agendaStart,
      });
      return answerWith(created, (ids) =>
        answer(
          ids,
          Object.entries(ids).map((pair) => pair.join('  ')),
          0,
          [words.kitKept(kit)],
        ),
      );
    });
  });
}

const inviteSchema = z.object({
  person: z.string().optional(),
  unit: z.string().optional(),
  role: z.enum(roles).optional(),
  superior: z.string().optional(),
  user: z.string().optional(),
});

/** Whom to invite: somebody new, or a person of the office who needs a new key. */
function invitedBy(
  given: z.infer<typeof inviteSchema>,
  status: OfficeView,
): MethodInput<'office.invite'> | null {
  const rest = { unit: given.unit ?? null, superior: given.superior ?? null };
  if (given.user === undefined) {
    const person = parsePerson(given.person ?? '');
    return person === null || given.role === undefined ? null : { person, role: given.role, ...rest };
  }
  const known = status.people.find(({ user }) => user === given.user);
  const held = status.positions.find(({ id }) => id === known?.positions[0]?.position);
  // The engine takes name, title and position from the roster; who is not there is refused there.
  const person = { name: known?.name ?? '-', title: held?.title ?? '-', nip: known?.nip ?? '' };
  return { person, role: held?.role ?? 'staf', ...rest, user: given.user };
}

function addInvite(line: CommandLine, office: CommandLine['program']): void {
  const { options, commands } = line.words;
  const command = office
    .command('invite')
    .description(commands.officeInvite)
    .option('--person <person>', options.person)
    .option('--unit <unit>', options.personUnit)
    .addOption(new Option('--role <role>', options.role).choices([...roles]))
    .option('--superior <position>', options.superior)
    .option('--user <id>', options.invitedUser);
  onCommand(line, command, inviteSchema, async ({ options: given, common, words }) => {
    if (given.user === undefined && parsePerson(given.person ?? '') === null) return usage(words.personForm);
    return withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const status = await engine.call('office.status', undefined);
      if (!status.ok) return refused(status.error);
      const whom = invitedBy(given, status.value);
      if (whom === null) return usage(words.roleNeeded);
      const invited = await engine.call('office.invite', whom);
      return answerWith(invited, ({ code, expires, position, user }) =>
        answer({ code, expires, userId: user, positionId: position }, [code, isoTime(expires)]),
      );
    });
  });
}

const joinSchema = z.object({ share: z.string(), code: z.string(), device: z.string().optional() });

function addJoin(line: CommandLine, office: CommandLine['program']): void {
  const { options, commands } = line.words;
  const command = office
    .command('join')
    .description(commands.officeJoin)
    .requiredOption('--share <dir>', options.share)
    .requiredOption('--code <code>', options.code)
    .option('--device <name>', options.device);
  onCommand(line, command, joinSchema, async ({ options: given, common, words }) => {
    const passphrase = passphraseOf(common);
    if (passphrase === null) return passphraseMissing(common);
    return withEngine(common, { office: false, person: 'never' }, async (engine) => {
      const joined = await engine.call('office.join', {
        share: resolve(given.share),
        code: given.code,
        passphrase,
        deviceName: given.device ?? deviceName(),
      });
      return answerWith(joined, (state) => answer(state, [state.userId, words.digits(state.digits)]));
    });
  });
}

function addAdmit(line: CommandLine, office: CommandLine['program']): void {
  const { options, commands } = line.words;
  const command = office
    .command('admit')
    .description(commands.officeAdmit)
    .argument('[invitation...]')
    .option('--all', options.all);
  onCommand(line, command, z.object({ all: z.boolean().default(false) }), async (given) => {
    const { args, common, words } = given;
    return withEngine(common, { office: true, person: 'always' }, async (engine) => {
      if (!given.options.all && args.length === 0) {
        const asking = await engine.call('office.requests', undefined);
        return answerWith(asking, (requests) =>
          requests.length === 0
            ? answer([], [], 0, [words.noRequests])
            : answer(requests, requests.map(requestLine), 0, [words.compareDigits]),
        );
      }
      const invitations = given.options.all ? ('all' as const) : [...args];
      const admitted = await engine.call('office.admit', { invitations });
      if (!admitted.ok) return refused(admitted.error);
      // Who was admitted waits for the roster: it goes now, not with a later sync.
      const sent = await engine.call('sync.now', undefined);
      const notes = sent.ok && sent.value.share === 'online' ? [] : [words.sendLater];
      return answer(admitted.value, admitted.value.map(requestLine), 0, notes);
    });
  });
}

function statusLines({ people, positions }: OfficeView): string[] {
  const titles = new Map(positions.map((position) => [position.id, `${position.title} (${position.role})`]));
  return people.map((person) => {
    const held = person.positions.map(({ position }) => titles.get(position) ?? position).join(', ');
    return `${person.user}  ${person.name}  ${held}  ${person.devices.join(', ')}  ${isoTime(person.lastSeen)}`;
  });
}

function addStatus(line: CommandLine, office: CommandLine['program']): void {
  const command = office.command('status').description(line.words.commands.officeStatus);
  onCommand(line, command, z.object({}), async ({ common }): Promise<Outcome> => {
    return withEngine(common, { office: true, person: 'never' }, async (engine) => {
      const session = await engine.call('session.state', undefined);
      const status = await engine.call('office.status', undefined);
      if (!session.ok || !status.ok) return answerWith(status, () => answer(null, []));
      const { office: name, device, pending } = session.value;
      const enrolled = session.value.state === 'pending' || pending !== null ? 'pending' : 'enrolled';
      const json = { office: name, device, state: enrolled, ...status.value };
      return answer(json, [`${name?.name ?? ''}  ${name?.id ?? ''}`, ...statusLines(status.value)]);
    });
  });
}

/** `office create|invite|join|admit|status`. */
export function addOfficeCommands(line: CommandLine): void {
  const office = line.program.command('office').description(line.words.commands.office);
  addCreate(line, office);
  addInvite(line, office);
  addJoin(line, office);
  addAdmit(line, office);
  addStatus(line, office);
  addRosterCommands(line, office);
  addDeviceCommands(line, office);
  addRequestCommands(line, office);
}
