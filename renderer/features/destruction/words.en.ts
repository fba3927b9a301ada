import type { Words } from '#renderer/lib/words/define-words.ts';

import type { id } from './words.id.ts';

export const en: Words<typeof id> = {
  panelTitle: 'Destruction of this letter’s documents was proposed',
  panelText: '**{who}** proposed it under decision **{decision}**, {time}.',
  panelNote: '“{note}”',
  waitsYou: 'Nothing is destroyed yet. Waiting for **your decision**.',
  waitsHead: 'Nothing is destroyed yet. Waiting for **the head of the office**.',
  waitsOtherHead: 'Nothing is destroyed yet. Waiting for **a head of the office who did not propose it**.',
  destroyAsk: 'Destroy…',
  proposeTitle: 'Propose destruction',
  proposeText:
    'Proposing destroys nothing yet. The head of the office, another person than you, decides on this letter’s page.',
  decision: 'Number of the retention decision',
  decisionDetail: 'The decision that approves the destruction under the retention schedule (JRA).',
  decisionMissing: 'Fill in the number of the decision.',
  note: 'Note, may be empty',
  proposeAct: 'Propose',
  proposed: 'The proposal was recorded.',
  already: '{who} proposed it already under decision {decision}. Propose again only if that number is wrong.',
  destroyTitle: 'Destroy the documents of this letter?',
  destroyWhich: 'Under the proposal',
  byDecision: 'Decision {decision}',
  proposedBy: 'Proposed by {who}, {time}',
  irreversible:
    'This cannot be undone. The files go from every PC of the office, from the shared folder and from search; Nirkertas keeps no copy.',
  gone: { one: 'Destroyed: {count} document', other: 'Destroyed: {count} documents' },
  toGo: { one: 'Would be destroyed: {count} document', other: 'Would be destroyed: {count} documents' },
  facts: { one: '{count} page, {size}', other: '{count} pages, {size}' },
  goneOther: 'Earlier draft',
  stays:
    'What stays: the record of the letter, its agenda number, subject, dispositions and trail, with your name, the time and the number of the decision. Prints and copies outside Nirkertas are beyond reach.',
  destroyAct: 'Destroy',
  destroyed: 'The documents were destroyed.',
  cancel: 'Cancel',
};
