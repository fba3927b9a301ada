import type { Command } from '#renderer/lib/commands/registry.ts';
import type { Translate } from '#renderer/lib/words/define-words.ts';

import type { id } from './words.id.ts';

export interface QueueMoves {
  readonly move: (by: number) => void;
  readonly goTo: (place: 'first' | 'last') => void;
  readonly page: (by: 1 | -1) => void;
  readonly open: () => void;
  readonly back: () => void;
  readonly filter: () => void;
}

/** The keys of a list. */
export function queueCommands(t: Translate<typeof id>, moves: QueueMoves): readonly Command[] {
  const key = (name: string, label: string, keys: readonly string[], run: () => void): Command => ({
    id: `queue-${name}`,
    label,
    group: 'queue',
    keys,
    isKeyOnly: true,
    run,
  });
  return [
    key('next', t('next'), ['j', 'ArrowDown'], () => {
      moves.move(1);
    }),
    key('previous', t('previous'), ['k', 'ArrowUp'], () => {
      moves.move(-1);
    }),
    key('page-down', t('pageDown'), ['PageDown'], () => {
      moves.page(1);
    }),
    key('page-up', t('pageUp'), ['PageUp'], () => {
      moves.page(-1);
    }),
    key('first', t('first'), ['Home'], () => {
      moves.goTo('first');
    }),
    key('last', t('last'), ['End'], () => {
      moves.goTo('last');
    }),
    key('open', t('open'), ['Enter'], moves.open),
    key('back', t('backToList'), ['Escape'], moves.back),
    {
      id: 'queue-filter',
      label: t('focusFilter'),
      group: 'queue',
      keys: ['/'],
      icon: 'search',
      run: moves.filter,
    },
  ];
}
