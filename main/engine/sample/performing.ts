import type { LetterView } from '#core/contract/views.ts';
import type { Recipient } from '#core/office/letter-acts.ts';

import { callEngine } from '../api/call.ts';
import type { EngineState } from '../engine-state.ts';
import { needed } from './fill-failure.ts';
import type { Cast } from './founding.ts';
import { attachmentKey } from './papers.ts';
import type { Papers } from './papers.ts';
import type { Who } from './scenario/people.ts';
import type { SampleDays } from './scenario/sample-days.ts';
import type { DisposePlan, RecipientPlan, Step } from './scenario/steps.ts';
import type { StoryClock } from './story-clock.ts';

/** What the story is played with. */
export interface Stage {
  readonly engine: EngineState;
  readonly cast: Cast;
  readonly days: SampleDays;
  readonly clock: StoryClock;
  readonly papers: Papers;
}

/** A letter of the story: its id, and its dispositions by the names that the steps use. */
export interface PlayedLetter {
  readonly id: string;
  /** The key under which its documents were taken in. */
  readonly key: string;
  readonly dispositions: Map<string, string>;
}

/** Signs a person in, at a moment of the story. */
export function enter({ engine, cast, clock }: Stage, who: Who, time: number): void {
  if (engine.office === null) throw new TypeError('the story needs its office');
  clock.standAt(time);
  engine.office.session = cast.sessions[who];
}

function recipientOf(stage: Stage, plan: DisposePlan, to: DisposePlan['to'][number]): Recipient {
  const own: RecipientPlan = typeof to === 'string' ? { position: to } : to;
  const due = own.due === undefined ? (plan.due ?? null) : own.due;
  return {
    position: stage.cast.positions[own.position],
    instructions: [...(own.instructions ?? plan.instructions)],
    note: own.note ?? '',
    due: due === null ? null : stage.days.due(due),
    custom: typeof to !== 'string',
  };
}

async function disposeAs(stage: Stage, letter: PlayedLetter, plan: DisposePlan): Promise<void> {
  const answer = await callEngine(stage.engine, 'letters.dispose', {
    letter: letter.id,
    parent: plan.under === undefined ? null : dispositionOf(letter, plan.under),
    instructions: [...plan.instructions],
    note: plan.note,
    due: plan.due === undefined ? null : stage.days.due(plan.due),
    recipients: plan.to.map((to) => recipientOf(stage, plan, to)),
  });
  letter.dispositions.set(plan.as, needed(answer).disposition);
}

function dispositionOf(letter: PlayedLetter, name: string): string {
  const id = letter.dispositions.get(name);
  if (id === undefined) throw new TypeError(`letter ${letter.key} has no disposition ${name}`);
  return id;
}

async function revisionOf(stage: Stage, letter: string): Promise<string> {
  const view: LetterView = needed(await callEngine(stage.engine, 'letters.show', { letter }));
  return view.memo?.revision ?? view.document.sha256;
}

async function act(stage: Stage, letter: PlayedLetter, step: Step): Promise<void> {
  const { engine } = stage;
  const { id, key } = letter;
  const part = (on: string | null) => ({
    letter: id,
    disposition: on === null ? null : dispositionOf(letter, on),
  });
  switch (step.act) {
    case 'read':
      needed(await callEngine(engine, 'letters.read', { letter: id }));
      return;
    case 'dispose':
      return disposeAs(stage, letter, step.plan);
    case 'acknowledge':
      needed(await callEngine(engine, 'letters.acknowledge', part(step.on)));
      return;
    case 'followUp': {
      const attachments =
        step.attach === null ? [] : [await stage.papers.taken(attachmentKey(key, step.attach))];
      const disposition = dispositionOf(letter, step.on);
      needed(
        await callEngine(engine, 'letters.follow-up', {
          letter: id,
          disposition,
          note: step.note,
          attachments,
        }),
      );
      return;
    }
    case 'finish':
      needed(await callEngine(engine, 'letters.finish', { ...part(step.on), note: step.note }));
      return;
    case 'return':
      needed(await callEngine(engine, 'letters.return', { ...part(step.on), note: step.note }));
      return;
    case 'noDisposition':
      needed(await callEngine(engine, 'letters.no-disposition', { letter: id, note: step.note }));
      return;
    case 'approve': {
      const revision = await revisionOf(stage, id);
      needed(await callEngine(engine, 'memos.approve', { letter: id, revision, note: step.note }));
      return;
    }
    case 'sign': {
      const revision = await revisionOf(stage, id);
      needed(await callEngine(engine, 'memos.sign', { letter: id, revision, placement: null }));
      return;
    }
    case 'returnMemo': {
      const revision = await revisionOf(stage, id);
      needed(await callEngine(engine, 'memos.return', { letter: id, revision, note: step.note }));
      return;
    }
    case 'withdraw':
      needed(await callEngine(engine, 'memos.withdraw', { letter: id, note: step.note }));
  }
}

/** Lets somebody do a step of the story through the engine's own use cases. Who acts has seen the letter first. */
export async function perform(stage: Stage, letter: PlayedLetter, step: Step): Promise<void> {
  enter(stage, step.by, stage.days.moment(step.at));
  if (step.act !== 'read') needed(await callEngine(stage.engine, 'letters.read', { letter: letter.id }));
  await act(stage, letter, step);
}
