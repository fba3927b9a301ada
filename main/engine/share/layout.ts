import { randomBytes } from 'node:crypto';

import type { ShareKind } from '#core/contract/share-traffic.ts';

import type { JoinFileKind } from '../keys/join-envelope.ts';
import { shortLogId } from '../log/log-id.ts';

/** Where everything stands in an office's folder on the share (3-office-log, Layout). */
export interface OfficePaths {
  /** The office's own folder, `nirkertas-<office8>`. */
  readonly root: string;
  readonly format: string;
  readonly genesis: string;
  readonly heads: string;
  readonly head: (name: string) => string;
  readonly logFolder: (log: string) => string;
  readonly segment: (log: string, name: string) => string;
  readonly blobFolder: (name: string) => string;
  /** A document; `copy` 1 and on are copies beside one that stands there damaged, `<name>.r<copy>`. */
  readonly blob: (name: string, copy?: number) => string;
  readonly join: string;
  readonly joinFile: (invitation: string, kind: JoinFileKind) => string;
  readonly sealed: string;
  readonly sealedIndex: (name: string) => string;
  readonly temps: string;
  /** A new name in `tmp/` for the writer of this log. */
  readonly newTemp: (log: string) => string;
  readonly temp: (name: string) => string;
}

/** Folders that are made with the office and never again. */
export const OFFICE_FOLDERS = ['tmp', 'heads', 'logs', 'blobs', 'join', 'sealed', 'updates'] as const;

const FOLDER_NAME = /^nirkertas-[0-9a-f]{8}$/;

/** Whether a name in the share's root is an office's folder: ours or another's. */
export function isOfficeFolder(name: string): boolean {
  return FOLDER_NAME.test(name);
}

/** The paths of one office, relative to the share's root. */
export function officePaths(officeId: string): OfficePaths {
  const root = `nirkertas-${officeId.slice(0, 8)}`;
  const logFolder = (log: string) => `${root}/logs/${shortLogId(log)}`;
  const blobFolder = (name: string) => `${root}/blobs/${name.slice(0, 2)}`;
  const temp = (name: string) => `${root}/tmp/${name}`;
  return {
    root,
    format: `${root}/format.json`,
    genesis: `${root}/genesis.json`,
    heads: `${root}/heads`,
    head: (name) => `${root}/heads/${name}`,
    logFolder,
    segment: (log, name) => `${logFolder(log)}/${name}`,
    blobFolder,
    blob: (name, copy = 0) => `${blobFolder(name)}/${name}${copy === 0 ? '' : `.r${copy}`}`,
    join: `${root}/join`,
    joinFile: (invitation, kind) => `${root}/join/${invitation}.${kind}`,
    sealed: `${root}/sealed`,
    sealedIndex: (name) => `${root}/sealed/${name}`,
    temps: `${root}/tmp`,
    newTemp: (log) => temp(`${shortLogId(log)}-${randomBytes(8).toString('hex')}`),
    temp,
  };
}

/** A copy beside a public file that is damaged or gone. */
export function publicCopy(path: string, copy: number): string {
  return `${path}.r${copy}`;
}

const KINDS: Readonly<Record<string, ShareKind>> = {
  heads: 'head',
  logs: 'segment',
  blobs: 'blob',
  join: 'join',
  sealed: 'sealed',
};

/** What a file or folder of an office is for, by where it stands. */
export function shareKindOf(path: string): ShareKind {
  return KINDS[path.split('/', 2)[1] ?? ''] ?? 'other';
}

/** Copies of one document beside damaged ones, itself included; more is a flood, not damage. */
export const COPIES_LIMIT = 8;

const TEMP_NAME = /^([0-9a-f]{16})-[0-9a-f]{16}$/;

/** Whose temp this is (first 16 digits of a log); null when it is none of ours. */
export function tempOwner(name: string): string | null {
  return TEMP_NAME.exec(name)?.[1] ?? null;
}
