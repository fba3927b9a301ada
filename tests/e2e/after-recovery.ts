import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

import type { Engine } from '#main/engine/engine.ts';
import { disposeInput, samplePdf, value } from '#tests/integration/office-pcs.ts';
import { OTHER_PC, PASSPHRASE, type OfficeWindow } from './office-window.ts';
import { registerPlain } from './register-letter.ts';
import { admit, invite } from './two-pcs-office.ts';

/** The window of the PC that took the office over, and where its colleagues' PCs are. */
interface Recovered {
  readonly pc: OfficeWindow;
  readonly share: string;
  readonly at: (name: string) => string;
  readonly engineOf: (name: string) => Promise<Engine>;
}

/** A PC of the office without its window, its person signed in. */
async function atWork(engine: Engine): Promise<Engine> {
  const [user] = (await value(engine.call('session.state', undefined))).users;
  await value(engine.call('session.unlock', { user: user?.user ?? '', passphrase: PASSPHRASE }));
  await value(engine.call('sync.now', undefined));
  return engine;
}

/** Passes on a PC until it has what the window's PC, which looks at the share every few seconds, has sent. */
function until<T>(engine: Engine, ask: () => Promise<T>): ReturnType<typeof expect.poll<T>> {
  const look = async () => {
    await value(engine.call('sync.now', undefined));
    return ask();
  };
  return expect.poll(look, { timeout: OTHER_PC, interval: 500 });
}

const subjectsOf = async (engine: Engine, box: 'todo' | 'incoming'): Promise<readonly string[]> =>
  (await value(engine.call('letters.queue', { box, offset: 0, limit: 50 }))).rows.map((row) => row.subject);

/** The office after its admin PC is gone: the others kept their letters, somebody new comes, and letters flow. */
export async function goesOn({ pc, at, share, engineOf }: Recovered): Promise<void> {
  const head = await atWork(await engineOf('kadis'));
  await until(head, async () => head.state.office?.roster.current().term).toBe(1);
  expect(await subjectsOf(head, 'incoming')).toEqual(
    expect.arrayContaining([
      'Undangan rapat koordinasi bukti dukung SPBE',
      'Permohonan data pengguna layanan',
      'Rekonsiliasi aset jaringan semester I',
    ]),
  );

  const who = { name: 'Wahyu Prasetyo, S.Kom.', title: 'Pranata Komputer', role: 'Staf', unit: 'Bidang TIK' };
  await invite(pc, who, at('undangan.txt'));
  const newcomer = await engineOf('pranata');
  const code = readFileSync(at('undangan.txt'), 'utf8').split('Kode:')[1]?.split('Di komputer')[0] ?? '';
  const joined = await value(
    newcomer.call('office.join', { share, code, passphrase: PASSPHRASE, deviceName: 'TIK-01' }),
  );
  await admit(pc, who.name, joined.digits);
  await until(newcomer, async () => (await value(newcomer.call('session.state', undefined))).state).toBe(
    'open',
  );

  writeFileSync(at('surat.pdf'), samplePdf('Undangan Bimbingan Teknis'));
  const subject = 'Undangan Bimbingan Teknis';
  await registerPlain(pc, { scan: at('surat.pdf'), from: 'Sekretariat Daerah', subject });
  await until(head, () => subjectsOf(head, 'todo')).toContain(subject);
  const { rows } = await value(head.call('letters.queue', { box: 'todo', offset: 0, limit: 50 }));
  const letter = rows.find((row) => row.subject === subject)?.id ?? '';
  const position = (await value(head.call('office.status', undefined))).positions.find(
    ({ title }) => title === who.title,
  );
  await value(head.call('letters.dispose', disposeInput(letter, null, position?.id ?? '')));
  await value(head.call('sync.now', undefined));
  await until(newcomer, () => subjectsOf(newcomer, 'todo')).toContain(subject);
  await pc.page.getByRole('option', { name: subject }).click();
  await pc.page.getByText(who.title).first().waitFor({ timeout: OTHER_PC });
  await pc.shot('13-goes-on');
  await head.close();
  await newcomer.close();
}
