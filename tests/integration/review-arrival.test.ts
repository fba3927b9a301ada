import { expect, it } from 'vitest';

import { parseEntry } from '#main/engine/log/entry-codec.ts';
import { ingest } from '#main/engine/office/ingest.ts';
import type { Batch } from '#main/engine/office/ingest.ts';
import { entriesOfLog } from '#main/engine/store/entries.ts';
import { allLogs, findLog } from '#main/engine/store/logs.ts';

import { disposeInput, enrol, register, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

function officeOn(pc: Pc) {
  const { office } = pc.engine.state;
  if (office === null) throw new Error('no office');
  return office;
}

/** What `to` lacks of the log of `from`'s person, as a poll would hand it over. */
function newsFor(to: Pc, from: Pc): Batch {
  const { db, session } = officeOn(from);
  const log = findLog(db, session?.log ?? '');
  if (log === undefined || log.hash === null) throw new Error('no log');
  const known = findLog(officeOn(to).db, log.log)?.seq ?? -1;
  const entries = entriesOfLog(db, log.id, known + 1, 1000).map((row) => {
    const parsed = parseEntry(row.bytes);
    if (!parsed.ok) throw new Error(parsed.code);
    return parsed.value;
  });
  return {
    log: log.log,
    entries,
    head: {
      log: log.log,
      key: log.public_key?.toString('base64url') ?? '',
      version: log.head_version,
      seq: log.seq,
      hash: log.hash,
      signature: log.head_signature?.toString('base64url') ?? '',
    },
  };
}

const stateOn = (pc: Pc, letter: string) =>
  officeOn(pc)
    .db.prepare('SELECT state FROM letter_states JOIN letters ON row = letter_row WHERE id = ?')
    .get(letter);

it('folds concurrent acts alike, whichever log is met first when they were all waiting for one entry', async () => {
  const office = testOffice();
  const { tu, head, headPosition } = await twoPcs(office);
  const tik = await office.open('tik');
  const tikPosition = await enrol(office, tu, tik, { name: 'Arif', title: 'Kabid TIK', role: 'pejabat' });
  const sek = await office.open('sek');
  const sekPosition = await enrol(office, tu, sek, { name: 'Ratna', title: 'Sekretaris', role: 'pejabat' });
  const { letterId } = await register(tu, headPosition);
  await tu.sync();
  await head.sync();
  const { disposition } = await head.call(
    'letters.dispose',
    disposeInput(letterId, null, tikPosition, sekPosition),
  );
  await head.sync();
  for (const pc of [tu, tik, sek, head]) await pc.sync();

  // Both recipients act on what TU wrote last; the head hears of them before hearing of TU.
  await tu.call('letters.correct', { letter: letterId, enclosure: '1 berkas' });
  await tu.sync();
  await tik.sync();
  await sek.sync();
  const place = (pc: Pc) =>
    allLogs(officeOn(head).db).findIndex((log) => log.log === officeOn(pc).session?.log);
  const [first, second] = place(tik) < place(sek) ? [tik, sek] : [sek, tik];
  for (const note of ['satu', 'dua', 'tiga']) {
    await first.call('letters.follow-up', { letter: letterId, disposition, note, attachments: [] });
  }
  await second.call('letters.follow-up', { letter: letterId, disposition, note: 'sendiri', attachments: [] });

  for (const [pc, from] of [
    [head, first],
    [head, second],
    [head, tu],
    [tu, second],
    [tu, first],
  ] as const) {
    ingest(officeOn(pc), newsFor(pc, from));
  }
  expect(stateOn(head, letterId)).toEqual(stateOn(tu, letterId));
});
