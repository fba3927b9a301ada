import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';

import { openEngine } from '#main/engine/engine.ts';

import { officeInput, register, samplePdf, testOffice, twoPcs, value } from './office-pcs.ts';
import { mountSmall, told } from './refusals.ts';

describe('disks and shares that refuse', () => {
  it('a read-only share: no office is made on it, and an office that has one goes on', async () => {
    const readOnly = mountSmall(4, ',ro');
    if (readOnly === null) return;
    const office = testOffice();
    const tu = await office.open('tu');
    const error = await told(tu.engine.call('office.create', officeInput(office, { share: readOnly })));
    expect(error.code).toBe('share-read-only');
    expect((await tu.call('session.state', undefined)).state).toBe('none');

    const share = mountSmall(16);
    if (share === null) return;
    const other = testOffice();
    const pc = await other.open('tu');
    await pc.call('office.create', officeInput(other, { share }));
    await pc.sync();
    execFileSync('mount', ['-o', 'remount,ro', share]);
    const { positions } = await pc.call('office.status', undefined);
    const { letterId } = await register(pc, positions[0]?.id ?? '');
    expect((await pc.sync()).share).toBe('read-only');
    expect((await pc.call('sync.status', undefined)).problem?.code).toBe('share-read-only');
    expect((await pc.call('letters.show', { letter: letterId })).delivery).toBe('local');
    execFileSync('mount', ['-o', 'remount,rw', share]);
    await pc.sync();
    expect((await pc.call('letters.show', { letter: letterId })).delivery).toBe('onShare');
  });

  it('a full share keeps the letter here, leaves no pile of temps, and goes on when there is room', async () => {
    const share = mountSmall(1);
    if (share === null) return;
    const office = testOffice();
    const tu = await office.open('tu');
    await tu.call('office.create', officeInput(office, { share }));
    await tu.sync();
    const filler = join(share, 'penuh.bin');
    try {
      writeFileSync(filler, Buffer.alloc(2 * 1024 * 1024));
    } catch {
      // Full is what it should be.
    }
    const { positions } = await tu.call('office.status', undefined);
    const { letterId } = await register(tu, positions[0]?.id ?? '');
    for (let pass = 0; pass < 4; pass += 1) expect((await tu.sync()).share).toBe('full');
    expect((await tu.call('sync.status', undefined)).problem?.code).toBe('share-full');
    const [folder = ''] = readdirSync(share).filter((name) => name.startsWith('nirkertas-'));
    expect(readdirSync(join(share, folder, 'tmp'))).toEqual([]);
    rmSync(filler);
    expect((await tu.sync()).share).toBe('online');
    expect((await tu.call('letters.show', { letter: letterId })).delivery).toBe('onShare');
  });

  it('a full disk of this PC refuses the letter whole, and takes it when there is room', async () => {
    const disk = mountSmall(4);
    if (disk === null) return;
    const office = testOffice();
    const dir = join(disk, 'data');
    const engine = await value(
      openEngine({ dir, share: null, demo: false, appVersion: '0' }, { background: false, machineId: 'tu' }),
    );
    onTestFinished(() => engine.close());
    await value(engine.call('office.create', officeInput(office)));
    const { positions } = await value(engine.call('office.status', undefined));
    const staged = await value(
      engine.call('intake.stage', { files: [{ name: 'scan.pdf', bytes: samplePdf('sebelum penuh') }] }),
    );
    const filler = join(disk, 'penuh.bin');
    try {
      writeFileSync(filler, Buffer.alloc(8 * 1024 * 1024));
    } catch {
      // Full is what it should be.
    }
    const fields = {
      staged: staged.id,
      from: 'Setda',
      number: '1',
      date: null,
      subject: 'Surat saat disk penuh',
      securityClass: 'biasa' as const,
      urgency: 'biasa' as const,
      enclosure: '',
      receivedAt: Date.now(),
      classification: '',
      forwardTo: positions[0]?.id ?? '',
      duplicateSeen: false,
    };
    const error = await told(engine.call('letters.register', fields));
    expect(error.code).toBe('disk-full');
    const box = { box: 'all' as const, offset: 0, limit: 10 };
    expect((await value(engine.call('letters.queue', box))).total).toBe(0);
    rmSync(filler);
    await value(engine.call('letters.register', fields));
    expect((await value(engine.call('letters.queue', box))).rows).toMatchObject([
      { subject: 'Surat saat disk penuh' },
    ]);
  });

  it('an absent share is offline, and nothing is made in its place', async () => {
    const office = testOffice();
    const { tu, headPosition } = await twoPcs(office);
    rmSync(office.share, { recursive: true });
    await register(tu, headPosition);
    expect((await tu.sync()).share).toBe('offline');
    expect(readdirSync(office.root)).not.toContain('share');
    mkdirSync(office.share);
    expect((await tu.sync()).share).toBe('offline');
    expect(readdirSync(office.share)).toEqual([]);
  });
});

describe('a data folder', () => {
  it('of a newer version is refused and not touched', async () => {
    const office = testOffice();
    const tu = await office.open('tu');
    await tu.call('office.create', officeInput(office));
    await tu.engine.close();
    const file = join(tu.dir, 'office.sqlite');
    const db = new Database(file);
    db.pragma('user_version = 99');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = readFileSync(file);
    const error = await told(openEngine({ dir: tu.dir, share: null, demo: false, appVersion: '0' }));
    expect(error.code).toBe('store-newer');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('that is open elsewhere says who holds it', async () => {
    const office = testOffice();
    const tu = await office.open('tu', { holder: 'Nirkertas di meja TU' });
    const error = await told(openEngine({ dir: tu.dir, share: null, demo: false, appVersion: '0' }));
    expect(error.code).toBe('store-in-use');
    expect(error.params?.['holder']).toContain('Nirkertas di meja TU');
  });

  it('with a damaged store is refused with the first fault', async () => {
    const office = testOffice();
    const { tu, headPosition } = await twoPcs(office);
    for (let n = 0; n < 5; n += 1) await register(tu, headPosition);
    await tu.engine.close();
    const file = join(tu.dir, 'office.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 8192, bytes.length - 4096);
    writeFileSync(file, bytes);
    expect((await told(openEngine({ dir: tu.dir, share: null, demo: false, appVersion: '0' }))).code).toBe(
      'store-damaged',
    );
  });
});
