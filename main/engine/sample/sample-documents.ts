import type { Placement } from '#core/office/letter-acts.ts';
import type { SecurityClass, Urgency } from '#core/office/enums.ts';
import { officeDay } from '#core/office/office-day.ts';

import { senders } from './letters/correspondents.ts';
import type { Sender } from './letters/correspondents.ts';
import type { IncomingText } from './letters/incoming-text.ts';
import { blocksWithDates, dateWords, withDates, workingDay } from './letters/letter-dates.ts';
import { memoTexts } from './letters/memo-texts.ts';
import type { MemoKey, MemoWords } from './letters/memo-texts.ts';
import { reportTexts } from './letters/report-texts.ts';
import type { ReportKey } from './letters/report-texts.ts';
import { officeLetterhead, OFFICE_NAME } from './office-paper.ts';
import type { Families } from './paper/faces.ts';
import { drawMemo } from './paper/memo-page.ts';
import { drawOfficialLetter } from './paper/official-letter.ts';
import { drawReport } from './paper/report-page.ts';
import type { ReportText } from './paper/report-page.ts';
import { writePdf } from './paper/write-pdf.ts';
import { SAMPLE_ZONE } from './scenario/sample-days.ts';

/** What the register takes from a letter's page. */
export interface LetterFacts {
  readonly from: string;
  readonly number: string;
  readonly date: string | null;
  readonly subject: string;
  readonly classification: string;
}

/** A letter as a file. */
export interface LetterDocument extends LetterFacts {
  readonly pdf: Uint8Array;
}

const urgencyWords: Record<Urgency, string> = { biasa: '', segera: 'Segera', sangatSegera: 'Sangat Segera' };
const securityWords: Record<SecurityClass, string> = {
  biasa: '',
  terbatas: 'Terbatas',
  rahasia: 'Rahasia',
  sangatRahasia: 'Sangat Rahasia',
};

/** What stands under Sifat: paper mixes secrecy and urgency, the register keeps them apart. */
function character(security: SecurityClass = 'biasa', urgency: Urgency = 'biasa'): string {
  const words = [securityWords[security], urgencyWords[urgency]].filter((word) => word !== '');
  return words.length === 0 ? 'Biasa' : words.join('/');
}

const CLASSIFIED = /^(\d{3}(?:\.\d+)+)\//;

/** Draws a surat masuk that arrives at a moment; it was written on the working day before. */
export function incomingDocument(text: IncomingText, arrives: number, families: Families): LetterDocument {
  const sender: Sender = senders[text.from];
  const date = workingDay(officeDay(arrives, SAMPLE_ZONE), -1);
  const classification = CLASSIFIED.exec(text.number)?.[1] ?? '';
  const number =
    classification === '' ? `${text.number}/${date.slice(0, 4)}` : `${text.number}/${sender.code}`;
  const subject = withDates(text.subject, date);
  const sheet = drawOfficialLetter(
    {
      place: text.from === 'provinsi' ? 'Tirtanagari' : 'Tirtawangsa',
      date: dateWords(date),
      number,
      character: character(text.security, text.urgency),
      enclosure: text.enclosure ?? '',
      subject,
      addressee: ['Yth. Kepala Dinas Komunikasi dan Informatika', 'di Tirtawangsa'],
      body: blocksWithDates(text.body, date),
      copies: text.copies ?? [],
    },
    sender,
    families,
  );
  const pdf = writePdf([sheet], { title: subject, author: sender.from, time: new Date(arrives) });
  return { pdf, from: sender.from, number, date, subject, classification };
}

/** A nota dinas as a file, with the places that its page leaves for the stamps. */
export interface MemoDocument {
  readonly pdf: Uint8Array;
  readonly places: readonly Placement[];
  readonly number: string;
  readonly date: string;
  readonly subject: string;
}

/** Draws a nota dinas that is proposed at a moment. */
export function memoDocument(key: MemoKey, urgency: Urgency, time: number, families: Families): MemoDocument {
  const words: MemoWords = memoTexts[key];
  const date = officeDay(time, SAMPLE_ZONE);
  const subject = withDates(words.subject, date);
  const { sheet, places } = drawMemo(
    {
      to: words.to,
      from: words.from,
      copies: words.copies ?? '',
      date: dateWords(date),
      number: words.number,
      character: character('biasa', urgency),
      enclosure: words.enclosure ?? '',
      subject,
      body: blocksWithDates(words.body, date),
      signatories: words.signatories,
    },
    officeLetterhead,
    families,
  );
  const pdf = writePdf([sheet], { title: subject, author: OFFICE_NAME, time: new Date(time) });
  return { pdf, places, number: words.number, date, subject };
}

/** Draws a report that is attached at a moment. */
export function reportDocument(key: ReportKey, time: number, families: Families): Uint8Array {
  const words: ReportText = reportTexts[key];
  const date = officeDay(time, SAMPLE_ZONE);
  const sheet = drawReport(
    {
      title: words.title,
      body: blocksWithDates(words.body, date),
      maker: words.maker.map((line) => withDates(line, date)),
    },
    officeLetterhead,
    families,
  );
  return writePdf([sheet], { title: words.title.join(' '), author: OFFICE_NAME, time: new Date(time) });
}
