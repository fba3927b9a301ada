import type { SecurityClass, Urgency } from '#core/office/enums.ts';

import type { Block } from '../paper/blocks.ts';
import type { SenderKey } from './correspondents.ts';

/** A surat masuk as its sender wrote it. Words in braces are dates, counted from the letter's own (letter-dates.ts). */
export interface IncomingText {
  readonly from: SenderKey;
  /** Classification code and running number: its number without the unit's abbreviation. */
  readonly number: string;
  readonly subject: string;
  readonly urgency?: Urgency;
  readonly security?: SecurityClass;
  readonly enclosure?: string;
  readonly body: readonly Block[];
  readonly copies?: readonly string[];
}
