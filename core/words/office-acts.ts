import type { RosterActView } from '../contract/roster-views.ts';
import type { OfficeActType } from '../office/office-acts.ts';
import { closingReasons } from '../office/roster-acts.ts';
import type { ClosingReason } from '../office/roster-acts.ts';
import { fill } from './fill.ts';
import type { Language } from './language.ts';
import { officeActsEn } from './office-acts.en.ts';
import { officeActsId } from './office-acts.id.ts';

/** One sentence for each act, and the pieces that sentences are made of. A new act without words fails the typecheck. */
export type OfficeActSentences = Readonly<
  Record<
    | OfficeActType
    | ClosingReason
    | 'open'
    | 'withNote'
    | 'withoutEffect'
    | 'askedUnit'
    | 'askedPosition'
    | 'askedHolder'
    | 'askedClosing',
    string
  >
>;

const byLanguage = { id: officeActsId, en: officeActsEn } satisfies Record<Language, OfficeActSentences>;

const asked = {
  'roster.unit-set': 'askedUnit',
  'roster.position-set': 'askedPosition',
  'roster.holder-set': 'askedHolder',
  'roster.logs-closed': 'askedClosing',
} as const;

function isAsked(type: string): type is keyof typeof asked {
  return type in asked;
}

/** What an act on the office did, in one sentence. Dates stand as ISO days. */
export function officeActSentence(
  { type, name, title, params, counts }: Pick<RosterActView, 'type' | 'name' | 'title' | 'params' | 'counts'>,
  language: Language,
): string {
  const words = byLanguage[language];
  const reason = closingReasons.find((known) => known === params['reason']);
  const values = {
    ...params,
    by: title === '' ? name : `${title} (${name})`,
    until: params['until'] === '' ? words.open : (params['until'] ?? ''),
    reason: reason === undefined ? '' : words[reason],
  };
  const wanted = String(params['asked'] ?? '');
  const piece = isAsked(wanted) ? fill(words[asked[wanted]], values) : wanted;
  // A degree at the end of a name brings its own full stop: "S.AP."
  const sentence = fill(words[type], { ...values, asked: piece }).replace(/(?<!\.)\.\.$/u, '.');
  const note = String(params['note'] ?? '');
  const noted = note === '' ? sentence : fill(words.withNote, { sentence, note });
  return counts ? noted : fill(words.withoutEffect, { sentence: noted });
}
