import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';

import type { OfficeError, Result } from '#core/contract/result.ts';
import { errorSentences } from '#core/words/error-sentences.ts';
import { openEngine } from '#main/engine/engine.ts';
import { plainFileName } from '#main/engine/office/intake.ts';

import {
  PASSPHRASE,
  enrol,
  officeInput,
  refusal,
  register,
  samplePdf,
  testOffice,
  twoPcs,
  value,
} from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

/** The error of a refused call, after checking that both languages say what happened, what is safe, what to do. */
async function told(result: Promise<Result<unknown>>): Promise<OfficeError> {
  const settled = await result;
  if (settled.ok) throw new Error('it was accepted');
  for (const language of ['id', 'en'] as const) {
    const { what, safe, todo } = errorSentences(language, settled.error);
    for (const sentence of [what, safe, todo]) {
      expect(sentence.length, `${settled.error.code} in ${language}`).toBeGreaterThan(10);
      expect(sentence, 'every placeholder is filled').not.toMatch(/\{\w+\}/);
    }
  }
  return settled.error;
}

const isRoot = process.getuid?.() === 0;

/** A small file system of its own; null, with the reason printed, where this test may not mount one. */
function mountSmall(megabytes: number, options = ''): string | null {
  const at = mkdtempSync(join(tmpdir(), 'nirkertas-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m${options}`, 'tmpfs', at], {
      stdio: 'pipe',
    });
  } catch {
    process.stdout.write('skipped: mounting a tmpfs needs root and the right to mount\n');
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', at]);
    rmSync(at, { recursive: true, force: true });
  });
  return at;
}

async function clerk(): Promise<Pc> {
  const office = testOffice();
  const tu = await office.open('tu');
  await tu.call('office.create', officeInput(office));
  return tu;
}

const stage = (pc: Pc, name: string, bytes: Uint8Array) =>
  pc.engine.call('intake.stage', { files: [{ name, bytes }] });

describe('a file that cannot be a letter', () => {
  const pdf = Buffer.from(samplePdf());
  const withEncrypt = Buffer.from(
    pdf.toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 >>'),
    'latin1',
  );
  it.each([
    ['is empty', 'kosong.pdf', new Uint8Array(0), 'file-empty'],
    ['is a text called PDF', 'surat.pdf', Buffer.from('Dengan hormat, bersama ini'), 'file-not-document'],
    [
      'is a program called PDF',
      'surat.pdf',
      Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]),
      'file-not-document',
    ],
    [
      'is an archive called JPG',
      'foto.jpg',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500)]),
      'file-not-document',
    ],
    ['is encrypted', 'LHP_final.pdf', withEncrypt, 'pdf-encrypted'],
    ['ends in the middle', 'potong.pdf', pdf.subarray(0, pdf.length - 120), 'pdf-damaged'],
    ['is a picture that ends in the middle', 'foto.png', readPng().subarray(0, 60), 'image-damaged'],
  ])('%s', async (_what, name, bytes, code) => {
    const tu = await clerk();
    const error = await told(stage(tu, name, bytes));
    expect(error.code).toBe(code);
    expect(await tu.call('intake.list', undefined)).toEqual([]);
    expect(readdirSync(tu.dir)).not.toContain('staged');
  });

  it('is 200 MB: refused without being read', async () => {
    const tu = await clerk();
    const path = join(tu.dir, 'besar.pdf');
    writeFileSync(path, pdf);
    truncateSync(path, 200 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const error = await told(tu.engine.call('intake.stage', { files: [{ path }] }));
    expect(error).toMatchObject({ code: 'file-too-large', params: { megabytes: 200 } });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('is gone, or is a folder', async () => {
    const tu = await clerk();
    for (const path of [join(tu.dir, 'tidak-ada.pdf'), tu.dir]) {
      const error = await told(tu.engine.call('intake.stage', { files: [{ path }] }));
      expect(error.code).toBe('file-unreadable');
    }
  });
});

/** A chunk of a PNG: length, type, data, CRC (PNG specification, 5.3). */
function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A grey picture of 40 by 60 points. */
function readPng(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(40, 0);
  header.writeUInt32BE(60, 4);
  header[8] = 8;
  const rows = Buffer.alloc(60 * 41, 0x80);
  for (let row = 0; row < 60; row += 1) rows[row * 41] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', new Uint8Array(0)),
  ]);
}

describe('a file whose name is odd', () => {
  it('is taken by its content when the ending lies, and says so', async () => {
    const tu = await clerk();
    const staged = await value(stage(tu, 'pindaian.pdf', readPng()));
    expect(staged).toMatchObject({ from: 'image', misnamed: true, name: 'pindaian.pdf' });
  });

  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\TU\\surat: penting?.PDF', 'surat penting.pdf'],
    ['undangan 😀 rapat.pdf', 'undangan 😀 rapat.pdf'],
    ['\u202Efdp.exe', 'fdp.exe.pdf'],
    ['   .pdf', 'pdf.pdf'],
    ['', 'dokumen.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(plainFileName(given)).toBe(kept);
  });

  it('has 300 characters: shortened, taken, registered and read by another PC', async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    const name = `${'é😀/a'.repeat(75)}.pdf`;
    const staged = await value(stage(tu, name, samplePdf('panjang')));
    expect([...staged.name].length).toBeLessThanOrEqual(120);
    const { letterId } = await register(tu, headPosition, { pdf: samplePdf('nama panjang') });
    await tu.call('letters.attach', { letter: letterId, staged: staged.id });
    await tu.sync();
    await head.sync();
    const { attachments } = await head.call('letters.show', { letter: letterId });
    expect(attachments.map((a) => a.name)).toEqual([staged.name]);
  });
});

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
    const join = (typed: string, pc = joiner) =>
      pc.engine.call('office.join', {
        share: office.share,
        code: typed,
        passphrase: PASSPHRASE,
        deviceName: 'PC',
      });
    const last = code.at(-1) === 'A' ? 'B' : 'A';
    expect((await told(join('halo'))).code).toBe('code-wrong');
    expect((await told(join(`${code.slice(0, -1)}${last}`))).code).toBe('code-wrong');
    expect((await told(join(elsewhere.code))).code).toBe('share-foreign');
    const late = await office.open('late', { clock: () => expires + 1000 });
    expect((await told(join(code, late))).code).toBe('code-expired');
    expect((await joiner.call('session.state', undefined)).state).toBe('none');
    await value(join(code.toLowerCase().replaceAll('-', ' ')));
    const second = await office.open('second');
    expect((await told(join(code, second))).code).toBe('code-used');
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
    const join = async (name: string, code: string) => {
      const pc = await office.open(name);
      return {
        pc,
        joined: await pc.call('office.join', {
          share: office.share,
          code,
          passphrase: PASSPHRASE,
          deviceName: name,
        }),
      };
    };
    const before = new Set(readdirSync(joinFiles(office.share)));
    await join('staf1', one.code);
    await join('staf2', two.code);
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

it('mentions that some cases need root', () => {
  if (!isRoot)
    process.stdout.write('skipped: full disk, full share and read-only share need root to mount\n');
  expect(typeof isRoot).toBe('boolean');
});

it.each(['office.invite', 'letters.dispose'] as const)(
  '%s refuses input of the wrong shape',
  async (method) => {
    const tu = await clerk();
    // A caller without types, as a broken page would be.
    const call: (name: string, input: unknown) => Promise<Result<unknown>> = tu.engine.call;
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
