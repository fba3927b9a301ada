/**
 * What may fail between an office and its shared folder, what must happen then, and the tests that show it. Every row
 * has a test in which a person reads what happened; tests/unit/failure-table.test.ts fails when one of them is gone.
 */
export interface FailureRow {
  readonly failure: string;
  readonly behaviour: string;
  /** What a person is told: codes with sentences in both languages; none where nothing needs to be said. */
  readonly told: readonly string[];
  /** Test files below tests/, and titles in them: the whole of `it` or `describe`, or its beginning. */
  readonly tests: readonly (readonly [file: string, title: string])[];
}

export const failureTable: readonly FailureRow[] = [
  {
    failure: 'share gone, empty, foreign',
    behaviour: 'offline banner, work goes on, nothing created or deleted there',
    told: ['share-offline', 'share-foreign'],
    tests: [
      ['integration/failures-share.test.ts', 'is told, work goes on, nothing is made or removed there'],
      ['integration/share-absence.test.ts', 'is offline while gone or empty, nothing is made there'],
      ['integration/share-absence.test.ts', 'is foreign, and nothing is written or removed there'],
      ['integration/bad-disks.test.ts', 'an absent share is offline, and nothing is made in its place'],
    ],
  },
  {
    failure: 'cut mid-write, kill -9 anywhere',
    behaviour: 'temp orphan; the outbox retries; duplicates harmless',
    told: [],
    tests: [
      ['integration/failures-files.test.ts', 'at %s: tells what is not sent yet, sends it in the next run'],
      ['integration/crash-points.test.ts', 'loses no acknowledged letter and shows no half one'],
      ['integration/share-crash.test.ts', '%s: everything arrives once, and one head stays'],
      ['integration/share-crash.test.ts', 'that crashes left go: own ones after a week'],
    ],
  },
  {
    failure: 'ENOSPC, quota, read-only',
    behaviour: 'local work goes on, lasting warning, backoff, no pile of temps',
    told: ['share-full', 'share-read-only'],
    tests: [
      ['integration/failures-share.test.ts', '%s: is told for as long as it lasts, leaves no pile of temps'],
      ['integration/bad-disks.test.ts', 'a full share keeps the letter here, leaves no pile of temps'],
      ['integration/bad-disks.test.ts', 'a read-only share: no office is made on it'],
      ['samba/two-pcs.test.ts', 'carries an office of two PCs'],
    ],
  },
  {
    failure: 'EBUSY, EPERM, EACCES (antivirus)',
    behaviour: 'jittered retry up to 60 s, then queued',
    told: ['file-locked'],
    tests: [
      ['integration/failures-share.test.ts', '%s: is tried again until it is let go'],
      ['integration/failures-share.test.ts', 'for long, when it is to be read, is told'],
      [
        'unit/share-retries.test.ts',
        'is tried again with pauses that double up to five seconds, for a minute',
      ],
      [
        'integration/share-crash.test.ts',
        'is tried again for as long as allowed, then left for the next pass',
      ],
    ],
  },
  {
    failure: 'fsync EINVAL on a directory',
    behaviour: 'ignored; what was lost is written again',
    told: [],
    tests: [['integration/failures-share.test.ts', 'is no trouble, and what it lost when its power went']],
  },
  {
    failure: 'partial or corrupt file',
    behaviour: 'rejected, retried, healed',
    told: ['file-damaged', 'document-damaged'],
    tests: [
      ['integration/failures-files.test.ts', '%s: is not used, is told with log and entry, and written anew'],
      [
        'integration/share-damage.test.ts',
        'never reaches the store, is reported, and is taken once it is whole',
      ],
      ['integration/share-healing.test.ts', 'is found by the rounds and replaced beside it'],
      ['integration/adversary-share.test.ts', 'rejects, tells and heals whatever a stranger does'],
    ],
  },
  {
    failure: 'stale listing',
    behaviour: 'latency only',
    told: [],
    tests: [['integration/failures-share.test.ts', 'is latency and nothing else']],
  },
  {
    failure: 'hung mount',
    behaviour: 'share I/O runs where it can be killed',
    told: ['share-hung'],
    tests: [
      ['integration/share-hung.test.ts', 'leaves the engine free, is told in words, is replaced'],
      ['integration/share-hung.test.ts', 'costs two processes that cannot be killed and no more'],
    ],
  },
  {
    failure: 'clock off by years',
    behaviour: 'order unaffected; warn by comparing with the share’s clock',
    told: ['clock-differs'],
    tests: [['integration/failures-office.test.ts', 'changes no order, and is told until it is right']],
  },
  {
    failure: 'segment arrived before its blob',
    behaviour: '"PDF belum tiba"; approval disabled',
    told: ['document-not-arrived'],
    tests: [['integration/failures-files.test.ts', 'is there, says that the PDF has not arrived']],
  },
  {
    failure: 'stranger edits, deletes, forges, replays another office’s file, swaps genesis',
    behaviour: 'rejected, healed, security event',
    told: [
      'file-damaged',
      'file-forged',
      'key-unknown',
      'share-rolled-back',
      'share-withholds',
      'log-not-certified',
      'log-other-person',
      'roster-forged',
      'head-signature-wrong',
      'genesis-swapped',
      'join-request-refused',
    ],
    tests: [
      ['integration/adversary-share.test.ts', 'rejects, tells and heals whatever a stranger does'],
      [
        'integration/adversary-members.test.ts',
        'is stopped at the entry, which is told with log and sequence',
      ],
      ['integration/adversary-members.test.ts', 'settles nothing with acts that are not theirs'],
      ['integration/adversary-members.test.ts', 'puts no head of another log before its owner’s'],
      ['integration/adversary-office.test.ts', 'counts for nothing with a backdated log of their own'],
      ['integration/adversary-office.test.ts', 'is rejected and told, ours is written beside it'],
      ['integration/adversary-office.test.ts', 'is rubbish that is told and costs nothing in the end'],
      ['integration/bad-secrets.test.ts', 'a join request that somebody swapped admits nobody'],
      ['integration/share-losses.test.ts', 'stops writing when most is gone at once'],
    ],
  },
  {
    failure: 'older app meets a newer event',
    behaviour: 'stored, that letter read-only, "perlu pembaruan"',
    told: ['letter-newer'],
    tests: [['integration/failures-office.test.ts', 'is kept, and the letter can be read and not acted on']],
  },
  {
    failure: 'a Windows client’s share',
    behaviour: 'warn at 15 PCs (its limit is about 20)',
    told: ['share-crowded'],
    tests: [['integration/failures-office.test.ts', 'is told from the fifteenth PC on']],
  },
];
