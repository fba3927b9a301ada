import type { TimelineItem } from '../contract/views.ts';
import { letterFields } from '../office/letter-acts.ts';
import type { LetterActType } from '../office/letter-acts.ts';
import { instructionCodes, urgencies } from '../office/enums.ts';
import { type FillValues, fill } from './fill.ts';
import type { Language } from './language.ts';
import { officeWords } from './office-words.ts';
import { timelineEn } from './timeline.en.ts';
import { timelineId } from './timeline.id.ts';

/** One sentence for each act, and the pieces that sentences are made of. A new act without words fails the typecheck. */
export type TimelineSentences = Readonly<
  Record<
    | LetterActType
    | 'registeredNumbered'
    | 'letterNumbered'
    | 'disposedAsking'
    | 'dueOn'
    | 'finishedNote'
    | 'unknown'
    | 'withNote'
    | 'noEffect'
    | 'noEffectYet'
    | 'finishedAt'
    | 'returnedAt'
    | 'acknowledgedAt'
    | 'readAt'
    | 'notRead'
    | 'correctedTo'
    | 'changedTo'
    | 'keptApproved'
    | 'keptSigned'
    | 'keptReturned'
    | 'keptWithdrawn'
    | 'keptRevised'
    | 'sealedFollowUp'
    | 'sealedReturn'
    | 'sealedMemoReturn',
    string
  >
>;

const byLanguage = { id: timelineId, en: timelineEn } satisfies Record<Language, TimelineSentences>;

/** A stretch of a sentence; `strong` is set in weight. */
export interface Stretch {
  readonly text: string;
  readonly strong: boolean;
}

/** How dates and numbers inside a sentence are printed. */
export interface TimelineFormat {
  readonly due: (due: string) => string;
  readonly number: (value: number) => string;
}

/** The sentences of the Jejak in a language. */
export function timelineSentences(language: Language): TimelineSentences {
  return byLanguage[language];
}

/** Splits at double asterisks first and fills after, so that nothing a person typed can change the weight. */
function stretches(sentence: string, values: FillValues): readonly Stretch[] {
  return sentence
    .split('**')
    .map((piece, index) => ({ text: fill(piece, values), strong: index % 2 === 1 }))
    .filter((stretch) => stretch.text !== '');
}

function textParam(item: TimelineItem, name: string): string {
  const value = item.params[name];
  return value === undefined ? '' : String(value);
}

function askedOf(item: TimelineItem, language: Language, format: TimelineFormat): string {
  const words = officeWords(language).instructionShort;
  const codes = textParam(item, 'instructions').split(',');
  const asked = instructionCodes.filter((code) => codes.includes(code)).map((code) => words[code]);
  const due = textParam(item, 'due');
  const until = due === '' ? [] : [fill(byLanguage[language].dueOn, { due: format.due(due) })];
  return [...asked, ...until].join(', ');
}

/** A field's value as people read it: urgency by its word, a date written out. */
function valueOf(field: string, value: string, language: Language, format: TimelineFormat): string {
  const urgency = urgencies.find((code) => code === value);
  if (field === 'urgency' && urgency !== undefined) return officeWords(language).urgency[urgency];
  return field === 'date' && value !== '' ? format.due(value) : value;
}

/** What a correction changed, each field with its new value. */
function changesOf(item: TimelineItem, language: Language, format: TimelineFormat): string {
  const words = officeWords(language).letterField;
  return letterFields
    .filter((field) => field in item.params)
    .map((field) => {
      const value = valueOf(field, textParam(item, field), language, format);
      return fill(byLanguage[language].changedTo, { field: words[field], value });
    })
    .join(', ');
}

const keptSentences: Readonly<Record<string, keyof TimelineSentences>> = {
  'memo.approved': 'keptApproved',
  'memo.signed': 'keptSigned',
  'memo.returned': 'keptReturned',
  'memo.withdrawn': 'keptWithdrawn',
  'memo.revised': 'keptRevised',
};

/**
 * The actor's note as a sentence of its own. These are the writer's own words: quotation marks keep them from being
 * taken for the instructions.
 */
function noteStretch(sentences: TimelineSentences, note: string): Stretch {
  return { text: ` ${fill(sentences.withNote, { note: note.trim() })}`, strong: false };
}

/** Acts whose sentence would read out what is sealed. */
const sealedSentences: Readonly<Record<string, keyof TimelineSentences>> = {
  'letter.followed-up': 'sealedFollowUp',
  'letter.returned': 'sealedReturn',
  'memo.returned': 'sealedMemoReturn',
};

function isKnown(type: string): type is LetterActType {
  return type in timelineId && type.includes('.');
}

/**
 * The sentence of one timeline item.
 *
 * @param agenda the number issued together with the registration, told in the same sentence; null without one
 */
export function timelineSentence(
  language: Language,
  item: TimelineItem,
  format: TimelineFormat,
  agenda: number | null = null,
): readonly Stretch[] {
  const sentences = byLanguage[language];
  const values: Record<string, string | number> = {
    ...item.params,
    who: item.by.title === '' ? item.by.name : item.by.title,
  };
  const note = textParam(item, 'note');
  if (!isKnown(item.type)) return stretches(sentences.unknown, values);
  const sealed = item.sealed ? sealedSentences[item.type] : undefined;
  if (sealed !== undefined) return stretches(sentences[sealed], values);
  if (item.type === 'letter.registered' && agenda !== null) {
    return stretches(sentences.registeredNumbered, { ...values, number: format.number(agenda) });
  }
  if (item.type === 'number.issued') {
    const number = item.params['number'];
    const sentence = item.params['kind'] === 'letter' ? 'letterNumbered' : 'number.issued';
    return stretches(sentences[sentence], {
      ...values,
      number: typeof number === 'number' ? format.number(number) : textParam(item, 'number'),
    });
  }
  if (item.type === 'letter.disposed') {
    const asked = askedOf(item, language, format);
    const routed =
      asked === ''
        ? stretches(sentences['letter.disposed'], values)
        : stretches(sentences.disposedAsking, { ...values, asked });
    return note === '' ? routed : [...routed, noteStretch(sentences, note)];
  }
  if (item.type === 'letter.corrected') {
    const changes = changesOf(item, language, format);
    if (changes !== '') return stretches(sentences.correctedTo, { ...values, changes });
  }
  if (item.type === 'letter.settled') {
    const field = letterFields.find((name) => name === item.params['field']) ?? 'subject';
    const value = valueOf(field, textParam(item, 'value'), language, format);
    const told = { ...values, field: officeWords(language).letterField[field], value };
    const settled = stretches(sentences['letter.settled'], told);
    return note === '' ? settled : [...settled, noteStretch(sentences, note)];
  }
  if (item.type === 'memo.settled') {
    const settled = stretches(
      sentences[keptSentences[textParam(item, 'keptType')] ?? 'memo.settled'],
      values,
    );
    return note === '' ? settled : [...settled, noteStretch(sentences, note)];
  }
  if (item.type === 'letter.finished' && note !== '') return stretches(sentences.finishedNote, values);
  const told = stretches(sentences[item.type], values);
  const isTold = sentences[item.type].includes('{note}');
  return note === '' || isTold ? told : [...told, noteStretch(sentences, note)];
}
