import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openEngine } from '#main/engine/engine.ts';
import { keyRing, officeKeyFrom } from '#main/engine/keys/office-key.ts';
import { generateSigningKey, sign } from '#main/engine/keys/signing-key.ts';
import type { SigningKey } from '#main/engine/keys/signing-key.ts';
import { encodeEntry } from '#main/engine/log/entry-codec.ts';
import { headName, segmentName } from '#main/engine/log/file-names.ts';
import { encodeHeadFile } from '#main/engine/log/head-file.ts';
import { signHead } from '#main/engine/log/head.ts';
import { letterIdAt } from '#main/engine/log/letter-id.ts';
import { logIdOf } from '#main/engine/log/log-id.ts';
import { encodeSegment } from '#main/engine/log/segment.ts';
import { pinnedGenesis } from '#main/engine/office/open-office.ts';
import { officePaths } from '#main/engine/share/layout.ts';
import { officeKeys } from '#main/engine/store/identities.ts';

import type { Pinned } from './reading-pc.ts';
import { SEEDED_PASSPHRASE } from './seeded-office.ts';

/** Entries of one segment: what some weeks of a PC make, so that a share of a million entries has some hundred files. */
const SEGMENT = 1000;
/** Acts on one letter, each by another PC: registered, read, disposed, acknowledged, reported, finished and two more. */
const ACTS = 8;

interface SyntheticLog {
  readonly id: string;
  readonly key: SigningKey;
  seq: number;
  hash: string | null;
  version: number;
  pending: Buffer[];
  readonly segments: string[];
}

/**
 * An office of one person on `logs` PCs with about `entries` entries on its share: letters that are registered on one PC
 * and dealt with on seven others, each act naming the one before it, so that no log can be taken in by itself. Written
 * as files directly; everything in them is signed and chained as real ones are.
 */
export async function syntheticShare(
  folder: string,
  { logs: logCount, entries: wanted }: { readonly logs: number; readonly entries: number },
): Promise<Pinned & { readonly share: string; readonly entries: number; readonly letters: number }> {
  const share = join(folder, 'share');
  mkdirSync(share, { recursive: true });
  const opened = await openEngine(
    { dir: join(folder, 'pc'), share: null, demo: false, appVersion: '0' },
    { background: false },
  );
  if (!opened.ok) throw new Error(opened.error.code);
  const engine = opened.value;
  const created = await engine.call('office.create', {
    share,
    name: 'Dinas Komunikasi dan Informatika',
    letterhead: [],
    admin: { name: 'Endang Susilowati', title: 'Arsiparis', nip: '' },
    units: [],
    kit: join(folder, 'kit.txt'),
    passphrase: SEEDED_PASSPHRASE,
    deviceName: 'TU-01',
    agendaStart: 1,
  });
  if (!created.ok) throw new Error(created.error.code);
  await engine.call('sync.now', undefined);
  const runtime = engine.state.office;
  const genesis = runtime === null ? null : pinnedGenesis(runtime.db);
  const userKeys = runtime?.session?.userKeys ?? null;
  if (runtime === null || genesis === null || userKeys === null) throw new Error('no office');
  const keys = officeKeys(runtime.db).map((row) => officeKeyFrom(row.key));
  const [key] = keys;
  if (key === undefined) throw new Error('no key');
  const office = { officeId: genesis.officeId, keys: keyRing(key) };
  const paths = officePaths(genesis.officeId);
  const roster = runtime.roster.current().at;
  const [position] = [...runtime.roster.current().positions.keys()];
  const { user } = runtime.session ?? { user: '' };
  const signer = {
    officeId: genesis.officeId,
    sign: (payload: Uint8Array) => sign(userKeys.sign, payload),
  };
  let written = 0;
  let time = Date.now() - 300 * 24 * 3600 * 1000;

  function put(path: string, bytes: Uint8Array): void {
    mkdirSync(join(share, path, '..'), { recursive: true });
    writeFileSync(join(share, path), bytes);
  }

  function closeSegment(log: SyntheticLog): void {
    if (log.pending.length === 0 || log.hash === null) return;
    const from = log.seq - log.pending.length + 1;
    log.version += 1;
    const head = signHead(office.officeId, { version: log.version, seq: log.seq, hash: log.hash }, log.key);
    const sealed = encodeSegment(office, { log: log.id, from, to: log.seq }, head, log.pending);
    const name = segmentName(from, log.seq, sealed);
    put(paths.segment(log.id, name), sealed);
    log.segments.push(name);
    log.pending = [];
  }

  function append(
    log: SyntheticLog,
    act: { readonly type: string; readonly subject: string | null; readonly body: Record<string, unknown> },
    after: SyntheticLog | null,
    binds: boolean,
  ): void {
    time += 20_000;
    const deps =
      after === null || after === log || after.hash === null
        ? []
        : [{ log: after.id, seq: after.seq, hash: after.hash }];
    const entry = encodeEntry(
      {
        v: 0,
        log: log.id,
        seq: log.seq + 1,
        prev: log.hash,
        deps,
        roster,
        time,
        actor: { user, position: act.subject === null ? null : (position ?? null), standing: 'definitive' },
        ...act,
        basis: [],
      },
      binds ? signer : undefined,
    );
    if (!entry.ok) throw new Error(entry.code);
    log.seq += 1;
    log.hash = entry.value.hash;
    log.pending.push(Buffer.from(entry.value.bytes));
    written += 1;
    if (log.pending.length >= SEGMENT) closeSegment(log);
  }

  const logs = Array.from({ length: logCount }, (_, index): SyntheticLog => {
    const logKey = generateSigningKey();
    const log: SyntheticLog = {
      id: logIdOf(logKey.public) ?? '',
      key: logKey,
      seq: -1,
      hash: null,
      version: 0,
      pending: [],
      segments: [],
    };
    const device = `dev_${index.toString().padStart(16, '0')}`;
    const body = { key: logKey.public, device, deviceName: `PC-${index}`, machine: 'a'.repeat(64) };
    append(log, { type: 'log.opened', subject: null, body }, null, true);
    return log;
  });
  const at = (index: number): SyntheticLog => {
    const log = logs[index % logs.length];
    if (log === undefined) throw new Error('no log');
    return log;
  };
  const hex = (n: number) => n.toString(16).padStart(64, '0');
  const digits = (n: number) => n.toString().padStart(16, '0');
  const letters = Math.floor((wanted - logCount) / ACTS);
  for (let n = 0; n < letters; n += 1) {
    const first = at(n);
    const subject = letterIdAt(first.id, first.seq + 1);
    const disposition = `dsp_${digits(n)}`;
    const part = { position, disposition };
    const acts: readonly (readonly [string, Record<string, unknown>])[] = [
      [
        'letter.registered',
        {
          kind: 'incomingLetter',
          from: `Sekretariat Daerah ${n % 400}`,
          number: `000.8.6.3/${n}/SETDA`,
          date: '2026-03-02',
          subject: `Undangan rapat koordinasi bukti dukung SPBE nomor ${n}`,
          securityClass: 'biasa',
          urgency: 'biasa',
          enclosure: '1 (satu) berkas',
          receivedAt: time,
          classification: '000.8',
          document: { sha256: hex(n), size: 204_800, mime: 'application/pdf', name: 'surat.pdf', pages: 2 },
          forwardTo: position,
        },
      ],
      ['letter.read', { position, disposition: null }],
      [
        'letter.disposed',
        {
          disposition,
          parent: null,
          instructions: ['tindaklanjuti'],
          note: 'Mohon segera ditindaklanjuti sesuai ketentuan',
          due: null,
          recipients: [{ position, instructions: ['tindaklanjuti'], note: '', due: null, custom: false }],
        },
      ],
      ['letter.acknowledged', part],
      [
        'letter.followed-up',
        { ...part, note: 'Sudah dikoordinasikan dengan bidang terkait', attachments: [] },
      ],
      ['letter.followed-up', { ...part, note: 'Bahan paparan sudah disiapkan', attachments: [] }],
      ['letter.corrected', { enclosure: '2 (dua) berkas' }],
      ['letter.finished', { ...part, note: 'Selesai' }],
    ];
    let before: SyntheticLog | null = null;
    for (const [index, [type, body]] of acts.entries()) {
      const log = at(n + index * 7);
      append(log, { type, subject, body }, before, false);
      before = log;
    }
  }
  for (const log of logs) {
    closeSegment(log);
    if (log.hash === null) continue;
    const head = signHead(office.officeId, { version: log.version, seq: log.seq, hash: log.hash }, log.key);
    const sealed = encodeHeadFile(office, { head, segments: log.segments });
    put(paths.head(headName(log.id, log.version, sealed)), sealed);
  }
  await engine.close();
  return { genesis, keys, share, entries: written, letters };
}
