import type { TimelineItem } from '#core/contract/views.ts';
import type { AcceptedEntry } from '#core/office/entry.ts';
import { letterActSchemas } from '#core/office/letter-acts.ts';
import type { BlobRef } from '#core/office/letter-acts.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import type { RosterState } from '#core/office/roster.ts';

import { actorTitle, markView, titleOf } from './titles.ts';

type Params = Record<string, string | number>;

interface Told {
  readonly params: Params;
  readonly disposition: string | null;
  readonly attachments: readonly BlobRef[];
}

const nothing: Told = { params: {}, disposition: null, attachments: [] };

/** What is neutral in the body of a sealed act and would be read out as if somebody had written it. */
const neutralParams = ['note', 'subject', 'from', 'enclosure', 'classification', 'instructions'] as const;

/** The same of an act whose content is sealed: without the neutral words, and without documents that do not open. */
function tellSealed({ params, ...told }: Told): Told {
  const shared = { ...params };
  for (const name of neutralParams) delete shared[name];
  return { ...told, params: shared, attachments: [] };
}

/** Values of the sentence that an entry is told in; the words themselves are in `core/words`. */
function tell(entry: AcceptedEntry, roster: RosterState): Told {
  const titles = (positions: readonly string[]) => positions.map((p) => titleOf(roster, p)).join(', ');
  const registered = letterActSchemas['letter.registered'].safeParse(entry.body);
  if (entry.type === 'letter.registered' && registered.success) {
    return { ...nothing, params: { forwardTo: titleOf(roster, registered.data.forwardTo) } };
  }
  const disposed = letterActSchemas['letter.disposed'].safeParse(entry.body);
  if (entry.type === 'letter.disposed' && disposed.success) {
    const { data } = disposed;
    return {
      params: {
        recipients: titles(data.recipients.map((r) => r.position)),
        instructions: data.instructions.join(','),
        note: data.note,
        due: data.due ?? '',
      },
      disposition: data.disposition,
      attachments: [],
    };
  }
  const followed = letterActSchemas['letter.followed-up'].safeParse(entry.body);
  if (entry.type === 'letter.followed-up' && followed.success) {
    return { ...nothing, params: { note: followed.data.note }, attachments: followed.data.attachments };
  }
  const proposed = letterActSchemas['memo.proposed'].safeParse(entry.body);
  if (entry.type === 'memo.proposed' && proposed.success) {
    return { ...nothing, params: { to: titles(proposed.data.to), steps: proposed.data.chain.length } };
  }
  const issued = letterActSchemas['number.issued'].safeParse(entry.body);
  if (entry.type === 'number.issued' && issued.success) {
    const { series, number } = issued.data;
    return { ...nothing, params: { kind: series.kind, year: series.year, number } };
  }
  return { ...nothing, params: plainParams(entry.body, roster) };
}

/** Numbers, notes and positions of an act that needs no sentence of its own shape. */
function plainParams(body: Readonly<Record<string, unknown>>, roster: RosterState): Params {
  const params: Params = {};
  for (const [key, value] of Object.entries(body)) {
    // Sealed text is nothing to read out.
    if (key === 'sealed') continue;
    if (key === 'position' || key === 'forwardTo') {
      if (typeof value === 'string') params[key] = titleOf(roster, value);
    } else if (key === 'step' && typeof value === 'number') {
      params[key] = value + 1;
    } else if (typeof value === 'string' || typeof value === 'number') {
      params[key] = value;
    }
  }
  return params;
}

/** What a settlement keeps: whose act it was, and the value that it gave. */
function keptParams(entry: AcceptedEntry, all: readonly AcceptedEntry[], roster: RosterState): Params {
  if (entry.type !== 'memo.settled' && entry.type !== 'letter.settled') return {};
  const kept = all.find((other) => other.hash === entry.body['keep']);
  if (kept === undefined) return {};
  // A settlement of settlements keeps what the one that it keeps had kept.
  if (kept.type.endsWith('.settled') && kept !== entry) return keptParams(kept, all, roster);
  const value = kept.body[String(entry.body['field'])];
  const told = typeof value === 'string' ? value : '';
  return {
    keptType: kept.type,
    keptBy: actorTitle(roster, kept.actor),
    value: entry.body['field'] === 'forwardTo' ? titleOf(roster, told) : told,
  };
}

/** One sentence of the Jejak with its proof. */
export function timelineItem(
  entry: AcceptedEntry,
  letter: LetterState,
  around: {
    readonly roster: RosterState;
    readonly deviceOf: (log: string) => string;
    readonly entries: readonly AcceptedEntry[];
  },
): TimelineItem {
  const sealed = typeof entry.body['sealed'] === 'string';
  const whole = tell(entry, around.roster);
  const told = sealed ? tellSealed(whole) : whole;
  const params = { ...told.params, ...keptParams(entry, around.entries, around.roster) };
  const body = entry.body;
  const note = !sealed && typeof body['note'] === 'string' ? body['note'] : '';
  return {
    entry: entry.hash,
    type: entry.type,
    by: markView(around.roster, { actor: entry.actor, time: entry.time, entry: entry.hash, note }),
    params,
    disposition: told.disposition,
    attachments: [...told.attachments],
    sealed,
    proof: {
      log: entry.log,
      seq: entry.seq,
      device: around.deviceOf(entry.log),
      userSigned: entry.userSig !== undefined,
    },
    ineffective: letter.ineffective.find((i) => i.entry === entry.hash)?.reason ?? null,
  };
}
