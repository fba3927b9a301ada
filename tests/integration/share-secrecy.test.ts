import { createCipheriv, randomBytes } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import type { LetterView } from '#core/contract/views.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';

import {
  PASSPHRASE,
  disposeInput,
  enrol,
  officeInput,
  register,
  samplePdf,
  testOffice,
} from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';

/** Every file below a folder, relative to it, in a stable order. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted();
}

const CANARY = 'KENARIKUNING7391';

/** An office in which the canary sings in every field that somebody writes. */
async function singingOffice(office: TestOffice): Promise<{ tu: Pc; head: Pc; headPosition: string }> {
  const tu = await office.open('tu');
  await tu.call(
    'office.create',
    officeInput(office, {
      name: `Dinas ${CANARY}`,
      units: [`Bidang ${CANARY}`],
      admin: { name: `Endang ${CANARY}`, title: `Arsiparis ${CANARY}`, nip: '' },
    }),
  );
  await tu.sync();
  const head = await office.open('head');
  const headPosition = await enrol(office, tu, head, {
    name: `Bambang ${CANARY}`,
    title: `Kepala ${CANARY}`,
    role: 'pimpinan',
  });
  const { letterId } = await register(tu, headPosition, {
    subject: `Perihal ${CANARY}`,
    from: `Pengirim ${CANARY}`,
    number: CANARY,
    pdf: samplePdf(`Isi ${CANARY}`),
  });
  await tu.sync();
  await head.sync();
  const tuPosition = (await head.call('office.status', undefined)).positions[0]?.id ?? '';
  await head.call('letters.dispose', {
    ...disposeInput(letterId, null, tuPosition),
    note: `Catatan ${CANARY}`,
  });
  await head.sync();
  await tu.sync();
  return { tu, head, headPosition };
}

it('leaves nothing that people wrote readable on the share, in names or in bytes', async () => {
  const office = testOffice();
  await singingOffice(office);
  const shapes = [
    Buffer.from(CANARY),
    Buffer.from(CANARY.toLowerCase()),
    Buffer.from(CANARY, 'utf16le'),
    Buffer.from(CANARY, 'utf16le').swap16(),
    Buffer.from(Buffer.from(CANARY).toString('hex')),
    ...[0, 1, 2].map((pad) =>
      Buffer.from(
        Buffer.from(' '.repeat(pad) + CANARY)
          .toString('base64')
          .slice(pad + 2, -4),
      ),
    ),
  ];
  const files = filesBelow(office.share);
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) {
    expect(file.toUpperCase()).not.toContain(CANARY);
    const bytes = readFileSync(join(office.share, file));
    for (const shape of shapes) expect(bytes.includes(shape), `${file} holds the canary`).toBe(false);
  }
  // The search would find it: the same document lies in the clear on the PC.
  const local = filesBelow(join(office.root, 'tu', 'documents'));
  const found = local.some((file) =>
    readFileSync(join(office.root, 'tu', 'documents', file)).includes(Buffer.from(CANARY)),
  );
  expect(found).toBe(true);
});

it('takes nothing that was sealed with another key, and says so', async () => {
  const office = testOffice();
  const { tu, head } = await singingOffice(office);
  const before = (await head.call('letters.queue', { box: 'all', offset: 0, limit: 50 })).total;
  const { letterId } = await register(tu, (await tu.call('office.status', undefined)).positions[1]?.id ?? '');
  await tu.sync();
  // Somebody without the office key puts files of the right shape in place of every new one.
  for (const file of filesBelow(office.share)) {
    if (!/\/(heads|logs)\//.test(file)) continue;
    const path = join(office.share, file);
    const bytes = readFileSync(path);
    const cipher = createCipheriv('aes-256-gcm', randomBytes(32), bytes.subarray(14, 26));
    const forged = Buffer.concat([
      cipher.update(bytes.subarray(26, -16)),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 26), forged]));
  }
  await head.sync();
  const after = await head.call('letters.queue', { box: 'all', offset: 0, limit: 50 });
  expect(after.total).toBe(before);
  expect(after.rows.map((row) => row.id)).not.toContain(letterId);
  expect((await head.call('sync.status', undefined)).alerts.length).toBeGreaterThan(0);
});

it(
  'never lets a flipped byte of the share reach the store, and reports each',
  { timeout: 180_000 },
  async () => {
    const office = testOffice();
    const { tu, headPosition } = await singingOffice(office);
    const reader = await office.open('reader');
    await enrol(office, tu, reader, { name: 'Pembaca', title: 'Petugas TU', role: 'tu' });
    const [user] = (await reader.call('session.state', undefined)).users;
    await reader.engine.close();
    // What the reader has not seen: a letter with its document, and a disposition.
    const { letterId } = await register(tu, headPosition, { subject: 'Surat baru' });
    await tu.sync();
    const honest = await tu.call('letters.show', { letter: letterId });

    /** The reader's PC on a copy of the share with one byte flipped; answers what it saw. */
    async function read(label: string, file: string | null, at: number) {
      const share = join(office.root, `share-${label}`);
      cpSync(office.share, share, { recursive: true });
      cpSync(join(office.root, 'reader'), join(office.root, `reader-${label}`), { recursive: true });
      if (file !== null) {
        const bytes = readFileSync(join(share, file));
        const place = Math.floor(at * bytes.length);
        bytes[place] = (bytes[place] ?? 0) ^ 1;
        writeFileSync(join(share, file), bytes);
      }
      const pc = await office.open(`reader-${label}`, {
        machineId: 'reader',
        shareFs: () => new NodeShareFs(share),
      });
      await pc.call('session.unlock', { user: user?.user ?? '', passphrase: PASSPHRASE });
      await pc.sync();
      const shown = await pc.engine.call('letters.show', { letter: letterId });
      const { alerts } = await pc.call('sync.status', undefined);
      await pc.engine.close();
      return { shown, alerts };
    }

    const clean = await read('clean', null, 0);
    expect(clean.alerts).toEqual([]);
    expect(clean.shown).toMatchObject({ ok: true, value: { subject: 'Surat baru', documentHere: true } });

    const fresh = filesBelow(office.share).filter((file) => /\/(heads|logs|blobs)\//.test(file));
    let harmed = 0;
    for (const [index, file] of fresh.entries()) {
      for (const at of [0, 0.1, 0.5, 0.999]) {
        const { shown, alerts } = await read(`${index}-${at * 1000}`, file, at);
        const missed = !shown.ok || !shown.value.documentHere;
        // A file that the reader had no need to read again changes nothing; every other one is named in an alert.
        if (missed) {
          harmed += 1;
          expect(alerts.map((alert) => alert.params['file'])).toContain(file);
        }
        if (shown.ok)
          expect({ ...shown.value, timeline: [], documentHere: true }).toEqual(
            forReader(honest, shown.value),
          );
      }
    }
    // The new head, segment and document, at each of the four places.
    expect(harmed).toBe(12);
  },
);

/** The honest view with what depends on who looks taken from the reader's own. */
function forReader(honest: LetterView, seen: LetterView): LetterView {
  const { acting, actions, myDisposition, delivery, due, receivedBy } = seen;
  return {
    ...honest,
    acting,
    actions,
    myDisposition,
    delivery,
    due,
    receivedBy,
    timeline: [],
    documentHere: true,
  };
}
