import { actorStands } from './entitlement.ts';
import type { AcceptedEntry } from './entry.ts';
import type { Judgement } from './letter-reducers.ts';
import { logActSchemas } from './roster-acts.ts';
import type { RequestedAct } from './roster-acts.ts';

/** A deputy's request to whoever writes the roster, and what became of it. */
export interface RosterRequest {
  /** Hash of the entry that asks. */
  readonly request: string;
  readonly entry: AcceptedEntry;
  readonly act: RequestedAct;
  readonly note: string;
  readonly state: 'open' | 'granted' | 'refused';
  /** The roster entry that grants it, or the entry that refuses it; null while it is open. */
  readonly answer: string | null;
  /** Why it was refused; empty otherwise. */
  readonly answerNote: string;
}

export interface RequestGrounds {
  readonly judge: (entry: AcceptedEntry) => Judgement;
  /** By request, the entry of the roster's main chain that names it as its basis. */
  readonly answered: ReadonlyMap<string, string>;
}

/** Whether somebody may ask for changes of the roster: an admin, by the roster that the entry names, signed. */
function counts(entry: AcceptedEntry, { judge }: RequestGrounds): boolean {
  const { roster, quarantined } = judge(entry);
  if (quarantined || entry.userSig === undefined || !actorStands(entry, roster)) return false;
  return roster.positions.get(entry.actor.position ?? '')?.role === 'admin';
}

/** The note of a refusal, when it comes from whoever wrote the roster then; null otherwise. */
function refusal(entry: AcceptedEntry, { judge }: RequestGrounds): { request: string; note: string } | null {
  const said = logActSchemas['request.refused'].safeParse(entry.body);
  if (!said.success || entry.userSig === undefined) return null;
  const { roster, quarantined } = judge(entry);
  return quarantined || roster.writerLog !== entry.log ? null : said.data;
}

/**
 * The requests that count, in causal order. A grant is the roster entry that names the request; once there is one, no
 * refusal counts. Of several refusals the first does. Nobody but an admin asks, nobody but the writer answers.
 *
 * @param entries the accepted `request.*` entries in causal order
 */
export function foldRequests(
  entries: readonly AcceptedEntry[],
  grounds: RequestGrounds,
): readonly RosterRequest[] {
  const refused = new Map<string, { entry: string; note: string }>();
  for (const entry of entries) {
    if (entry.type !== 'request.refused') continue;
    const said = refusal(entry, grounds);
    if (said === null || refused.has(said.request)) continue;
    refused.set(said.request, { entry: entry.hash, note: said.note });
  }
  return entries.flatMap((entry): RosterRequest[] => {
    if (entry.type !== 'request.roster') return [];
    const asked = logActSchemas['request.roster'].safeParse(entry.body);
    if (!asked.success || !counts(entry, grounds)) return [];
    const about = { request: entry.hash, entry, act: asked.data.act, note: asked.data.note };
    const granted = grounds.answered.get(entry.hash);
    if (granted !== undefined) return [{ ...about, state: 'granted', answer: granted, answerNote: '' }];
    const no = refused.get(entry.hash);
    if (no === undefined) return [{ ...about, state: 'open', answer: null, answerNote: '' }];
    return [{ ...about, state: 'refused', answer: no.entry, answerNote: no.note }];
  });
}
