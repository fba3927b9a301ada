import path from 'node:path';

import { openEngine, type Engine } from '#main/engine/engine.ts';
import { samplePdf, value } from '#tests/integration/office-pcs.ts';
import { PASSPHRASE } from './office-window.ts';

/** Subject of the one letter, whose time is over. */
export const OLD_LETTER = 'Laporan inventaris barang habis pakai tahun 2019';

const engineAt = (dir: string): Promise<Engine> =>
  value(openEngine({ dir, share: null, demo: false, appVersion: '0.0.0' }, { background: false }));

async function registerOld(admin: Engine, forwardTo: string): Promise<void> {
  const staged = await value(
    admin.call('intake.stage', { files: [{ name: 'pindaian.pdf', bytes: samplePdf(OLD_LETTER) }] }),
  );
  await value(
    admin.call('letters.register', {
      staged: staged.id,
      from: 'Bagian Umum Sekretariat Daerah',
      number: '028/77/UMUM',
      date: '2019-12-20',
      subject: OLD_LETTER,
      securityClass: 'biasa',
      urgency: 'biasa',
      enclosure: '',
      receivedAt: Date.now(),
      classification: '',
      forwardTo,
      duplicateSeen: true,
    }),
  );
}

/**
 * An office of three people, before anybody opens a window: who writes the roster (`tu`), the head, and a second admin
 * (`deputy`), each with a data folder of that name under `root`.
 */
export async function prepareOffice(root: string, share: string): Promise<void> {
  const at = (name: string) => path.join(root, name);
  const admin = await engineAt(at('tu'));
  await value(
    admin.call('office.create', {
      share,
      name: 'Dinas Komunikasi dan Informatika Kota Tirtawangsa',
      letterhead: ['PEMERINTAH KOTA TIRTAWANGSA'],
      admin: { name: 'Endang Susilowati, S.E.', title: 'Kepala Subbagian Umum', nip: '' },
      units: ['Bidang TIK'],
      kit: at('Pemulihan.txt'),
      passphrase: PASSPHRASE,
      deviceName: 'TU-01',
      agendaStart: 1338,
    }),
  );
  await value(admin.call('sync.now', undefined));
  for (const [name, person, title, role, deviceName] of [
    ['head', 'Bambang Hariyanto, S.Sos., M.M.', 'Kepala Dinas', 'pimpinan', 'KADIS-01'],
    ['deputy', 'Rina Marlina, S.AP.', 'Sekretaris Dinas', 'admin', 'SEKRE-01'],
  ] as const) {
    const newcomer = await engineAt(at(name));
    const { code, position } = await value(
      admin.call('office.invite', {
        person: { name: person, title, nip: '' },
        unit: null,
        role,
        superior: null,
      }),
    );
    if (name === 'head') await registerOld(admin, position);
    await value(newcomer.call('office.join', { share, code, passphrase: PASSPHRASE, deviceName }));
    await value(admin.call('office.admit', { invitations: 'all' }));
    for (const engine of [admin, newcomer, newcomer, admin]) await value(engine.call('sync.now', undefined));
    await newcomer.close();
  }
  await admin.close();
}
