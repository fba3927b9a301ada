import type { Words } from '#renderer/lib/words/define-words.ts';
import type { id } from './words.id.ts';

export const en: Words<typeof id> = {
  code: 'Code for support: {code}',
  faultTitle: 'This screen stopped because of a fault in the program',
  partTitle: 'This part of the program could not be loaded',
  safe: 'Letters, dispositions and signatures that were saved are safe. What you typed is kept as a draft.',
  faultTodo: 'Reload the window. If it happens again, give the details below to the office’s admin.',
  partTodo:
    'Reload the window. If it still fails, close Nirkertas and open it again; if that fails too, ask the admin to install it anew.',
  reload: 'Reload',
  goHome: 'Go to Home',
  detail: 'Details for the admin',
};
