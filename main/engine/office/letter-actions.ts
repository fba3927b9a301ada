import type { LetterAction } from '#core/contract/views.ts';
import type { Position } from '#core/office/roster.ts';
import type { Holder, RosterState } from '#core/office/roster.ts';
import type { Desk, DispositionState, LetterState, RecipientState } from '#core/office/letter-state.ts';
import { conflictsOf, settles } from '#core/office/letter-conflicts.ts';
import { currentStep } from '#core/office/letter-reducers-memo.ts';
import { mayRegister } from '#core/office/rights.ts';

export interface HeldPosition {
  readonly position: Position;
  readonly holder: Holder;
}

/** What one may do on a letter, and in which capacity. */
export interface Standpoint {
  readonly acting: HeldPosition | null;
  readonly disposition: string | null;
  readonly actions: readonly LetterAction[];
}

interface Part {
  readonly held: HeldPosition;
  readonly disposition: DispositionState;
  readonly recipient: RecipientState;
}

function openParts(letter: LetterState, held: readonly HeldPosition[]): readonly Part[] {
  const parts: Part[] = [];
  for (const disposition of letter.dispositions) {
    if (disposition.recalled !== null) continue;
    for (const recipient of disposition.recipients) {
      const mine = held.find((h) => h.position.id === recipient.position);
      if (mine !== undefined) parts.push({ held: mine, disposition, recipient });
    }
  }
  return parts;
}

function partActions(recipient: RecipientState): readonly LetterAction[] {
  if (recipient.finished !== null || recipient.returned !== null) return [];
  const acknowledge: LetterAction[] = recipient.acknowledged === null ? ['acknowledge'] : [];
  return ['dispose', ...acknowledge, 'followUp', 'finish', 'return'];
}

/** Dispositions that one of the held positions made and may still take back: nobody has read them. */
export function recallable(letter: LetterState, held: readonly HeldPosition[]): readonly string[] {
  return letter.dispositions
    .filter(
      (d) =>
        d.recalled === null &&
        held.some((h) => h.position.id === d.by.actor.position) &&
        d.recipients.every((r) => r.read === null),
    )
    .map((d) => d.id);
}

function bookActions(
  letter: LetterState,
  roster: RosterState,
  held: readonly HeldPosition[],
): LetterAction[] {
  if (letter.kind !== 'incomingLetter') return [];
  if (!held.some((h) => mayRegister(roster, h.position.id))) return [];
  const forward: LetterAction[] = letter.desks.every((d) => d.status === 'returned') ? ['forward'] : [];
  return [...forward, 'correct', 'attach'];
}

function memoStandpoint(letter: LetterState, held: readonly HeldPosition[]): Standpoint | null {
  const memo = letter.memo;
  if (memo === null || memo.stage === 'issued') return null;
  // Nothing goes on before it is settled; what was withdrawn after it was issued asks nothing of anybody.
  if (memo.stage === 'contested') return { acting: held[0] ?? null, disposition: null, actions: [] };
  const step = memo.stage === 'inChain' ? memo.chain[currentStep(memo)] : undefined;
  const stepHolder = held.find((h) => h.position.id === step?.position);
  const drafter = held.find((h) => h.position.id === letter.fromPosition) ?? null;
  const withdraw: LetterAction[] = drafter !== null && memo.stage !== 'withdrawn' ? ['withdraw'] : [];
  if (step !== undefined && stepHolder !== undefined) {
    const act: LetterAction = step.role === 'initials' ? 'approve' : 'sign';
    return { acting: stepHolder, disposition: null, actions: [act, 'returnMemo', ...withdraw] };
  }
  const revise: LetterAction[] = drafter !== null && memo.stage === 'returned' ? ['revise'] : [];
  return { acting: drafter, disposition: null, actions: [...revise, ...withdraw] };
}

/** Where the letter lies with the person: a desk that is open before one that was settled or holds a copy. */
export function deskOf(letter: LetterState, held: readonly HeldPosition[]): Desk | undefined {
  const mine = letter.desks.filter((d) => held.some((h) => h.position.id === d.position));
  const own = mine.filter((d) => !d.copy);
  return own.findLast((d) => d.status === 'open') ?? own.at(-1) ?? mine.at(-1);
}

/** What the person could do if nothing were contested. */
function uncontested(letter: LetterState, roster: RosterState, held: readonly HeldPosition[]): Standpoint {
  return memoStandpoint(letter, held) ?? routedStandpoint(letter, roster, held);
}

/**
 * What a person may do on the letter now, by the positions held today. The fold decides in the end; this is what
 * the action bar shows, so that nobody is offered what would be refused.
 */
export function standpoint(
  letter: LetterState,
  roster: RosterState,
  held: readonly HeldPosition[],
): Standpoint {
  const stand = uncontested(letter, roster, held);
  const settling = conflictsOf(letter).flatMap((conflict) =>
    held.filter((h) => settles(letter, conflict, roster, h.position.id)),
  );
  const [settler] = settling;
  if (settler === undefined) return stand;
  const acting = letter.memo?.stage === 'contested' ? settler : (stand.acting ?? settler);
  return { ...stand, acting, actions: ['settle', ...stand.actions] };
}

/** What the person may do on a letter as it lies at desks and with recipients. */
function routedStandpoint(
  letter: LetterState,
  roster: RosterState,
  held: readonly HeldPosition[],
): Standpoint {
  const books = bookActions(letter, roster, held);
  const recall: LetterAction[] = recallable(letter, held).length > 0 ? ['recall'] : [];
  const parts = openParts(letter, held);
  const part = parts.find((p) => partActions(p.recipient).length > 0) ?? parts[0];
  if (part !== undefined && partActions(part.recipient).length > 0) {
    return {
      acting: part.held,
      disposition: part.disposition.id,
      actions: [...partActions(part.recipient), ...recall, ...books],
    };
  }
  const desk = deskOf(letter, held);
  const deskHolder = held.find((h) => h.position.id === desk?.position);
  if (desk !== undefined && !desk.copy && deskHolder !== undefined) {
    const acknowledge: LetterAction[] = desk.acknowledged === null ? ['acknowledge'] : [];
    const open: LetterAction[] =
      desk.status === 'open' ? ['dispose', ...acknowledge, 'finish', 'return', 'noDisposition'] : ['dispose'];
    return { acting: deskHolder, disposition: null, actions: [...open, ...recall, ...books] };
  }
  return { acting: part?.held ?? held[0] ?? null, disposition: null, actions: [...recall, ...books] };
}
