import type { ReactNode } from 'react';

import { useOffice } from '#renderer/lib/office/office-context.tsx';
import { useGo } from '#renderer/lib/places.ts';
import { mainPosition, useMe } from '#renderer/lib/session.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';

import { shellWords } from './shell-words.ts';
import { useLock } from './use-lock.ts';

/** Who works here now and in which capacity; lock and leave. */
export function AccountMenu({ isNarrow }: { readonly isNarrow: boolean }): ReactNode {
  const t = useWords(shellWords);
  const office = useOffice();
  const go = useGo();
  const lock = useLock();
  const me = useMe();
  if (me === null) return null;
  const position = mainPosition(me);
  const bareName = me.name.split(',')[0] ?? me.name;
  return (
    <div className="h-13 shrink-0 border-t border-line">
      <Menu
        label={t('account')}
        placement="top start"
        entries={[
          {
            id: 'lock',
            label: t('lock'),
            icon: 'lock',
            run: () => void lock(),
          },
          {
            id: 'leave',
            label: t('leave'),
            icon: 'join',
            run: () => {
              // The next person begins at home, not on what this one was reading.
              go.home();
              void office.call('session.leave', undefined);
            },
          },
        ]}
        trigger={
          <MenuButton
            className={`flex h-full w-full items-center -outline-offset-2 hover:bg-hover ${isNarrow ? 'justify-center' : 'gap-2 px-2'}`}
          >
            {isNarrow ? (
              <span className="sr-only">{`${me.name}, ${position === null ? '' : position.title}`}</span>
            ) : null}
            <span className="relative -m-1 flex shrink-0 p-1">
              <Avatar name={me.name} />
              {me.unlocked ? null : (
                <span className="absolute right-0 bottom-0 flex size-4 items-center justify-center rounded-full border border-line-strong bg-page text-ink-2">
                  <Icon name="lock" size={10} label={t('keyLocked')} />
                </span>
              )}
            </span>
            {isNarrow ? null : (
              <span className="min-w-0 flex-1 text-left text-12">
                <span className="block truncate font-semibold text-ink">{bareName}</span>
                <span className="block truncate text-ink-2">{position === null ? '' : position.title}</span>
              </span>
            )}
          </MenuButton>
        }
      />
    </div>
  );
}
