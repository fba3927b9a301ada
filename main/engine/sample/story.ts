import { callEngine } from '../api/call.ts';
import { needed } from './fill-failure.ts';
import { latestLetters } from './letters/latest-letters.ts';
import { memoTexts } from './letters/memo-texts.ts';
import type { MemoKey } from './letters/memo-texts.ts';
import type { IncomingText } from './letters/incoming-text.ts';
import { recentLetters } from './letters/recent-letters.ts';
import { scannedLetter } from './letters/scanned-letter.ts';
import type { Families } from './paper/faces.ts';
import { attachmentKey, enter, perform } from './performing.ts';
import type { PlayedLetter, Stage } from './performing.ts';
import { incomingDocument, memoDocument, reportDocument } from './sample-documents.ts';
import type { SampleScans } from './sample-scans.ts';
import { earlierFates } from './scenario/earlier-fates.ts';
import { latestFates } from './scenario/latest-fates.ts';
import { memoFates } from './scenario/memo-fates.ts';
import { FOUNDER } from './scenario/people.ts';
import { recentFates } from './scenario/recent-fates.ts';
import type { IncomingFate, Step } from './scenario/steps.ts';

/** Something that happens in the story at a moment. */
export interface StoryEvent {
  readonly time: number;
  readonly play: () => Promise<void>;
}

interface Paper {
  readonly families: Families;
  readonly scans: SampleScans;
}

function fileName(subject: string): string {
  return `${subject.replaceAll('/', '-')}.pdf`;
}

/** Begins the intake of what the steps will attach. */
function beginAttachments(stage: Stage, key: string, steps: readonly Step[], paper: Paper): void {
  for (const step of steps) {
    if (step.act !== 'followUp' || step.attach === null) continue;
    const id = attachmentKey(key, step.attach);
    if (step.attach === 'attendanceScan') stage.staging.begin(id, 'daftar hadir.jpg', paper.scans.attendance);
    else {
      const report = reportDocument(step.attach, stage.days.moment(step.at), paper.families);
      stage.staging.begin(id, `laporan ${step.attach}.pdf`, report);
    }
  }
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

/** What the register takes from a letter's page. */
interface Registered {
  readonly from: string;
  readonly number: string;
  readonly date: string | null;
  readonly subject: string;
  readonly classification: string;
}

function incoming(
  stage: Stage,
  key: string,
  text: Pick<IncomingText, 'urgency' | 'security' | 'enclosure'>,
  paper: Registered,
  fate: IncomingFate,
): readonly StoryEvent[] {
  const time = stage.days.moment(fate.received);
  const { from, number, date, subject, classification } = paper;
  const register = async () => {
    const staged = await stage.staging.taken(key);
    enter(stage, fate.by ?? FOUNDER, time);
    const answer = await callEngine(stage.engine, 'letters.register', {
      staged,
      from,
      number,
      date,
      subject,
      classification,
      securityClass: text.security ?? 'biasa',
      urgency: text.urgency ?? 'biasa',
      enclosure: text.enclosure ?? '',
      receivedAt: time,
      forwardTo: stage.cast.positions[key === 'perintahPlh' ? 'sekretaris' : 'kepala'],
      duplicateSeen: false,
    });
    return needed(answer).letterId;
  };
  return eventsOf(stage, key, register, time, fate.steps);
}

function writtenLetter(stage: Stage, key: string, text: IncomingText, fate: IncomingFate, paper: Paper) {
  const document = incomingDocument(text, stage.days.moment(fate.received), paper.families);
  stage.staging.begin(key, fileName(document.subject), document.pdf);
  beginAttachments(stage, key, fate.steps, paper);
  return incoming(stage, key, text, document, fate);
}

function memo(stage: Stage, key: MemoKey, paper: Paper): readonly StoryEvent[] {
  const fate = memoFates[key];
  const time = stage.days.moment(fate.proposed);
  const document = memoDocument(key, fate.urgency ?? 'biasa', time, paper.families);
  stage.staging.begin(key, fileName(document.subject), document.pdf);
  const { positions } = stage.cast;
  const propose = async () => {
    const staged = await stage.staging.taken(key);
    enter(stage, fate.by, time);
    const answer = await callEngine(stage.engine, 'memos.propose', {
      staged,
      subject: document.subject,
      number: document.number,
      date: document.date,
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
          placement: document.places[index] ?? null,
        })),
      ],
      note: fate.note ?? '',
      lossSeen: false,
    });
    return needed(answer).letterId;
  };
  return eventsOf(stage, key, propose, time, fate.steps);
}

/** Draws everything, begins its intake in the order in which the story needs it, and answers the story's events. */
export function tellStory(stage: Stage, paper: Paper): readonly StoryEvent[] {
  const events: StoryEvent[] = [];
  for (const [index, { text, fate }] of [...earlierFates].reverse().entries()) {
    events.push(...writtenLetter(stage, `earlier${index}`, text, fate, paper));
  }
  const scan = recentFates.wifiBalai;
  stage.staging.begin('wifiBalai', 'scan_0412.jpg', paper.scans.letter);
  beginAttachments(stage, 'wifiBalai', scan.steps, paper);
  events.push(...incoming(stage, 'wifiBalai', {}, scannedLetter, scan));
  for (const [key, text] of Object.entries<IncomingText>(recentLetters)) {
    events.push(...writtenLetter(stage, key, text, recentFates[key as keyof typeof recentLetters], paper));
  }
  for (const [key, text] of Object.entries<IncomingText>(latestLetters)) {
    events.push(...writtenLetter(stage, key, text, latestFates[key as keyof typeof latestLetters], paper));
  }
  for (const key of Object.keys(memoTexts) as MemoKey[]) events.push(...memo(stage, key, paper));
  return events.toSorted((a, b) => a.time - b.time);
}
