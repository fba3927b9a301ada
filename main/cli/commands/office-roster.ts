import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { resolve } from 'node:path';

import { Option } from 'commander';
import { z } from 'zod';

import { closingReasons } from '#core/office/roster-acts.ts';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { answer, answerWith, refused, usage } from '../outcome.ts';
import { parsePerson } from '../person.ts';
import { passphraseOf, withEngine } from '../with-engine.ts';

type Office = CommandLine['program'];

/** A change of the roster reaches the others with the next pass: it is made at once where the share is there. */
async function sendNow(engine: Parameters<Parameters<typeof withEngine>[2]>[0], later: string) {
  const sent = await engine.call('sync.now', undefined);
  return sent.ok && sent.value.share === 'online' ? [] : [later];
}

const revokeSchema = z.object({
  user: z.string(),
  log: z.array(z.string()).optional(),
  reason: z.enum(closingReasons).default('revoked'),
  rotateKey: z.boolean().default(false),
});

function addRevoke(line: CommandLine, office: Office): void {
  const { options, commands } = line.words;
  const command = office
    .command('revoke')
    .description(commands.officeRevoke)
    .requiredOption('--user <id>', options.revokedUser)
    .option('--log <id...>', options.revokedLog)
    .addOption(new Option('--reason <reason>', options.closingReason).choices([...closingReasons]))
    .option('--rotate-key', options.rotateKey);
  onCommand(line, command, revokeSchema, async ({ options: given, common, words }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const revoked = await engine.call('office.revoke', {
        user: given.user,
        logs: given.log ?? null,
        reason: given.reason,
        rotateKey: given.rotateKey,
      });
      if (!revoked.ok) return refused(revoked.error);
      const notes = await sendNow(engine, words.sendLater);
      const { logs, name } = revoked.value;
      return answer(revoked.value, [name, ...logs.map((l) => `${l.log}  ${l.seq}  ${l.device}`)], 0, notes);
    }),
  );
}

function addQuarantine(line: CommandLine, office: Office): void {
  const { options, commands } = line.words;
  const list = office.command('quarantine').description(commands.officeQuarantine);
  onCommand(line, list, z.object({}), async ({ common, words }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) =>
      answerWith(await engine.call('office.quarantine', undefined), (logs) =>
        answer(
          logs,
          logs.length === 0
            ? [words.nothingFound]
            : logs.map((l) => `${l.log}  ${l.name}  ${l.device}  ${l.keptSeq + 1}…${l.keptSeq + l.total}`),
        ),
      ),
    ),
  );
  const release = office
    .command('release')
    .description(commands.officeRelease)
    .requiredOption('--log <id>', options.releasedLog)
    .requiredOption('--seq <number>', options.releasedSeq)
    .option('--hash <hash>', options.releasedHash);
  const schema = z.object({
    log: z.string(),
    seq: z.string().transform(Number),
    hash: z.string().optional(),
  });
  onCommand(line, release, schema, async ({ options: given, common, words }) => {
    if (!Number.isInteger(given.seq) || given.seq < 0) return usage(words.numberForm('--seq'));
    return withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const released = await engine.call('office.release', { ...given, hash: given.hash ?? null });
      if (!released.ok) return refused(released.error);
      return answer(null, [], 0, await sendNow(engine, words.sendLater));
    });
  });
}

function addRetire(line: CommandLine, office: Office): void {
  const command = office.command('retire').description(line.words.commands.officeRetire);
  onCommand(line, command, z.object({}), async ({ common, words }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const retired = await engine.call('session.retire', undefined);
      if (!retired.ok) return refused(retired.error);
      return answer(null, [], 0, await sendNow(engine, words.sendLater));
    }),
  );
}

function addHandOver(line: CommandLine, office: Office): void {
  const { options, commands } = line.words;
  const command = office
    .command('hand-over')
    .description(commands.officeHandOver)
    .requiredOption('--user <id>', options.successor)
    .option('--log <id>', options.successorLog);
  const schema = z.object({ user: z.string(), log: z.string().optional() });
  onCommand(line, command, schema, async ({ options: given, common, words }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const handed = await engine.call('office.hand-over', { user: given.user, log: given.log ?? null });
      if (!handed.ok) return refused(handed.error);
      const notes = await sendNow(engine, words.sendLater);
      return answer(handed.value, [`${handed.value.user}  ${handed.value.log}`], 0, notes);
    }),
  );
}

const recoverSchema = z.object({
  kit: z.string(),
  share: z.string().optional(),
  person: z.string().optional(),
  device: z.string().optional(),
});

function addRecover(line: CommandLine, office: Office): void {
  const { options, commands } = line.words;
  const command = office
    .command('recover')
    .description(commands.officeRecover)
    .requiredOption('--kit <file>', options.recoveryKit)
    .option('--share <dir>', options.recoveryShare)
    .option('--person <person>', options.recoveringPerson)
    .option('--device <name>', options.device);
  onCommand(line, command, recoverSchema, async ({ options: given, common, words }) => {
    const person = given.person === undefined ? null : parsePerson(given.person);
    if (given.person !== undefined && person === null) return usage(words.personForm);
    let kit: string;
    try {
      kit = await readFile(resolve(given.kit), 'utf8');
    } catch {
      return refused({ code: 'file-missing', params: { file: given.kit } });
    }
    // On a PC of the office whoever opens it with their passphrase takes over; a new person does not sign in first.
    const signIn = given.share === undefined && person === null ? ('ifGiven' as const) : ('never' as const);
    const needs = { office: given.share === undefined, person: signIn };
    return withEngine(common, needs, async (engine) => {
      const recovered = await engine.call('office.recover', {
        kit,
        share: given.share === undefined ? null : resolve(given.share),
        person,
        passphrase: passphraseOf(common),
        deviceName: given.device ?? (hostname().slice(0, 64) || 'PC'),
      });
      return answerWith(recovered, (done) =>
        answer(
          done,
          Object.entries(done).map((pair) => pair.join('  ')),
        ),
      );
    });
  });
}

function addAuditCode(line: CommandLine, office: Office): void {
  const { options, commands } = line.words;
  const command = office
    .command('audit-code')
    .description(commands.officeAuditCode)
    .requiredOption('--out <file>', options.auditOut)
    .option('--reader <name>', options.auditReader);
  const schema = z.object({ out: z.string(), reader: z.string().default('Auditor') });
  onCommand(line, command, schema, async ({ options: given, common, words }) =>
    withEngine(common, { office: true, person: 'always' }, async (engine) => {
      const file = resolve(given.out);
      const made = await engine.call('office.audit-code', { file, reader: given.reader });
      if (!made.ok) return refused(made.error);
      const notes = await sendNow(engine, words.sendLater);
      return answer(made.value, [file], 0, [words.auditCodeKept(file), ...notes]);
    }),
  );
}

/** `office revoke|quarantine|release|hand-over|recover|audit-code`. */
export function addRosterCommands(line: CommandLine, office: Office): void {
  addRevoke(line, office);
  addQuarantine(line, office);
  addHandOver(line, office);
  addRetire(line, office);
  addRecover(line, office);
  addAuditCode(line, office);
}
