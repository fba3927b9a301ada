import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import type { OfficeView, QuarantineView } from '#core/contract/answers.ts';
import { decodeAuditCode } from '#main/engine/keys/audit-code.ts';

import { cliOffice, documentOf, runCli } from './cli-runner.ts';
import { samplePdf } from './office-pcs.ts';

const TU = 'rahasia sekali 42';
const HEAD = 'kepala dinas 9876';
const TIMEOUT = 240_000;

it(
  'revokes, releases, gives an audit code, and goes on from the recovery kit, by commands alone',
  { timeout: TIMEOUT },
  async () => {
    const office = cliOffice();
    const tu = office.pc('tu', TU);
    const head = office.pc('head', HEAD);
    const kit = join(office.root, 'kit.txt');
    const created = await tu.do(
      ...['office', 'create', '--share', office.share, '--name', 'Dinas Kominfo', '--kit', kit],
      ...['--admin', 'Endang Susilowati|Arsiparis|'],
    );
    const { code } = await tu.do('office', 'invite', '--person', 'Bambang|Loket|', '--role', 'tu');
    const { userId } = await head.do('office', 'join', '--share', office.share, '--code', code ?? '');
    await tu.do('office', 'admit', '--all');
    await head.do('sync', '--once');
    await tu.do('sync');

    const audit = join(office.root, 'audit.json');
    expect(await tu.do('office', 'audit-code', '--out', audit, '--reader', 'Inspektorat')).toEqual({
      file: audit,
      keys: 1,
    });
    const opened = decodeAuditCode(readFileSync(audit));
    expect(opened.ok && opened.value).toMatchObject({
      reader: 'Inspektorat',
      genesisHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const bySharesAlone = ['log', 'verify', '--share', office.share, '--audit', audit, '--json'];
    expect(documentOf(await runCli(bySharesAlone))).toMatchObject({ scope: 'share', logs: 2, findings: [] });
    const withStore = await tu.try('log', 'verify', '--share', office.share, '--audit', audit);
    expect(withStore.code).toBe(2);
    const twice = await tu.try('office', 'audit-code', '--out', audit);
    expect(documentOf(twice)).toMatchObject({ error: { code: 'audit-code-unwritable' } });
    const onShare = await tu.try('office', 'audit-code', '--out', join(office.share, 'audit.json'));
    expect(documentOf(onShare)).toMatchObject({ error: { code: 'audit-code-unwritable' } });
    const notWriter = await head.try('office', 'audit-code', '--out', join(office.root, 'other.json'));
    expect(documentOf(notWriter)).toMatchObject({ error: { code: 'not-roster-writer' } });

    const handed = await tu.try('office', 'hand-over', '--user', userId ?? '');
    expect(documentOf(handed)).toMatchObject({ error: { code: 'successor-not-admin' } });

    expect(await tu.do('office', 'revoke', '--user', userId ?? '', '--reason', 'left')).toMatchObject({
      keyClosed: true,
    });
    const scan = join(office.root, 'scan.pdf');
    writeFileSync(scan, samplePdf('Setelah ditutup'));
    const { positions } = await tu.do<OfficeView>('office', 'status');
    const forward = positions.find(({ title }) => title === 'Arsiparis')?.id ?? '';
    await head.do(
      'letter',
      'add',
      scan,
      '--from',
      'Setda',
      '--number',
      '1',
      '--date',
      '2026-10-06',
      '--subject',
      'Terlambat',
      '--forward',
      forward,
    );
    await head.do('sync');
    await tu.do('sync');
    expect(await tu.do<unknown[]>('letter', 'list', '--box', 'all')).toEqual([]);
    const [held] = await tu.do<QuarantineView[]>('office', 'quarantine');
    expect(held).toMatchObject({ user: userId, reason: 'left' });
    await tu.do(
      'office',
      'release',
      '--log',
      held?.log ?? '',
      '--seq',
      String((held?.keptSeq ?? 0) + (held?.total ?? 0)),
    );
    expect(await tu.do<unknown[]>('letter', 'list', '--box', 'all')).toHaveLength(1);

    rmSync(tu.dir, { recursive: true });
    const fresh = office.pc('fresh', 'kata sandi yang baru 55');
    const recovered = await fresh.do('office', 'recover', '--kit', kit, '--share', office.share);
    expect(recovered).toMatchObject({ officeId: created['officeId'], userId: created['userId'], term: 1 });
    expect(await fresh.do<unknown[]>('letter', 'list', '--box', 'all')).toHaveLength(1);
    await fresh.do('office', 'invite', '--person', 'Citra|Staf|', '--role', 'staf');
    expect(await fresh.do('log', 'verify')).toMatchObject({ findings: [] });
    const missing = await fresh.try('office', 'recover', '--kit', join(office.root, 'tidak ada.txt'));
    expect(documentOf(missing)).toMatchObject({ error: { code: 'file-missing' } });
  },
);
