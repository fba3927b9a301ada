import { parseHeadName } from '../log/file-names.ts';
import type { HeadName } from '../log/file-names.ts';
import { shortLogId } from '../log/log-id.ts';

import type { KnownHead } from './sync-store.ts';

/** What operating systems leave in folders; not worth a word. */
const LITTER =
  /^(?:desktop\.ini|thumbs\.db|\.ds_store|\._.*|\.nfs[0-9a-f]+|\.smbdelete.*|\.fuse_hidden.*|~\$.*)$/i;

/** Whether a name is what an operating system leaves in folders by itself. */
export function isLitter(name: string): boolean {
  return LITTER.test(name);
}

/** The listing of `heads/` against what this PC knows. */
export interface SortedHeads {
  /** By log (first 16 digits): heads newer than what is known, the newest first. */
  readonly newer: ReadonlyMap<string, readonly HeadName[]>;
  /** Own heads that a newer own head has replaced. */
  readonly staleOwn: readonly HeadName[];
  /**
   * By log: heads under names that are not known, and not newer than what is known: not taken away yet, written back,
   * replayed, or of another continuation of the log.
   */
  readonly unknown: ReadonlyMap<string, readonly HeadName[]>;
  /** Names that are neither heads nor an operating system's. */
  readonly strange: readonly string[];
}

/** What is known of each log, by the 16 digits that names on the share begin with. */
export function headsByShortId(known: readonly KnownHead[]): ReadonlyMap<string, readonly KnownHead[]> {
  const byShortId = new Map<string, KnownHead[]>();
  for (const head of known) {
    const log16 = shortLogId(head.log);
    byShortId.set(log16, [...(byShortId.get(log16) ?? []), head]);
  }
  return byShortId;
}

/** Sorts names by what to do with them. Versions are in the names: what is known already costs nothing. */
export function sortHeads(names: readonly string[], known: readonly KnownHead[]): SortedHeads {
  const byShortId = headsByShortId(known);
  const present = new Set(names);
  const newer = new Map<string, HeadName[]>();
  const unknown = new Map<string, HeadName[]>();
  const staleOwn: HeadName[] = [];
  const strange: string[] = [];
  for (const name of names) {
    const head = parseHeadName(name);
    if (head === null) {
      if (!isLitter(name)) strange.push(name);
      continue;
    }
    const mine = byShortId.get(head.log16) ?? [];
    const own = mine.find((one) => one.own !== null);
    if (mine.every(({ version }) => head.version > version)) {
      newer.set(head.log16, [...(newer.get(head.log16) ?? []), head]);
    } else if (own !== undefined && isReplaced(head, own, present)) {
      staleOwn.push(head);
    } else if (!mine.some((one) => isKnownFile(head, one))) {
      unknown.set(head.log16, [...(unknown.get(head.log16) ?? []), head]);
    }
  }
  for (const heads of [...newer.values(), ...unknown.values()]) heads.sort((a, b) => b.version - a.version);
  return { newer, staleOwn, unknown, strange };
}

function isKnownFile({ name }: HeadName, { own, file }: KnownHead): boolean {
  return own === null || own === 'unpublished' ? file === name : own.file === name;
}

function isReplaced(head: HeadName, { own }: KnownHead, present: ReadonlySet<string>): boolean {
  if (own === null || own === 'unpublished') return false;
  return head.name !== own.file && head.version <= own.version && present.has(own.file);
}
