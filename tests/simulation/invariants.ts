import { createHash } from 'node:crypto';

import { canonicalJson } from '#main/engine/log/canonical-json.ts';
import { rebuildProjections } from '#main/engine/audit/rebuild.ts';
import { verifyStore } from '#main/engine/audit/verify-store.ts';
import { shortLogId } from '#main/engine/log/log-id.ts';
import { openAlerts } from '#main/engine/store/alerts.ts';
import { rosterEntries } from '#main/engine/store/entries.ts';

import type { Ancestry, StoredEntry } from './ancestry.ts';
import { bindingFaults } from './binding-acts.ts';
import { lackedBy, logEnds, waitingOf } from './convergence.ts';
import type { IndependentRoster } from './independent-roster.ts';
import type { Hostile } from './intruder.ts';
import { groundsIn, letterStates } from './letter-states.ts';
import { logInvariants } from './log-invariants.ts';
import { numberInvariants } from './number-invariants.ts';
import { dumpOfOtherOrder } from './other-order.ts';
import { dumpOf } from './replica.ts';
import type { Replica } from './replica.ts';
import { acceptedEntries, storedEntries } from './stored-entries.ts';
import type { World } from './world.ts';

/** What the invariants look at. */
export interface Checked {
  readonly world: World;
  readonly hostile: Hostile;
  /** Folder of the seed, for further PCs. */
  readonly folder: string;
  /** Dumps of all PCs, in their order. */
  readonly dumps: readonly string[];
  readonly first: Replica;
  /** What the first PC has, entry by entry. */
  readonly entries: readonly StoredEntry[];
  readonly ancestry: Ancestry;
  /** Logs that were continued twice, and the entries with which their continuations begin. */
  readonly forks: ReadonlyMap<string, readonly StoredEntry[]>;
  readonly roster: IndependentRoster;
}

/** A sentence that must hold after every seed. `faults` says where it does not; an empty list is good. */
export interface Invariant {
  readonly name: string;
  /** The sentence of 3-office-log. */
  readonly sentence: string;
  readonly faults: (checked: Checked) => readonly string[] | Promise<readonly string[]>;
}

/** Where two texts begin to differ. */
function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return `at ${at}: …${a.slice(Math.max(0, at - 80), at + 160)}… against …${b.slice(Math.max(0, at - 20), at + 160)}…`;
}

/** Events that say of a log that its owner, or somebody with its key, did what no program does. */
const accusations: ReadonlySet<string> = new Set([
  'log-continued-twice',
  'log-name-taken',
  'chain-broken',
  'chain-gap',
  'chain-other-log',
  'log-not-opened',
  'head-not-valid',
  'head-signature-wrong',
  'segment-not-valid',
  'segment-other-range',
  'dependency-conflict',
  'roster-went-back',
  'roster-forged',
  'log-not-certified',
  'log-other-person',
]);

/** All that the simulated office must keep, whatever happened to it. */
export const invariants: readonly Invariant[] = [
  {
    name: 'convergence',
    sentence: 'after faults end and enough passes all replicas converge with nothing waiting',
    faults: ({ world }) => {
      const ends = new Set(world.pcs.map(logEnds));
      const apart = ends.size === 1 ? [] : [firstDifference(...([...ends].slice(0, 2) as [string, string]))];
      return [...world.pcs.flatMap((pc) => waitingOf(world, pc)), ...apart];
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
      const other = await dumpOfOtherOrder(checked.world, checked.folder, checked.first);
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
      world.pcs.flatMap((pc) =>
        lackedBy(world, pc).map((hash) => `${pc.name} lacks ${hash} of ${world.acknowledged.get(hash)}`),
      ),
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
        const chain = rosterEntries(pc.engine.state.db).map(({ hash }) => hash);
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
  ...numberInvariants,
  ...logInvariants,
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
    name: 'no honest log accused',
    sentence: 'security events come with proof: none names a log that only its owner wrote',
    faults: ({ world, hostile }) => {
      const hostiles = new Set([...hostile.logs].map(shortLogId));
      const twice = new Set([...world.continuedTwice].map(shortLogId));
      return world.pcs.flatMap((pc) =>
        openAlerts(pc.engine.state.db)
          .filter(({ code, params }) => accusations.has(code) && !hostiles.has(String(params['log'])))
          // Two PCs went on with it: that is told, and of whom is not.
          .filter(({ code, params }) => code !== 'log-continued-twice' || !twice.has(String(params['log'])))
          .map(({ code, params }) => `${pc.name}: ${code} of ${params['log']}`),
      );
    },
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
