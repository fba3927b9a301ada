import type { InstructionCode } from '#core/office/enums.ts';
import { addWorkingDays } from '#core/office/office-day.ts';

import { actorOf } from '../../office/acting.ts';
import type { NewAct } from '../../office/append.ts';
import type { Colleague, Staff } from './people.ts';
import type { Random } from './random.ts';
import { dispositionNotes, followUpNotes } from './vocabulary.ts';

/** A letter that was registered, as the rest of its life needs it. */
export interface Registered {
  readonly letter: string;
  /** Working days since it came, 0 today. */
  readonly age: number;
}

/** What one person does on one day, in order. */
export interface DaysWork {
  readonly who: Colleague;
  readonly acts: readonly NewAct[];
}

const INSTRUCTIONS: readonly InstructionCode[] = [
  'tindaklanjuti',
  'pelajari',
  'wakili',
  'koordinasi',
  'siapkan',
  'jawab',
];
const noHolidays: ReadonlySet<string> = new Set();

/** How likely a letter of this age was dealt with at a desk, and if not, was at least opened. */
function progress(age: number): { readonly settled: number; readonly read: number } {
  if (age >= 10) return { settled: 0.985, read: 0.7 };
  if (age >= 3) return { settled: 0.85, read: 0.5 };
  return { settled: 0.4, read: 0.35 };
}

interface Part {
  readonly letter: string;
  readonly age: number;
  readonly disposition: string;
}

/** The leader's day with the letters of one day: disposes most, marks some as needing nothing, leaves some. */
function leadersWork(
  random: Random,
  { leader, heads }: Staff,
  letters: readonly Registered[],
  day: string,
): { acts: readonly NewAct[]; parts: ReadonlyMap<Colleague, readonly Part[]> } {
  const acts: NewAct[] = [];
  const parts = new Map<Colleague, Part[]>();
  const actor = actorOf(leader.session.user, leader.held);
  const position = leader.held.position.id;
  for (const { letter, age } of letters) {
    const { settled, read } = progress(age);
    if (!random.chance(settled)) {
      if (random.chance(read)) {
        acts.push({ type: 'letter.read', subject: letter, actor, body: { position, disposition: null } });
      }
      continue;
    }
    if (random.chance(0.08)) {
      acts.push({ type: 'letter.no-disposition', subject: letter, actor, body: { position, note: '' } });
      continue;
    }
    const disposition = random.id('dsp');
    const count = random.chance(0.75) ? 1 : random.chance(0.8) ? 2 : 3;
    const start = random.below(heads.length);
    const chosen = heads.map((_, index) => heads[(start + index) % heads.length]).slice(0, count);
    const instruction = random.pick(INSTRUCTIONS);
    const due = random.chance(0.6) ? addWorkingDays(day, 2 + random.below(8), noHolidays) : null;
    const recipients = chosen.flatMap((head) => {
      if (head === undefined) return [];
      parts.set(head, [...(parts.get(head) ?? []), { letter, age, disposition }]);
      return [{ position: head.held.position.id, instructions: [instruction], note: '', due, custom: false }];
    });
    acts.push({
      type: 'letter.disposed',
      subject: letter,
      actor,
      body: {
        disposition,
        parent: null,
        instructions: [instruction],
        note: random.chance(0.3) ? random.pick(dispositionNotes) : '',
        due,
        recipients,
      },
    });
  }
  return { acts, parts };
}

/** A head's day with the parts that came to them: acknowledges, reports, finishes most, sends some back. */
function headsWork(random: Random, head: Colleague, parts: readonly Part[]): readonly NewAct[] {
  const acts: NewAct[] = [];
  const actor = actorOf(head.session.user, head.held);
  const position = head.held.position.id;
  for (const { letter, age, disposition } of parts) {
    const about = { subject: letter, actor };
    const { settled, read } = progress(age);
    if (!random.chance(settled)) {
      if (random.chance(read)) {
        acts.push({ ...about, type: 'letter.acknowledged', body: { position, disposition } });
      }
      continue;
    }
    if (random.chance(0.02)) {
      const note = 'Bukan tugas bidang kami.';
      acts.push({ ...about, type: 'letter.returned', body: { position, disposition, note } });
      continue;
    }
    if (random.chance(0.35)) {
      const note = random.pick(followUpNotes);
      acts.push({
        ...about,
        type: 'letter.followed-up',
        body: { position, disposition, note, attachments: [] },
      });
    }
    acts.push({ ...about, type: 'letter.finished', body: { position, disposition, note: '' } });
  }
  return acts;
}

/** Everything that happens after the letters of one day were registered, person by person. */
export function lifeOfDay(
  random: Random,
  staff: Staff,
  letters: readonly Registered[],
  day: string,
): readonly DaysWork[] {
  const { acts, parts } = leadersWork(random, staff, letters, day);
  const work: DaysWork[] = [{ who: staff.leader, acts }];
  for (const [head, theirs] of parts) work.push({ who: head, acts: headsWork(random, head, theirs) });
  return work.filter((one) => one.acts.length > 0);
}
