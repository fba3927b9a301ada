import type { EntryEnvelope } from '#core/office/entry.ts';
import { logActSchemas } from '#core/office/roster-acts.ts';

import type { ParsedEntry } from '../log/entry-codec.ts';
import { noteCheck, noteKeeper } from '../store/archive.ts';
import type { LogRow } from '../store/logs.ts';
import type { AcceptanceView } from './acceptance-view.ts';

/** The deps of an entry are its writer's word on what had arrived there. */
export function noteDeps(
  view: AcceptanceView,
  log: Pick<LogRow, 'id'>,
  { deps }: Pick<EntryEnvelope, 'deps'>,
): void {
  for (const dep of deps) {
    const row = view.row(view.byHash(dep.hash)?.log_id ?? -1);
    let other = row?.log === dep.log ? row : undefined;
    for (let seq = dep.seq; other !== undefined; seq = other.fork_seq, other = view.parent(other)) {
      view.witnessed(log.id, other.id, seq);
    }
  }
}

/** What a penjaga arsip says of itself counts for its PC, as the log's first entry names it. */
export function noteArchiveWord(
  view: AcceptanceView,
  log: Pick<LogRow, 'id' | 'device'>,
  { envelope, hash }: Pick<ParsedEntry, 'envelope' | 'hash'>,
  rank: number,
): void {
  if (log.device === null) return;
  if (envelope.type === 'log.keeps-archive') {
    const said = logActSchemas['log.keeps-archive'].safeParse(envelope.body);
    if (said.success) noteKeeper(view.db, log.device, said.data.keeps, { rank, hash });
  } else if (envelope.type === 'log.archive-checked') {
    const said = logActSchemas['log.archive-checked'].safeParse(envelope.body);
    const at = { rank, hash, logRow: log.id, seq: envelope.seq, time: envelope.time };
    if (!said.success) return;
    // What the PC's logs have seen by then is what it holds.
    view.flush();
    noteCheck(view.db, log.device, said.data.whole, at);
  }
}
