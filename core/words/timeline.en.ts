import type { TimelineSentences } from './timeline.ts';

/** Sentences of the trail in English. Double asterisks set in weight; {who} is the capacity of the actor. */
export const timelineEn: TimelineSentences = {
  'letter.registered': '**{who}** registered this letter and forwarded it to {forwardTo}.',
  registeredNumbered:
    '**{who}** registered this letter under agenda number **{number}** and forwarded it to {forwardTo}.',
  'letter.corrected': '**{who}** corrected the registration.',
  'letter.attached': '**{who}** added an attachment.',
  'letter.read': '**{who}** read this letter.',
  'letter.disposed': '**{who}** routed it to {recipients}.',
  disposedAsking: '**{who}** instructed: {asked}.',
  dueOn: 'due {due}',
  'letter.recalled': '**{who}** recalled the disposition.',
  'letter.acknowledged': '**{who}** acknowledged it.',
  'letter.followed-up': '**{who}** reported: {note}',
  'letter.finished': '**{who}** finished their part.',
  finishedNote: '**{who}** finished their part: {note}',
  'letter.returned': '**{who}** returned it: {note}',
  'letter.forwarded': '**{who}** forwarded the letter to **{forwardTo}**.',
  'letter.no-disposition': '**{who}** stated that no disposition is needed.',
  'number.issued': '**{who}** gave it agenda number **{number}**.',
  'number.corrected':
    '**{who}** told it apart from another letter with the same number: **{number}.{suffix}**.',
  'memo.proposed': '**{who}** proposed this memo to {to}.',
  'memo.revised': '**{who}** replaced the document with a revision.',
  'memo.approved': '**{who}** initialled it.',
  'memo.signed': '**{who}** signed it electronically.',
  'memo.returned': '**{who}** returned it for revision: {note}',
  'memo.withdrawn': '**{who}** withdrew this memo.',
  unknown: '**{who}** recorded an act that this version does not know.',
  withNote: 'Note: “{note}”',
  noEffect: 'Without effect: {reason}.',
  finishedAt: 'done {time}',
  returnedAt: 'returned {time}',
  acknowledgedAt: 'acknowledged {time}, not done',
  readAt: 'read {time}, not done',
  notRead: 'not read yet',
};
