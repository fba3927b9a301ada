import type { SampleScans } from '../engine-resources.ts';
import type { EngineState } from '../engine-state.ts';
import { callEngine } from '../api/call.ts';
import { needed } from './fill-failure.ts';
import { latestLetters } from './letters/latest-letters.ts';
import type { IncomingText } from './letters/incoming-text.ts';
import { memoTexts } from './letters/memo-texts.ts';
import type { MemoKey } from './letters/memo-texts.ts';
import { recentLetters } from './letters/recent-letters.ts';
import { scannedLetter } from './letters/scanned-letter.ts';
import type { Families } from './paper/faces.ts';
import { incomingDocument, memoDocument, reportDocument } from './sample-documents.ts';
import type { LetterFacts, MemoDocument } from './sample-documents.ts';
import { earlierFates } from './scenario/earlier-fates.ts';
import { latestFates } from './scenario/latest-fates.ts';
import { memoFates } from './scenario/memo-fates.ts';
import { recentFates } from './scenario/recent-fates.ts';
import type { SampleDays } from './scenario/sample-days.ts';
import type { IncomingFate, Step } from './scenario/steps.ts';

/** An incoming letter of the story: its page is drawn and on its way through the intake. */
export interface IncomingPaper {
  readonly key: string;
  readonly text: Pick<IncomingText, 'urgency' | 'security' | 'enclosure'>;
  readonly facts: LetterFacts;
  readonly fate: IncomingFate;
}

/** A nota dinas of the story, likewise. */
export interface MemoPaper {
  readonly key: MemoKey;
  readonly document: Omit<MemoDocument, 'pdf'>;
}

/** All papers of the story. */
export interface Papers {
  readonly incoming: readonly IncomingPaper[];
  readonly memos: readonly MemoPaper[];
  /** Id of a staged document by its key, once its turn in the intake came. */
  readonly taken: (key: string) => Promise<string>;
}

/** Key of the document that a follow-up on a letter attaches. */
export function attachmentKey(letter: string, document: string): string {
  return `${letter}/${document}`;
}

interface Story {
  readonly key: string;
  readonly text: IncomingText;
  readonly fate: IncomingFate;
}

/** The letters that are drawn, oldest first, so that the intake has ready first what the story needs first. */
function drawnStories(): readonly Story[] {
  const earlier = earlierFates.map((story, index) => ({ ...story, key: `earlier${index}` })).toReversed();
  const recent = Object.entries<IncomingText>(recentLetters).map(([key, text]) => {
    return { key, text, fate: recentFates[key as keyof typeof recentLetters] };
  });
  const latest = Object.entries<IncomingText>(latestLetters).map(([key, text]) => {
    return { key, text, fate: latestFates[key as keyof typeof latestLetters] };
  });
  return [...earlier, ...recent, ...latest];
}

/** Lets the workers be given their next document. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What pages are drawn with, and those that came from a scanner. */
export interface PaperSources {
  readonly families: Families;
  readonly scans: SampleScans;
}

/** Draws every page of the story and begins its intake. Somebody is signed in. */
export async function drawPapers(
  engine: EngineState,
  days: SampleDays,
  { families, scans }: PaperSources,
  progress: (share: number) => void,
): Promise<Papers> {
  const staged = new Map<string, Promise<string>>();

  function begin(key: string, name: string, bytes: Uint8Array): void {
    const file = { name, bytes: Uint8Array.from(bytes) };
    const id = callEngine(engine, 'intake.stage', { files: [file] }).then((result) => needed(result).id);
    // A failure is told where the document is waited for.
    id.catch(() => undefined);
    staged.set(key, id);
  }

  function beginAttachments(key: string, steps: readonly Step[]): void {
    for (const step of steps) {
      if (step.act !== 'followUp' || step.attach === null) continue;
      const id = attachmentKey(key, step.attach);
      if (step.attach === 'attendanceScan') begin(id, 'daftar hadir.jpg', scans.attendance);
      else {
        begin(id, `laporan ${step.attach}.pdf`, reportDocument(step.attach, days.moment(step.at), families));
      }
    }
  }

  const incoming: IncomingPaper[] = [];
  const stories = drawnStories();
  for (const [index, { key, text, fate }] of stories.entries()) {
    const { pdf, ...facts } = incomingDocument(text, days.moment(fate.received), families);
    begin(key, `${facts.subject}.pdf`, pdf);
    beginAttachments(key, fate.steps);
    incoming.push({ key, text, facts, fate });
    progress((index + 1) / stories.length);
    await giveWay();
  }
  begin('wifiBalai', 'scan_0412.jpg', scans.letter);
  beginAttachments('wifiBalai', recentFates.wifiBalai.steps);
  incoming.push({ key: 'wifiBalai', text: {}, facts: scannedLetter, fate: recentFates.wifiBalai });

  const memos: MemoPaper[] = [];
  for (const key of Object.keys(memoTexts) as MemoKey[]) {
    const fate = memoFates[key];
    const urgency = fate.urgency ?? 'biasa';
    const { pdf, ...document } = memoDocument(key, urgency, days.moment(fate.proposed), families);
    begin(key, `${document.subject}.pdf`, pdf);
    memos.push({ key, document });
    await giveWay();
  }

  return {
    incoming,
    memos,
    taken: async (key) => {
      const id = staged.get(key);
      if (id === undefined) throw new TypeError(`no document ${key} was taken in`);
      return id;
    },
  };
}
