import type { DispositionView, LetterView, TimelineItem } from '#core/contract/views.ts';
import { letterStatuses } from '#core/contract/views.ts';
import type { AcceptedEntry } from '#core/office/entry.ts';
import { needsUpdate } from '#core/office/letter-state.ts';
import type { DispositionState, LetterState, Mark } from '#core/office/letter-state.ts';
import { documentsOfLetter } from '#core/office/letter-documents.ts';
import { chainOf, currentStep } from '#core/office/letter-reducers-memo.ts';
import { numberText } from '#core/office/number-series.ts';
import type { RosterState } from '#core/office/roster.ts';

import { conflictViews } from './conflict-view.ts';
import type { Grounds } from './acting.ts';
import type { HeldPosition } from './letter-actions.ts';
import { holderName, markView, standingTitle, titleOf } from './titles.ts';
import { timelineItem } from './timeline.ts';

export interface LetterSurroundings {
  readonly roster: RosterState;
  readonly held: readonly HeldPosition[];
  readonly today: string;
  readonly status: string;
  readonly due: string | null;
  readonly documentHere: boolean;
  readonly waiting: boolean;
  readonly sealed: boolean;
  readonly stand: Grounds['stand'];
  readonly circle: LetterView['circle'];
  readonly receivedBy: number;
  readonly entries: readonly AcceptedEntry[];
  readonly deviceOf: (log: string) => string;
  readonly sameNumber: LetterView['sameNumber'];
}

function dispositionView(d: DispositionState, roster: RosterState, today: string): DispositionView {
  const mark = (m: Mark | null) => (m === null ? null : markView(roster, m));
  return {
    id: d.id,
    parent: d.parent,
    by: markView(roster, d.by),
    note: d.note,
    due: d.due,
    recalled: mark(d.recalled),
    recipients: d.recipients.map((r) => ({
      position: r.position,
      instructions: r.instructions,
      note: r.note,
      due: r.due,
      custom: r.custom,
      title: titleOf(roster, r.position),
      name: holderName(roster, r.position, today),
      read: mark(r.read),
      acknowledged: mark(r.acknowledged),
      finished: mark(r.finished),
      returned: mark(r.returned),
      followUps: r.followUps.map((f) => ({ ...markView(roster, f), attachments: [...f.attachments] })),
    })),
  };
}

function memoView(letter: LetterState, { roster, today }: LetterSurroundings): LetterView['memo'] {
  const memo = letter.memo;
  if (memo === null) return null;
  const titled = (position: string) => ({ position, title: titleOf(roster, position) });
  const current = memo.stage === 'inChain' ? currentStep(memo) : -1;
  const steps = chainOf(memo);
  return {
    stage: memo.stage,
    proposedBy: markView(roster, memo.proposedBy),
    to: memo.to.map(titled),
    copies: memo.copies.map(titled),
    chain: steps.map((step, index) => {
      const done = memo.chain[index]?.done ?? null;
      return {
        ...step,
        title: titleOf(roster, step.position),
        name: done === null ? holderName(roster, step.position, today) : markView(roster, done).name,
        done: done === null ? null : markView(roster, done),
        current: index === current,
      };
    }),
    revision: memo.revision,
    returned: memo.returned === null ? null : markView(roster, memo.returned),
  };
}

/** Everything that the letter's screen and `letter show` tell, for one viewer. */
export function letterView(letter: LetterState, around: LetterSurroundings): LetterView {
  const { roster, held, today, stand } = around;
  const timeline: readonly TimelineItem[] = around.entries.map((entry) =>
    timelineItem(entry, letter, around),
  );
  return {
    id: letter.id,
    kind: letter.kind,
    status: letterStatuses.find((s) => s === around.status) ?? 'inProgress',
    from: letter.from,
    number: letter.number,
    date: letter.date,
    subject: letter.subject,
    securityClass: letter.securityClass,
    sealed: around.sealed,
    circle: around.circle,
    urgency: letter.urgency,
    enclosure: letter.enclosure,
    classification: letter.classification,
    agenda: letter.agenda === null ? null : numberText(letter.agenda),
    letterNumber: letter.letterNumber === null ? null : numberText(letter.letterNumber),
    sameNumber: [...around.sameNumber],
    receivedAt: letter.receivedAt,
    due: around.due,
    document: letter.document,
    documentHere: around.documentHere,
    attachments: [...letter.attachments],
    documents: around.sealed ? [] : [...documentsOfLetter(letter)],
    destructions: letter.destructions.map(({ documents, decision, proposed, destroyed }) => ({
      proposal: proposed.entry,
      documents: [...documents],
      decision,
      mayDestroy: stand.destroyable.includes(proposed.entry),
      proposed: markView(roster, proposed),
      destroyed: destroyed === null ? null : markView(roster, destroyed),
    })),
    desks: letter.desks.map((d) => ({
      position: d.position,
      title: titleOf(roster, d.position),
      copy: d.copy,
      status: d.status,
      read: d.read === null ? null : markView(roster, d.read),
    })),
    dispositions: letter.dispositions.map((d) => dispositionView(d, roster, today)),
    memo: memoView(letter, around),
    // Nobody decides between sides that they cannot read.
    conflicts: conflictViews(letter, roster, around.sealed ? [] : held),
    timeline: [...timeline],
    delivery: around.waiting ? 'local' : 'onShare',
    receivedBy: around.receivedBy,
    actions: needsUpdate(letter) ? [] : [...stand.actions],
    needsUpdate: needsUpdate(letter),
    acting:
      stand.acting === null
        ? null
        : {
            position: stand.acting.position.id,
            title: standingTitle(stand.acting.position.title, stand.acting.holder.standing),
            standing: stand.acting.holder.standing,
            until: stand.acting.holder.until,
          },
    myDisposition: stand.disposition,
  };
}
