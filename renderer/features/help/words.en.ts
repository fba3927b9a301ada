import type { Words } from '#renderer/lib/words/define-words.ts';

import type { id } from './words.id.ts';

export const en: Words<typeof id> = {
  title: 'Help',
  intro: 'Everything can be done with the keyboard. What is listed here works on the screen that is open.',
  letter: 'Letter',
  queue: 'List',
  go: 'Go to',
  make: 'New',
  app: 'General',
  close: 'Close',
  palette: 'All commands and letters',
  aboutTitle: 'About Nirkertas',
  about: 'Version {version}, Chromium {chromium}',
  aboutDevelopment: 'Running on the development Electron, not an official release.',
  dataFolder: 'Data folder: {folder}',
};
