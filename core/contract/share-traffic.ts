/** What the files of a share are for. `other`: the office's public files, temps, and what is none of ours. */
export const shareKinds = ['head', 'segment', 'blob', 'join', 'sealed', 'other'] as const;

export type ShareKind = (typeof shareKinds)[number];

/** Operations on the share and bytes that went through, each try counted. */
export interface ShareWork {
  readonly list: number;
  /** Files read. */
  readonly read: number;
  /** Questions about size and time. */
  readonly stat: number;
  /** Files written, as what they were to become. */
  readonly write: number;
  readonly mkdir: number;
  readonly rename: number;
  readonly remove: number;
  readonly bytesRead: number;
  readonly bytesWritten: number;
}

/** What was asked of the share, by the kind of file. */
export type ShareTraffic = Readonly<Record<ShareKind, ShareWork>>;

/** Work that is none yet. */
export const noShareWork: ShareWork = {
  list: 0,
  read: 0,
  stat: 0,
  write: 0,
  mkdir: 0,
  rename: 0,
  remove: 0,
  bytesRead: 0,
  bytesWritten: 0,
};

/** Two kinds' or two times' work taken together. */
function combined(a: ShareWork, b: ShareWork, sign: 1 | -1): ShareWork {
  return {
    list: a.list + sign * b.list,
    read: a.read + sign * b.read,
    stat: a.stat + sign * b.stat,
    write: a.write + sign * b.write,
    mkdir: a.mkdir + sign * b.mkdir,
    rename: a.rename + sign * b.rename,
    remove: a.remove + sign * b.remove,
    bytesRead: a.bytesRead + sign * b.bytesRead,
    bytesWritten: a.bytesWritten + sign * b.bytesWritten,
  };
}

function byKind(work: (kind: ShareKind) => ShareWork): ShareTraffic {
  return {
    head: work('head'),
    segment: work('segment'),
    blob: work('blob'),
    join: work('join'),
    sealed: work('sealed'),
    other: work('other'),
  };
}

/** Traffic in which nothing happened. */
export const noShareTraffic: ShareTraffic = byKind(() => noShareWork);

/** Both together. */
export function addTraffic(a: ShareTraffic, b: ShareTraffic): ShareTraffic {
  return byKind((kind) => combined(a[kind], b[kind], 1));
}

/** What happened between two looks at the same counters. */
export function trafficSince(after: ShareTraffic, before: ShareTraffic): ShareTraffic {
  return byKind((kind) => combined(after[kind], before[kind], -1));
}

/** All kinds together. */
export function totalWork(traffic: ShareTraffic): ShareWork {
  return shareKinds.reduce((sum, kind) => combined(sum, traffic[kind], 1), noShareWork);
}
