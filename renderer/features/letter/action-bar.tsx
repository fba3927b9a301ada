import type { ReactNode } from 'react';

import type { LetterAction } from '#core/contract/views.ts';
import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import { useNarrowerThan, widths } from '#renderer/lib/use-media.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';

import { actLooks, actOrder, leadingActs } from './letter-acts.ts';
import { letterWords } from './letter-words.ts';

export interface ActionBarProps {
  readonly actions: readonly LetterAction[];
  /** k returns the letter while it has the focus; in the list k moves up and Shift+k returns. */
  readonly hasFocus: boolean;
  /** On a narrow window the trail takes the place of the document and back. */
  readonly trail: { readonly isOpen: boolean; readonly toggle: () => void } | null;
  /** Back to the list, where list and letter share one pane. */
  readonly onBack: (() => void) | undefined;
  /** False while the content is sealed: there is nothing to print or to save. */
  readonly hasDocument: boolean;
  readonly onAct: (action: LetterAction) => void;
  readonly onPrint: () => void;
  readonly onSave: () => void;
}

/** What this person may do now, each with its key; the engine says which, the bar does not guess. */
export function ActionBar(props: ActionBarProps): ReactNode {
  const { actions, hasFocus, trail, onBack, hasDocument, onAct, onPrint, onSave } = props;
  const t = useWords(letterWords);
  const allowed = actOrder.filter((action) => actions.includes(action));
  const primary = allowed.find((action) => leadingActs.has(action));
  const onBar = allowed.filter((action) => actLooks[action].isMinor !== true);
  const isNarrow = useNarrowerThan(widths.narrowRail);
  // What a narrow bar cuts off is in the menu, too.
  const inMenu = allowed.filter((action) => isNarrow || actLooks[action].isMinor === true);
  const keysOf = (action: LetterAction) => {
    const { keys } = actLooks[action];
    return keys === 'K' && hasFocus ? 'k' : (keys ?? undefined);
  };
  const commandKeysOf = (action: LetterAction) => {
    const { keys } = actLooks[action];
    if (keys === 'K') return hasFocus ? ['k', 'Shift+K', 'K'] : ['K'];
    return keys === null ? undefined : [keys];
  };
  useCommands([
    ...allowed.map((action) => ({
      id: `act-${action}`,
      label: t(action),
      group: 'letter' as const,
      icon: actLooks[action].icon,
      keys: commandKeysOf(action),
      run: () => {
        onAct(action);
      },
    })),
    {
      id: 'print',
      label: t('print'),
      group: 'letter',
      icon: 'printer',
      keys: ['Ctrl+P'],
      isEnabled: hasDocument,
      run: onPrint,
    },
    {
      id: 'save',
      label: t('save'),
      group: 'letter',
      icon: 'download',
      keys: ['Ctrl+S'],
      isEnabled: hasDocument,
      run: onSave,
    },
  ]);
  return (
    <div
      role="toolbar"
      aria-label={t('actions')}
      className="flex h-12 shrink-0 items-center border-t border-line bg-sheet pr-3 pl-5"
    >
      <div className="mr-2 flex h-10 min-w-0 flex-1 flex-wrap items-center gap-x-1 gap-y-4 overflow-hidden py-1">
        {onBar.map((action) => {
          const { icon, hasNoIcon } = actLooks[action];
          const isPrimary = action === primary;
          return (
            <Button
              key={action}
              variant={isPrimary ? 'primary' : 'quiet'}
              icon={hasNoIcon === true ? undefined : icon}
              shortcut={keysOf(action)}
              onPress={() => {
                onAct(action);
              }}
            >
              {t(action)}
            </Button>
          );
        })}
      </div>
      {onBack === undefined ? null : (
        <IconButton icon="chevronLeft" label={t('back')} shortcut="Esc" onPress={onBack} />
      )}
      {trail === null ? null : (
        <IconButton icon="clock" label={t('trail')} isPressed={trail.isOpen} onPress={trail.toggle} />
      )}
      {hasDocument ? (
        <IconButton icon="printer" label={t('print')} shortcut="Ctrl+P" onPress={onPrint} />
      ) : null}
      {!hasDocument && inMenu.length === 0 ? null : (
        <Menu
          label={t('more')}
          placement="top end"
          trigger={
            <MenuButton
              label={t('more')}
              className="ml-1 inline-flex size-7 items-center justify-center rounded-control text-ink-2 hover:bg-hover"
            >
              <Icon name="more" />
            </MenuButton>
          }
          entries={[
            ...inMenu.map((action) => ({
              id: action,
              label: t(action),
              icon: actLooks[action].icon,
              shortcut: actLooks[action].keys ?? undefined,
              run: () => {
                onAct(action);
              },
            })),
            ...(hasDocument
              ? [{ id: 'save', label: t('save'), icon: 'download' as const, shortcut: 'Ctrl+S', run: onSave }]
              : []),
          ]}
        />
      )}
    </div>
  );
}
