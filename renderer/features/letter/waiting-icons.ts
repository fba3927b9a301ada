import type { TaskKind } from '#core/office/tasks.ts';
import type { IconName } from '#renderer/ui/icons/icon.tsx';

/** The sign of what waits, as the queue draws it. */
export const waitingIcons: Readonly<Record<TaskKind, IconName>> = {
  dispose: 'disposition',
  followUp: 'checkCircle',
  initials: 'initials',
  sign: 'pen',
  revise: 'pen',
  forward: 'forward',
  readCopy: 'eye',
  settle: 'warning',
};
