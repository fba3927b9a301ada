import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import type { OfficeView } from '#core/contract/answers.ts';
import type { LetterRow, LetterView } from '#core/contract/views.ts';

import { cliOffice, documentOf, runCli } from './cli-runner.ts';
import type { CliPc } from './cli-runner.ts';
import { samplePdf } from './office-pcs.ts';

const TU = 'rahasia sekali 42';
const HEAD = 'kepala dinas 9876';

async function positionOf(pc: CliPc, title: string): Promise<string> {
  const { positions } = await pc.do<OfficeView>('office', 'status');
  return positions.find((position) => position.title === title)?.id ?? '';
}

/** An office of two PCs, made by commands alone. */
async function twoPcs() {
  const office = cliOffice();
  const tu = office.pc('tu', TU);
  const head = office.pc('head', HEAD);
  const kit = join(office.root, 'kit.txt');
  const created = await tu.do(
    ...['office', 'create', '--share', office.share, '--name', 'Dinas Kominfo', '--kit', kit],
    ...['--admin', 'Endang Susilowati|Arsiparis|', '--unit', 'Bidang TIK', 'Bidang Statistik'],
    ...['--agenda-start', '1284'],
  );
  expect(Object.keys(created)).toEqual(['officeId', 'userId', 'deviceId']);
  expect(readFileSync(kit, 'utf8')).toContain('Dinas Kominfo');
  const { code } = await tu.do(
    'office',
    'invite',
    '--person',
    'Bambang|Kepala Dinas|197304011998031004',
    '--role',
    'pimpinan',
  );
  const joined = await head.do('office', 'join', '--share', office.share, '--code', code ?? '');
  expect(joined).toMatchObject({ state: 'pending', digits: expect.stringMatching(/^\d{6}$/) });
  const asking = await tu.do<{ digits: string }[]>('office', 'admit');
  expect(asking.map(({ digits }) => digits)).toEqual([joined['digits']]);
  expect(await tu.do<unknown[]>('office', 'admit', '--all')).toHaveLength(1);
  expect(await head.do('sync', '--once')).toMatchObject({ share: 'online', pending: 0, quarantined: 0 });
  expect(await head.do('office', 'status')).toMatchObject({ state: 'enrolled' });
  expect(await tu.do('sync')).toMatchObject({ ingested: 1 });
  return { office, tu, head };
}

/** Some forty processes, each a third of a second on an idle machine. */
const TIMEOUT = 180_000;

it(
  'takes a letter and a memo through an office of two PCs by commands alone, and both PCs agree',
  { timeout: TIMEOUT },
  async () => {
    const { office, tu, head } = await twoPcs();
    const scan = join(office.root, 'undangan.pdf');
    writeFileSync(scan, samplePdf('Undangan rapat koordinasi'));
    const tuPosition = await positionOf(tu, 'Arsiparis');
    const headPosition = await positionOf(tu, 'Kepala Dinas');

    const from = ['--from', 'Sekretariat Daerah', '--number', '005/1', '--date', '2026-10-06'];
    const added = await tu.do<{ letterId: string; agendaNumber: number }>(
      ...['letter', 'add', scan, ...from, '--subject', 'Undangan rapat', '--urgency', 'segera'],
    );
    expect(added).toEqual({ letterId: expect.stringMatching(/^let_/), agendaNumber: 1284 });
    const { letterId } = added;
    const again = await tu.try('letter', 'add', scan, ...from, '--subject', 'Undangan rapat');
    expect(again.code).toBe(1);
    expect(documentOf(again)).toMatchObject({ error: { code: 'act-already-done', duplicateOf: letterId } });
    await tu.do('sync');
    await head.do('sync');
    const tasks = await head.do<LetterRow[]>('letter', 'list', '--box', 'todo');
    expect(tasks).toMatchObject([{ id: letterId, agenda: '1284/2026', task: 'dispose' }]);

    // The words of a document that came over the share are found, though the process that fetched it has ended.
    const found = await head.do<LetterRow[]>('letter', 'list', '--query', 'koordinasi');
    expect(found.map(({ id }) => id)).toEqual([letterId]);

    const disposed = await head.do(
      ...['letter', 'dispose', letterId, '--to', tuPosition, '--instruction', 'tindaklanjuti', 'wakili'],
      ...['--note', 'Mohon segera', '--due', '2099-12-01'],
    );
    expect(disposed).toEqual({
      eventId: expect.stringMatching(/^[0-9a-f]{64}$/),
      dispositionId: expect.stringMatching(/^dsp_/),
    });
    const second = await head.do('letter', 'dispose', letterId, '--to', tuPosition);
    const ambiguous = await head.try('letter', 'recall', letterId);
    expect([ambiguous.code, ambiguous.err]).toEqual([
      2,
      expect.stringContaining(second['dispositionId'] ?? ''),
    ]);
    await head.do('letter', 'recall', letterId, '--disposition', second['dispositionId'] ?? '');
    await head.do('sync');
    await tu.do('sync');
    await tu.do('letter', 'acknowledge', letterId);
    await tu.do('letter', 'follow-up', letterId, '--note', 'Sudah dihadiri', '--file', scan);
    await tu.do('letter', 'finish', letterId);

    const memo = await tu.do(
      ...[
        'letter',
        'add',
        scan,
        '--kind',
        'officialMemo',
        '--subject',
        'Permohonan narasumber',
        '--number',
        '900/1',
      ],
      ...['--to', headPosition, '--approver', tuPosition, '--signatory', tuPosition, headPosition],
    );
    const memoId = memo['letterId'] ?? '';
    await tu.do('letter', 'approve', memoId);
    const early = await head.try('letter', 'sign', memoId);
    expect(documentOf(early)).toMatchObject({ error: { code: 'letter-not-found' } });
    await tu.do('letter', 'sign', memoId);
    await tu.do('sync');
    await head.do('sync');
    const signed = await head.do<{ sha256: string }>('letter', 'sign', memoId);
    await head.do('sync');
    await tu.do('sync');

    const shown = await tu.do<LetterView>('letter', 'show', memoId);
    expect(shown).toMatchObject({ document: { sha256: signed.sha256 }, memo: { stage: 'issued' } });
    expect((await head.do<LetterView>('letter', 'show', letterId)).status).toBe('done');
    const file = join(tu.dir, 'documents', signed.sha256.slice(0, 2), `${signed.sha256}.pdf`);
    const verified = await tu.do<object[]>('pdf', 'verify', file);
    expect(verified).toMatchObject([
      {
        verdict: 'valid',
        signatures: [
          {
            field: 'TTD-1',
            signer: 'Endang Susilowati',
            integrity: 'intact',
            level: 'B-B',
            trust: 'trusted',
          },
          { field: 'TTD-2', signer: 'Bambang', integrity: 'intact', level: 'B-B', trust: 'trusted' },
        ],
      },
    ]);

    const [dump, other] = [await tu.try('store', 'dump'), await head.try('store', 'dump')];
    expect(documentOf(dump)).toMatchObject({ format: 'nirkertas-dump' });
    expect(dump.out).toContain(letterId);
    expect(dump.out).toBe(other.out);

    expect(await tu.do('log', 'verify')).toMatchObject({ logs: 2, blobs: 4, findings: [], scope: 'store' });
    expect(await head.do('log', 'verify', '--share', office.share)).toMatchObject({
      findings: [],
      scope: 'store-and-share',
    });
    const stranger = await runCli(['--json', 'log', 'verify', '--share', office.share]);
    expect(documentOf(stranger)).toMatchObject({ logs: 2, blobs: 4, findings: [], scope: 'frames' });
    expect(stranger.err).toContain('Tanpa kunci kantor');
    expect(stranger.code).toBe(0);
    const checks = await tu.do<{ check: string; state: string; message: string }[]>('doctor');
    expect(checks.filter(({ state }) => state !== 'ok')).toEqual([]);
  },
);
