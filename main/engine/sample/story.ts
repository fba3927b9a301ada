import { callEngine } from '../api/call.ts';
import { needed } from './fill-failure.ts';
import { nameSubstitute } from './founding.ts';
import type { IncomingPaper, MemoPaper } from './papers.ts';
import { enter, perform } from './performing.ts';
import type { PlayedLetter, Stage } from './performing.ts';
import { memoFates } from './scenario/memo-fates.ts';
import { ABSENCE, FOUNDER } from './scenario/people.ts';
import type { Step } from './scenario/steps.ts';

/** Something that happens in the story at a moment. */
export interface StoryEvent {
  readonly time: number;
  readonly play: () => Promise<void>;
}

function eventsOf(
  stage: Stage,
  key: string,
  begin: () => Promise<string>,
  at: number,
  steps: readonly Step[],
): readonly StoryEvent[] {
  let letter: PlayedLetter | null = null;
  const beginning: StoryEvent = {
    time: at,
    play: async () => {
      letter = { id: await begin(), key, dispositions: new Map() };
    },
  };
  const following = steps.map((step): StoryEvent => ({
    time: stage.days.moment(step.at),
    play: async () => {
      if (letter === null) throw new TypeError(`the story of ${key} goes on before it began`);
      await perform(stage, letter, step);
    },
  }));
  return [beginning, ...following];
}

function incomingEvents(stage: Stage, { key, text, facts, fate }: IncomingPaper): readonly StoryEvent[] {
  const time = stage.days.moment(fate.received);
  const register = async () => {
    const staged = await stage.papers.taken(key);
    enter(stage, fate.by ?? FOUNDER, time);
    const answer = await callEngine(stage.engine, 'letters.register', {
      staged,
      ...facts,
      securityClass: text.security ?? 'biasa',
      urgency: text.urgency ?? 'biasa',
      enclosure: text.enclosure ?? '',
      receivedAt: time,
      forwardTo: stage.cast.positions[fate.forwardTo ?? 'kepala'],
      duplicateSeen: false,
    });
    return needed(answer).letterId;
  };
  return eventsOf(stage, key, register, time, fate.steps);
}

function memoEvents(stage: Stage, { key, document }: MemoPaper): readonly StoryEvent[] {
  const fate = memoFates[key];
  const time = stage.days.moment(fate.proposed);
  const { positions } = stage.cast;
  const { places, ...facts } = document;
  const propose = async () => {
    const staged = await stage.papers.taken(key);
    enter(stage, fate.by, time);
    const answer = await callEngine(stage.engine, 'memos.propose', {
      staged,
      ...facts,
      securityClass: 'biasa',
      urgency: fate.urgency ?? 'biasa',
      due: fate.due === undefined ? null : stage.days.due(fate.due),
      to: fate.to.map((p) => positions[p]),
      copies: (fate.copies ?? []).map((p) => positions[p]),
      chain: [
        ...fate.initials.map((p) => ({ role: 'initials' as const, position: positions[p], placement: null })),
        ...fate.signatures.map((p, index) => ({
          role: 'signature' as const,
          position: positions[p],
          placement: places[index] ?? null,
        })),
      ],
      note: fate.note ?? '',
      lossSeen: false,
    });
    return needed(answer).letterId;
  };
  return eventsOf(stage, key, propose, time, fate.steps);
}

/** Everything that happens in the sample office, in order of time. */
export function storyOf(stage: Stage): readonly StoryEvent[] {
  const absence = stage.days.moment([ABSENCE.since, '07:32']);
  const substitution: StoryEvent = {
    time: absence,
    play: async () => {
      enter(stage, FOUNDER, absence);
      if (stage.engine.office !== null) nameSubstitute(stage.engine.office, stage.cast, stage.days);
    },
  };
  const events = [
    substitution,
    ...stage.papers.incoming.flatMap((paper) => incomingEvents(stage, paper)),
    ...stage.papers.memos.flatMap((paper) => memoEvents(stage, paper)),
  ];
  return events.toSorted((a, b) => a.time - b.time);
}
