import type { ReactNode } from 'react';
import { useRef } from 'react';

import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import { useGo } from '#renderer/lib/places.ts';
import { mayRegister, useMe } from '#renderer/lib/session.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';
import { Menu, type MenuEntry, openMenuByKey } from '#renderer/ui/menu.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';

import { shellWords } from './shell-words.ts';

/** What this person may start: registering for TU, a memo for everyone. */
export function MakeMenu({ isNarrow }: { readonly isNarrow: boolean }): ReactNode {
  const t = useWords(shellWords);
  const go = useGo();
  const me = useMe();
  const button = useRef<HTMLButtonElement | null>(null);
  const register: MenuEntry = { id: 'register', label: t('register'), icon: 'inbox', run: go.register };
  const memo: MenuEntry = { id: 'memo', label: t('makeMemo'), icon: 'memo', run: go.newMemo };
  const verify: MenuEntry = { id: 'verify', label: t('verify'), icon: 'shieldCheck', run: go.verify };
  const entries = mayRegister(me) ? [register, memo, verify] : [memo, verify];
  useCommands([
    {
      id: 'make',
      label: t('make'),
      group: 'make',
      keys: ['n'],
      icon: 'plus',
      isKeyOnly: true,
      run: () => openMenuByKey(button.current),
    },
    ...entries.map((entry) => ({
      ...entry,
      // By itself in the palette it must not be taken for the list of the same name.
      label: entry === memo ? t('newMemo') : entry.label,
      id: `make-${entry.id}`,
      group: 'make' as const,
    })),
  ]);
  return (
    <Menu
      label={t('make')}
      entries={entries}
      trigger={
        <MenuButton
          buttonRef={button}
          label={isNarrow ? t('make') : undefined}
          shortcut="n"
          className={`flex h-8 shrink-0 items-center rounded-control border border-line-strong bg-sheet text-13 font-semibold text-ink hover:border-control ${isNarrow ? 'justify-center' : 'gap-2 px-2'}`}
        >
          <Icon name="plus" />
          {isNarrow ? null : (
            <>
              <span className="flex-1 text-left">{t('make')}</span>
              <KeyCap keys="n" />
            </>
          )}
        </MenuButton>
      }
    />
  );
}
