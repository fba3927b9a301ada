import type { Words } from '#renderer/lib/words/define-words.ts';

import type { id } from './words.id.ts';

export const en: Words<typeof id> = {
  overlay: 'Drop the files here',
  register: 'Register an incoming letter',
  registerDetail: 'PDF, JPG or PNG from the scanner or e-mail',
  memo: 'Propose a memo',
  memoDetail: 'A PDF to be initialled and signed',
  verify: 'Check signatures',
  verifyDetail: 'See whether a PDF is intact; it is not kept',
};
