import type { Words } from '#renderer/lib/words/define-words.ts';

import type { id } from './archive-words.id.ts';

export const en: Words<typeof id> = {
  title: 'Keepers of the archive',
  none: 'No computer keeps all of the office’s documents yet.',
  fewer: {
    one: '{count} document has fewer than two copies at keepers',
    other: '{count} documents have fewer than two copies at keepers',
  },
  fewerText:
    'Make two computers keepers that are often on and have large disks, so that the documents outlive the shared folder or one disk.',
  enough: 'Every document has two copies or more at keepers',
  noDocuments: 'No documents yet.',
  documents: 'Documents of the office',
  here: 'On this computer',
  hereAll: '{count}, all are fetched',
  hereSome: '{count}, of its people’s tasks or opened once',
  awaited: 'Being fetched',
  destroyed: 'Destroyed under a decision',
  device: 'Computer',
  state: 'Copies',
  seen: 'Seen',
  whole: 'complete',
  filling: 'not complete',
  silent: 'long not heard',
  closed: 'closed',
  stateText_whole: 'This keeper said that it holds every document that has reached it.',
  stateText_filling: 'Its documents are being fetched, or some are missing. Not counted as a copy yet.',
  stateText_silent: 'Not heard of for 30 days. Not counted as a copy until it is on again.',
  stateText_closed: 'This computer was closed or given up. Not counted as a copy.',
  thisPc: 'this computer',
  keep: 'Make this computer a keeper…',
  keepTitle: 'Make this computer a keeper of the archive?',
  keepText:
    'It fetches and keeps every document of the office, checks them regularly, and sends again what is gone from the shared folder. Have room on the disk: about 200 MB for a thousand letters. The content of secret letters stays sealed.',
  keepAct: 'Make it a keeper',
  kept: 'This computer is a keeper of the archive.',
  stop: 'Stop keeping the archive…',
  stopTitle: 'Stop being a keeper of the archive?',
  stopText:
    'The copies on this computer count no longer, and new documents are fetched only for the tasks of its people or when opened. What is kept here is not deleted.',
  stopAct: 'Stop keeping',
  stopped: 'This computer is no keeper any more.',
  cancel: 'Cancel',
};
