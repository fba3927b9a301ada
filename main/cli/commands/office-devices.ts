import { z } from 'zod';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { answer, answerWith, refused } from '../outcome.ts';
import { withEngine } from '../with-engine.ts';
import { isoTime, requestLine } from './office-lines.ts';

type Office = CommandLine['program'];

function addAddDevice(line: CommandLine, office: Office): void {
  const command = office.command('add-device').description(line.words.commands.officeAddDevice);
  onCommand(line, command, z.object({}), async ({ common }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) =>
      answerWith(await engine.call('office.add-device', undefined), ({ code, expires }) =>
        answer({ code, expires }, [code, isoTime(expires)]),
      ),
    ),
  );
}

function addAdmitDevice(line: CommandLine, office: Office): void {
  const { commands, options } = line.words;
  const command = office
    .command('admit-device')
    .description(commands.officeAdmitDevice)
    .argument('[invitation...]')
    .option('--all', options.all);
  onCommand(line, command, z.object({ all: z.boolean().default(false) }), async (given) => {
    const { args, common, words } = given;
    return withEngine(common, { office: true, person: 'always' }, async (engine) => {
      if (!given.options.all && args.length === 0) {
        const asking = await engine.call('office.device-requests', undefined);
        return answerWith(asking, (requests) =>
          requests.length === 0
            ? answer([], [], 0, [words.noRequests])
            : answer(requests, requests.map(requestLine), 0, [words.compareDeviceDigits]),
        );
      }
      const invitations = given.options.all ? ('all' as const) : [...args];
      const admitted = await engine.call('office.admit-device', { invitations });
      return admitted.ok ? answer(admitted.value, admitted.value.map(requestLine)) : refused(admitted.error);
    });
  });
}

function addConfirmKey(line: CommandLine, office: Office): void {
  const { commands, options } = line.words;
  const command = office
    .command('confirm-key')
    .description(commands.officeConfirmKey)
    .requiredOption('--user <id>', options.rekeyedUser);
  onCommand(line, command, z.object({ user: z.string() }), async ({ options: given, common, words }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const confirmed = await engine.call('office.confirm-key', { user: given.user });
      if (!confirmed.ok) return refused(confirmed.error);
      const sent = await engine.call('sync.now', undefined);
      const notes = sent.ok && sent.value.share === 'online' ? [] : [words.sendLater];
      return answer({ user: given.user }, [given.user], 0, notes);
    }),
  );
}

/** `office add-device|admit-device|confirm-key`. */
export function addDeviceCommands(line: CommandLine, office: Office): void {
  addAddDevice(line, office);
  addAdmitDevice(line, office);
  addConfirmKey(line, office);
}
