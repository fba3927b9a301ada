/** What a person may do now; the action bar and the keyboard ask the engine, they do not guess. */
export const letterActions = [
  'dispose',
  'acknowledge',
  'followUp',
  'finish',
  'return',
  'noDisposition',
  'recall',
  'forward',
  'approve',
  'sign',
  'returnMemo',
  'revise',
  'withdraw',
  'correct',
  'attach',
  'settle',
  'shareKey',
  'proposeDestruction',
  'destroy',
] as const;
export type LetterAction = (typeof letterActions)[number];
