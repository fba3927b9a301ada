import { shortLogId } from '#main/engine/log/log-id.ts';
import { openAlerts } from '#main/engine/store/alerts.ts';

import type { StoredEntry } from './ancestry.ts';
import type { Checked, Invariant } from './invariants.ts';

/** Entries of logs that were continued twice whose authors knew it already. */
function writtenKnowingly({ entries, ancestry, forks }: Checked): readonly StoredEntry[] {
  return entries.filter((entry) => {
    const beginnings = forks.get(entry.envelope.log) ?? [];
    const seen = beginnings.filter((beginning) => ancestry.buildsOn(entry, beginning));
    const ofOneFork = new Map<string | null, number>();
    for (const { envelope } of seen) ofOneFork.set(envelope.prev, (ofOneFork.get(envelope.prev) ?? 0) + 1);
    return [...ofOneFork.values()].some((count) => count > 1);
  });
}

/** What must hold of logs that two PCs went on with, and of those that their owners ended. */
export const logInvariants: readonly Invariant[] = [
  {
    name: 'continued twice',
    sentence: 'a log is continued twice only where a disk was copied, and then every PC says so',
    faults: ({ world, hostile, forks }) =>
      [...forks.keys()]
        .filter((log) => !hostile.logs.has(log))
        .flatMap((log) => {
          const short = shortLogId(log);
          const silent = world.pcs.filter(
            ({ engine }) =>
              !openAlerts(engine.state.db).some(
                ({ code, params }) => code === 'log-continued-twice' && params['log'] === short,
              ),
          );
          return [
            ...(world.continuedTwice.has(log) ? [] : [`${short}: nobody copied its disk`]),
            ...silent.map(({ name }) => `${name} does not say that ${short} was continued twice`),
          ];
        }),
  },
  {
    name: 'a fresh log after that',
    sentence: 'whoever knows that a log was continued twice goes on with a fresh one',
    faults: (checked) => [
      ...writtenKnowingly(checked)
        // Its last word: to whom the roster and the books go.
        .filter(({ envelope }) => !envelope.type.startsWith('roster.'))
        .map(({ hash, envelope }) => `${envelope.type} ${hash} in ${shortLogId(envelope.log)}`),
      ...checked.world.pcs
        .filter(({ runtime }) => checked.forks.has(runtime.session?.log ?? ''))
        .map(({ name }) => `${name} still has the old one`),
    ],
  },
  {
    name: 'one writer',
    sentence: 'exactly one PC can write the roster',
    faults: ({ world, first }) => {
      const { writerLog } = first.runtime.roster.current();
      const writers = world.pcs.filter(({ runtime }) => runtime.session?.log === writerLog);
      return writers.length === 1 ? [] : [`${shortLogId(writerLog)} is of ${writers.length} PCs`];
    },
  },
  {
    name: 'ended logs',
    sentence: 'nothing follows the end of a log',
    faults: ({ entries }) => {
      const ends = new Set(
        entries.filter(({ envelope }) => envelope.type === 'log.retired').map(({ hash }) => hash),
      );
      return entries
        .filter(({ envelope }) => envelope.prev !== null && ends.has(envelope.prev))
        .map(({ hash, envelope }) => `${envelope.type} ${hash} in ${shortLogId(envelope.log)}`);
    },
  },
];
