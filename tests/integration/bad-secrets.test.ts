import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Result } from '#core/contract/result.ts';

import { PASSPHRASE, enrol, officeInput, refusal, testOffice, twoPcs, value } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';
import { clerk, told } from './refusals.ts';

describe('secrets that are wrong', () => {
  it('a weak passphrase makes no office and no kit', async () => {
    const office = testOffice();
    const tu = await office.open('tu');
    const error = await told(
      tu.engine.call('office.create', officeInput(office, { passphrase: 'aaaaaaaaaaaa' })),
    );
    expect(error.code).toBe('passphrase-weak');
    expect(readdirSync(office.root)).not.toContain('kit.txt');
    expect(readdirSync(office.share)).toEqual([]);
  });

  it('a kit is not kept where every colleague can read it', async () => {
    const office = testOffice();
    const tu = await office.open('tu');
    const kit = join(office.share, 'kit.txt');
    expect((await told(tu.engine.call('office.create', officeInput(office, { kit })))).code).toBe(
      'kit-on-share',
    );
    expect(readdirSync(office.share)).toEqual([]);
  });

  it('a kit is never written over another one', async () => {
    const office = testOffice();
    writeFileSync(office.kit, 'kit kantor lain');
    const tu = await office.open('tu');
    expect((await told(tu.engine.call('office.create', officeInput(office)))).code).toBe('kit-unwritable');
    expect(readFileSync(office.kit, 'utf8')).toBe('kit kantor lain');
  });

  it('a wrong, foreign, used or expired code is told apart and leaves the PC free', async () => {
    const office = testOffice();
    const other = testOffice();
    const { tu } = await twoPcs(office);
    const foreign = await other.open('tu');
    await foreign.call('office.create', officeInput(other));
    await foreign.sync();
    const invite = (pc: Pc, title: string) =>
      pc.call('office.invite', {
        person: { name: 'Rizky', title, nip: '' },
        unit: null,
        role: 'staf',
        superior: null,
      });
    const { code, expires } = await invite(tu, 'Staf 1');
    const elsewhere = await invite(foreign, 'Staf 2');
    const joiner = await office.open('joiner');
    const enter = (typed: string, pc = joiner) =>
      pc.engine.call('office.join', {
        share: office.share,
        code: typed,
        passphrase: PASSPHRASE,
        deviceName: 'PC',
      });
    const last = code.at(-1) === 'A' ? 'B' : 'A';
    expect((await told(enter('halo'))).code).toBe('code-wrong');
    expect((await told(enter(`${code.slice(0, -1)}${last}`))).code).toBe('code-wrong');
    expect((await told(enter(elsewhere.code))).code).toBe('share-foreign');
    const late = await office.open('late', { clock: () => expires + 1000 });
    expect((await told(enter(code, late))).code).toBe('code-expired');
    expect((await joiner.call('session.state', undefined)).state).toBe('none');
    await value(enter(code.toLowerCase().replaceAll('-', ' ')));
    const second = await office.open('second');
    expect((await told(enter(code, second))).code).toBe('code-used');
  });

  it('a join request that somebody swapped admits nobody', async () => {
    const office = testOffice();
    const { tu } = await twoPcs(office);
    const invite = (title: string) =>
      tu.call('office.invite', {
        person: { name: title, title, nip: '' },
        unit: null,
        role: 'staf',
        superior: null,
      });
    const [one, two] = [await invite('Staf 1'), await invite('Staf 2')];
    const enter = async (name: string, code: string) => {
      const pc = await office.open(name);
      const { share } = office;
      await pc.call('office.join', { share, code, passphrase: PASSPHRASE, deviceName: name });
    };
    const before = new Set(readdirSync(joinFiles(office.share)));
    await enter('staf1', one.code);
    await enter('staf2', two.code);
    const [first, second] = readdirSync(joinFiles(office.share))
      .filter((name) => name.endsWith('.request') && !before.has(name))
      .map((name) => joinFiles(office.share, name));
    if (first === undefined || second === undefined) throw new Error('no requests on the share');
    writeFileSync(first, readFileSync(second));
    const shown = await tu.call('office.requests', undefined);
    expect(shown).toHaveLength(1);
    const { alerts } = await tu.call('sync.status', undefined);
    expect(alerts.map((alert) => alert.code)).toContain('join-request-refused');
    await tu.call('office.admit', { invitations: 'all' });
    const { people } = await tu.call('office.status', undefined);
    expect(people.map((p) => p.name).toSorted()).toEqual(
      ['Bambang Hariyanto', 'Endang Susilowati', shown[0]?.name].toSorted(),
    );
  });
});

/** The office's folder of enrolment files, or one of them. */
function joinFiles(share: string, file = ''): string {
  const [office = ''] = readdirSync(share);
  return join(share, office, 'join', file);
}

it.each(['office.invite', 'letters.dispose'] as const)(
  '%s refuses input of the wrong shape',
  async (method) => {
    const tu = await clerk();
    // A caller without types, as a broken page would be.
    const call = (name: string, input: unknown): Promise<Result<unknown>> =>
      Reflect.apply(tu.engine.call, undefined, [name, input]);
    expect(await refusal(call(method, { nonsense: true }))).toBe('input-invalid');
    expect(await refusal(call(method, null))).toBe('input-invalid');
  },
);

it('enrols nobody through a request made for another office', async () => {
  const office = testOffice();
  const { tu } = await twoPcs(office);
  const stranger = await office.open('asing');
  await expect(
    enrol({ ...office, share: join(office.root, 'tidak-ada') }, tu, stranger, {
      name: 'X',
      title: 'Y',
      role: 'staf',
    }),
  ).rejects.toThrow('share');
});
