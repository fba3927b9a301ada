import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { cliOffice, documentOf, runCli } from './cli-runner.ts';
import type { Ran } from './cli-runner.ts';
import { officeInput, PASSPHRASE, samplePdf, testOffice, twoPcs } from './office-pcs.ts';

const DAY = 24 * 60 * 60 * 1000;

interface Refusal {
  readonly error: { readonly code: string; readonly message: string };
}

/** The code of a refusal, after checking exit, document and what stderr says. */
function codeOf(ran: Ran, exit = 1): string {
  const { error } = documentOf<Refusal>(ran);
  expect([ran.code, ran.out.trimEnd().split('\n').length]).toEqual([exit, 1]);
  expect(error.message.length).toBeGreaterThan(10);
  expect(ran.err).toContain(error.message.split('. ')[0]);
  return error.code;
}

describe('usage', () => {
  it.each([
    [['office', 'create', '--name', 'x']],
    [['office', 'revoke', '--user', 'x']],
    [['office', 'audit-code', '--out', 'x']],
    [['backup', 'create', '--out', 'x']],
    [['export', '--out', 'x']],
    [['nothing']],
    [['letter', 'list', '--box', 'nowhere', '--dir', 'x']],
    [['letter', 'list', '--limit', 'many', '--dir', 'x']],
    [['letter', 'list']],
    [['letter', 'add', 'x.pdf', '--subject', 's', '--security', 'top', '--dir', 'x']],
    [['pdf', 'sign', 'a.pdf', '--p12', 'b', '--out', 'c', '--stamp', '1,2']],
    [['sync', '--once', '--watch', '--dir', 'x']],
    [['store', 'seed', '--letters', '-4', '--dir', 'x']],
    [['log', 'verify']],
    [['--passphrase', 'secret', 'office', 'status']],
  ])('%j is exit 2 with one document', async (args) => {
    expect(codeOf(await runCli(['--json', ...args]), 2)).toBe('usage');
  });

  it('speaks the language asked for, and helps on stdout', async () => {
    const indonesian = await runCli(['letter', 'list']);
    const english = await runCli(['letter', 'list', '--lang', 'en']);
    expect([indonesian.err, english.err]).toEqual([
      expect.stringContaining('Sebutkan folder data'),
      expect.stringContaining('Name the data folder'),
    ]);
    const help = await runCli(['letter', '--help']);
    expect([help.code, help.out]).toEqual([0, expect.stringContaining('dispose')]);
  });
});

describe('the data folder', () => {
  it('is not made by looking into it', async () => {
    const office = cliOffice();
    const pc = office.pc('nobody', PASSPHRASE);
    expect(codeOf(await pc.try('store', 'dump'))).toBe('no-office');
    expect(readdirSync(office.root)).toEqual(['share']);
  });

  it('that is in use is refused, and the refusal says by whom', async () => {
    const office = testOffice();
    const pc = await office.open('tu', { holder: 'Nirkertas' });
    await pc.call('office.create', officeInput(office));
    const ran = await runCli(['--dir', pc.dir, '--json', 'office', 'status']);
    expect(codeOf(ran)).toBe('store-in-use');
    expect(ran.err).toContain(`Nirkertas (${process.pid})`);
    await pc.engine.close();
    expect((await runCli(['--dir', pc.dir, '--json', 'office', 'status'])).code).toBe(0);
  });

  it('of a damaged store is a failed check of the doctor', async () => {
    const office = cliOffice();
    const dir = join(office.root, 'broken');
    mkdirSync(dir, { mode: 0o700 });
    writeFileSync(join(dir, 'office.sqlite'), 'this is no database, whatever its name says'.repeat(200));
    const ran = await runCli(['--dir', dir, '--json', 'doctor']);
    expect(ran.code).toBe(1);
    expect(documentOf(ran)).toMatchObject([{ check: 'store', state: 'fail' }]);
  });
});

describe('secrets', () => {
  it('come from the environment: missing and wrong ones are refused, another variable can be named', async () => {
    const office = testOffice();
    const pc = await office.open('tu');
    await pc.call('office.create', officeInput(office));
    await pc.engine.close();
    const list = ['--dir', pc.dir, '--json', 'letter', 'list'];
    const missing = await runCli(list);
    expect(codeOf(missing)).toBe('passphrase-needed');
    expect(missing.err).toContain('NIRKERTAS_PASSPHRASE');
    expect(codeOf(await runCli(list, { NIRKERTAS_PASSPHRASE: 'bukan yang ini 1' }))).toBe('passphrase-wrong');
    const named = await runCli([...list, '--passphrase-env', 'OTHER'], { OTHER: PASSPHRASE });
    expect([named.code, named.out]).toEqual([0, '[]\n']);
    const stranger = await runCli([...list, '--as', 'usr_0000000000000000'], { OTHER: PASSPHRASE });
    expect(codeOf(stranger)).toBe('passphrase-needed');
    const unknown = await runCli([...list, '--as', 'usr_0000000000000000'], {
      NIRKERTAS_PASSPHRASE: PASSPHRASE,
    });
    expect(codeOf(unknown)).toBe('user-unknown');
  });

  it('a weak passphrase makes no office', async () => {
    const office = cliOffice();
    const pc = office.pc('tu', 'pendek');
    const kit = join(office.root, 'kit.txt');
    const ran = await pc.try(
      ...['office', 'create', '--share', office.share, '--name', 'Dinas', '--admin', 'A|B|', '--kit', kit],
    );
    expect(codeOf(ran)).toBe('passphrase-weak');
    expect(readdirSync(office.share)).toEqual([]);
  });
});

describe('invitations', () => {
  it('with a wrong or an expired code make nothing', async () => {
    const office = testOffice();
    const pc = await office.open('tu', { clock: () => Date.now() - 8 * DAY });
    await pc.call('office.create', officeInput(office));
    const { code } = await pc.call('office.invite', {
      person: { name: 'Bambang', title: 'Kepala Dinas', nip: '' },
      unit: null,
      role: 'pimpinan',
      superior: null,
    });
    const joinBy = (text: string) =>
      runCli(
        [
          '--dir',
          join(office.root, 'b'),
          '--json',
          'office',
          'join',
          '--share',
          office.share,
          '--code',
          text,
        ],
        {
          NIRKERTAS_PASSPHRASE: PASSPHRASE,
        },
      );
    expect(codeOf(await joinBy(code))).toBe('code-expired');
    const first = code.startsWith('A') ? 'B' : 'A';
    expect(codeOf(await joinBy(`${first}${code.slice(1)}`))).toBe('code-wrong');
    expect(codeOf(await joinBy('halo'))).toBe('code-wrong');
  });
});

describe('acts', () => {
  it('that are not one’s to do, and letters that are not there, are refused', async () => {
    const office = testOffice();
    const { head, headPosition } = await twoPcs(office);
    await head.engine.close();
    const run = (...args: string[]) =>
      runCli(['--dir', head.dir, '--json', ...args], { NIRKERTAS_PASSPHRASE: PASSPHRASE });
    const file = join(office.root, 'a.pdf');
    writeFileSync(file, samplePdf());
    const add = await run(
      'letter',
      'add',
      file,
      '--from',
      'Setda',
      '--subject',
      'x',
      '--forward',
      headPosition,
    );
    expect(codeOf(add)).toBe('not-allowed');
    expect(codeOf(await run('letter', 'show', 'let_00000000000000000000'))).toBe('letter-not-found');
    expect(codeOf(await run('letter', 'show', 'bukan-id'))).toBe('letter-not-found');
    expect(codeOf(await run('office', 'admit'))).toBe('not-roster-writer');
    expect(codeOf(await run('store', 'seed', '--letters', '3'))).toBe('not-allowed');
    const text = join(office.root, 'b.pdf');
    writeFileSync(text, 'bukan PDF');
    expect(codeOf(await run('letter', 'add', text, '--from', 'Setda', '--subject', 'x'))).toBe(
      'file-not-document',
    );
    expect((await run('letter', 'list')).out).toBe('[]\n');
  });

  it('say that the share is away, and go on without it', async () => {
    const office = cliOffice();
    const pc = office.pc('tu', PASSPHRASE);
    const share = join(office.root, 'stick');
    mkdirSync(share);
    const kit = join(office.root, 'kit.txt');
    await pc.do(
      'office',
      'create',
      '--share',
      share,
      '--name',
      'Dinas',
      '--admin',
      'A|Arsiparis|',
      '--kit',
      kit,
    );
    renameSync(share, `${share}-gone`);
    const away = await pc.try('sync', '--once');
    expect([away.code, documentOf(away)]).toEqual([
      1,
      expect.objectContaining({ share: 'offline', published: 0 }),
    ]);
    expect(away.err).toContain('Folder bersama tidak terjangkau');
    renameSync(`${share}-gone`, share);
    expect(await pc.do('sync', '--once')).toMatchObject({ share: 'online' });
  });
});
