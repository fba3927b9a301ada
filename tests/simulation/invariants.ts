import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { canonicalJson } from '#main/engine/log/canonical-json.ts';
import { dumpOffice } from '#main/engine/audit/dump.ts';
import { rebuildProjections } from '#main/engine/audit/rebuild.ts';
import { verifyStore } from '#main/engine/audit/verify-store.ts';
import { parseEntry } from '#main/engine/log/entry-codec.ts';
import { ingest } from '#main/engine/office/ingest.ts';
import { countBlobs } from '#main/engine/store/blobs.ts';
import { countWithoutEffect, rosterChain } from '#main/engine/store/entries.ts';
import { countToSend } from '#main/engine/store/outbox.ts';

import type { StoredEntry } from './ancestry.ts';
import { bindingFaults } from './binding-acts.ts';
import { judgeConflicts } from './conflict-rows.ts';
import { IndependentRoster } from './independent-roster.ts';
import type { Hostile } from './intruder.ts';
import { groundsIn, letterStates } from './letter-states.ts';
import { Replica } from './replica.ts';
import { acceptedEntries, storedEntries } from './stored-entries.ts';
import type { Violation, World } from './world.ts';

/** The whole dump of a PC, confidential letters included. */
export function dumpOf(pc: Replica): string {
  return [...dumpOffice(pc.runtime, { confidential: true })].join('');
}

interface Checked {
  readonly world: World;
  readonly hostile: Hostile;
  /** Folder of the seed, for further PCs. */
  readonly folder: string;
  /** Dumps of all PCs, in their order. */
  readonly dumps: readonly string[];
  readonly first: Replica;
  /** What the first PC has, entry by entry. */
  readonly entries: readonly StoredEntry[];
  readonly roster: IndependentRoster;
}

/** A sentence that must hold after every seed. `faults` says where it does not; an empty list is good. */
export interface Invariant {
  readonly name: string;
  /** The sentence of 3-office-log. */
  readonly sentence: string;
  readonly faults: (checked: Checked) => readonly string[] | Promise<readonly string[]>;
}

/** Whether every PC has everything and nothing is under way. */
export function isConverged(world: World): boolean {
  return world.pcs.every((pc) => waitingOf(pc).length === 0) && new Set(world.pcs.map(logEnds)).size === 1;
}

function logEnds(pc: Replica): string {
  return pc
    .logs()
    .map(({ log, seq, accepted_seq, hash }) => `${log} ${seq} ${accepted_seq} ${hash}`)
    .toSorted()
    .join('\n');
}

/** What a PC still waits for, in words. */
function waitingOf(pc: Replica): readonly string[] {
  const { db } = pc.engine.state;
  const { toUpload, awaited } = countBlobs(db);
  const counts = {
    'entries that wait': countWithoutEffect(db).waiting,
    'entries to send': countToSend(db),
    'heads to publish': pc.logs().filter((l) => l.own === 1 && l.head_version > l.published_version).length,
    'documents to upload': toUpload,
    'documents awaited': awaited,
  };
  return Object.entries(counts).flatMap(([what, count]) =>
    count === 0 ? [] : [`${pc.name}: ${count} ${what}`],
  );
}

/** Where two texts begin to differ. */
function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return `at ${at}: …${a.slice(Math.max(0, at - 80), at + 160)}… against …${b.slice(Math.max(0, at - 20), at + 160)}…`;
}

/** Takes everything into a PC that had nothing since the office began, in another order and other pieces. */
async function dumpOfOtherOrder({ world, folder, first }: Checked): Promise<string> {
  const dir = join(folder, 'other-order');
  const [name = ''] = world.office.pcs;
  cpSync(join(world.office.folder, name), dir, { recursive: true });
  const pc = new Replica({ name: 'other-order', dir, fs: first.fs, now: first.clock });
  await pc.open();
  try {
    const known = new Map(pc.logs().map((log) => [log.log, log.seq]));
    const logs = first.logs().map((log) => ({
      log,
      left: storedEntries(first).filter(
        ({ envelope }) => envelope.log === log.log && envelope.seq > (known.get(log.log) ?? -1),
      ),
    }));
    for (;;) {
      const open = logs.filter(({ left }) => left.length > 0);
      if (open.length === 0) break;
      const { log, left } = world.random.pick(open);
      const piece = left.splice(0, 1 + world.random.below(12));
      const parsed = piece.map(({ bytes }) => parseEntry(bytes)).flatMap((p) => (p.ok ? [p.value] : []));
      const last = parsed.at(-1);
      if (last === undefined) break;
      const version = log.head_version;
      const head = { log: log.log, key: '', version, seq: last.envelope.seq, hash: last.hash, signature: '' };
      ingest(pc.runtime, { log: log.log, entries: parsed, head });
    }
    return dumpOf(pc);
  } finally {
    await pc.close();
  }
}

/** All that the simulated office must keep, whatever happened to it. */
export const invariants: readonly Invariant[] = [
  {
    name: 'convergence',
    sentence: 'after faults end and enough passes all replicas converge with nothing waiting',
    faults: ({ world }) => {
      const ends = new Set(world.pcs.map(logEnds));
      const apart = ends.size === 1 ? [] : [firstDifference(...([...ends].slice(0, 2) as [string, string]))];
      return [...world.pcs.flatMap(waitingOf), ...apart];
    },
  },
  {
    name: 'equal dumps',
    sentence: 'equal entries give byte-equal canonical dumps',
    faults: ({ dumps: [one = '', ...others] }) =>
      others.filter((dump) => dump !== one).map((dump) => firstDifference(one, dump)),
  },
  {
    name: 'any arrival order',
    sentence: 'equal entries give byte-equal canonical dumps for any arrival order',
    faults: async (checked) => {
      const [one = ''] = checked.dumps;
      const other = await dumpOfOtherOrder(checked);
      return one === other ? [] : [firstDifference(one, other)];
    },
  },
  {
    name: 'the dump holds everything',
    sentence: 'changing any shared field of any entry changes the dump',
    faults: ({ world, dumps }) =>
      world.pcs.flatMap((pc, index) =>
        storedEntries(pc)
          .filter(({ hash }) => !(dumps[index] ?? '').includes(hash))
          .map(({ hash, envelope }) => `${pc.name}: ${envelope.type} ${hash} is not in the dump`),
      ),
  },
  {
    name: 'nothing acknowledged is lost',
    sentence: 'no acknowledged entry lost while a holder survives',
    faults: ({ world }) =>
      world.pcs.flatMap((pc) => {
        const here = new Set(acceptedEntries(pc).map(({ hash }) => hash));
        return [...world.acknowledged]
          .filter(([hash]) => !here.has(hash))
          .map(([hash, by]) => `${pc.name} lacks ${hash} of ${by}`);
      }),
  },
  {
    name: 'binding acts',
    sentence:
      'no effective binding act without a valid user signature on exactly that revision by one entitled at that roster position',
    faults: ({ first, entries, roster }) => bindingFaults(letterStates(first), entries, roster),
  },
  {
    name: 'forgeries',
    sentence: 'nothing forged',
    faults: ({ world, hostile }) =>
      world.pcs.flatMap((pc) => {
        const grounds = groundsIn(letterStates(pc));
        const chain = rosterChain(pc.engine.state.db).map(({ hash }) => hash);
        const accepted = acceptedEntries(pc).filter(({ hash }) => hostile.unacceptable.has(hash));
        return [
          ...[...grounds, ...chain]
            .filter((hash) => hostile.forged.has(hash))
            .map((h) => `${pc.name}: ${h} counts`),
          ...accepted.map(({ hash, envelope }) => `${pc.name}: ${envelope.type} ${hash} was accepted`),
        ];
      }),
  },
  {
    name: 'certified logs',
    sentence: 'no log accepted that is not certified',
    faults: ({ entries, roster }) =>
      entries
        .filter(({ envelope }) => envelope.seq === 0)
        .filter((entry) => {
          const { key } = entry.envelope.body;
          const raw = Buffer.from(typeof key === 'string' ? key : '', 'base64url');
          const isOwn = createHash('sha256').update(raw).digest('hex') === entry.envelope.log;
          return entry.envelope.type !== 'log.opened' || !isOwn || !roster.isSignedByActor(entry);
        })
        .map(({ envelope }) => `log ${envelope.log} of ${envelope.actor.user}`),
  },
  {
    name: 'numbers',
    sentence: 'numbers unique per series',
    faults: ({ first }) => {
      const seen = new Map<string, string>();
      return letterStates(first).flatMap(({ id, agenda }) => {
        if (agenda === null) return [];
        const number = `${agenda.number}/${agenda.year}`;
        const other = seen.get(number);
        seen.set(number, id);
        return other === undefined ? [] : [`${number} on ${other} and ${id}`];
      });
    },
  },
  {
    name: 'projections',
    sentence: 'projections equal a fresh fold',
    faults: async ({ world, hostile, dumps }) => {
      const faults: string[] = [];
      for (const [index, pc] of world.pcs.entries()) {
        const report = await verifyStore(pc.runtime);
        if (!report.ok) faults.push(`${pc.name}: ${report.error.code}`);
        else {
          const honest = report.value.findings.filter(
            ({ log }) => log === undefined || !hostile.logs.has(log),
          );
          faults.push(...honest.map((finding) => `${pc.name}: ${canonicalJson(finding)}`));
        }
        rebuildProjections(pc.runtime);
        const again = dumpOf(pc);
        if (again !== dumps[index])
          faults.push(`${pc.name} rebuilt: ${firstDifference(dumps[index] ?? '', again)}`);
      }
      return faults;
    },
  },
  {
    name: 'no canary',
    sentence: 'a canary in names, bodies and uncompressed PDFs is nowhere on the share',
    faults: ({ world }) => world.server.canaries.found().map((path) => `in ${path}`),
  },
  {
    name: 'absence',
    sentence:
      'absence is never deletion: on a share that is empty or another office’s we create and delete nothing',
    faults: ({ world }) => {
      const { empty, foreign } = world.server;
      const changed = foreign.inventory() !== world.office.foreign.inventory();
      return [
        ...(empty.files.size + empty.folders.size > 1
          ? [`made in an empty share: ${empty.inventory()}`]
          : []),
        ...(changed ? ['the share of another office was changed'] : []),
      ];
    },
  },
];

/** What was found after a seed. */
export interface CheckedSeed {
  readonly violations: readonly Violation[];
  readonly conflicts: Readonly<Record<string, number>>;
  readonly entries: number;
  /** Hash of what all PCs agreed on. */
  readonly fingerprint: string;
}

/** Asks every invariant after a seed. Also answers how many entries there were, and a hash of what all agreed on. */
export async function checkInvariants(world: World, hostile: Hostile, folder: string): Promise<CheckedSeed> {
  const [first] = world.pcs;
  if (first === undefined) throw new Error('an office without a PC');
  const dumps = world.pcs.map(dumpOf);
  const entries = acceptedEntries(first);
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]));
  const chain = rosterChain(first.engine.state.db).flatMap(({ hash }) => byHash.get(hash) ?? []);
  const roster = new IndependentRoster(world.office.officeId, chain);
  const checked: Checked = { world, hostile, folder, dumps, first, entries, roster };
  const conflicts = judgeConflicts(world, hostile.forged);
  const violations: Violation[] = [...conflicts.violations];
  for (const { sentence, faults } of invariants) {
    for (const detail of (await faults(checked)).slice(0, 3))
      violations.push({ invariant: sentence, detail });
  }
  const fingerprint = createHash('sha256').update(dumps.join('\n')).digest('hex').slice(0, 16);
  return { violations, conflicts: conflicts.counts, entries: entries.length, fingerprint };
}
