import type { ReactElement, ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Text,
} from 'react-aria-components';

import { given } from './given.ts';
import { Icon, type IconName } from './icons/icon.tsx';
import { KeyCap } from './key-cap.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly shortcut?: string | undefined;
  readonly isChosen?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly run: () => void;
}
export interface MenuProps {
  readonly trigger: ReactElement;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly title?: string | undefined;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | undefined;
}

function Entry({ entry }: { readonly entry: MenuEntry }): ReactNode {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      onAction={entry.run}
      {...given({ isDisabled: entry.isDisabled })}
      className="flex h-7 cursor-default items-center gap-2 rounded-chip px-2 text-13 text-ink outline-none data-[disabled]:text-ink-3 data-[focused]:bg-accent-soft"
    >
      {entry.icon === undefined ? null : <Icon name={entry.icon} className="text-ink-2" />}
      <Text slot="label" className="min-w-0 flex-1 truncate pr-4">
        {entry.label}
      </Text>
      {entry.isChosen === true ? <Icon name="check" className="text-accent" /> : null}
      {entry.shortcut === undefined ? null : <KeyCap keys={entry.shortcut} />}
    </MenuItem>
  );
}

/**
 * Opens a button's menu as its arrow key does: the first entry has the focus, and Enter takes it. A click from a
 * script counts as a screen reader's, after which the focus stays on the list and Enter does nothing.
 */
export function openMenuByKey(button: HTMLButtonElement | null): void {
  button?.focus();
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
}

/** A list of acts or choices that opens from a button. */
export function Menu({ trigger, label, entries, title, placement }: MenuProps): ReactNode {
  const items = entries.map((entry) => <Entry key={entry.id} entry={entry} />);
  return (
    <MenuTrigger>
      {trigger}
      <Popover offset={6} containerPadding={8} {...given({ placement })}>
        <AriaMenu
          aria-label={label}
          className="appear min-w-44 rounded-popover border border-line-strong bg-page p-1 shadow-popover outline-none"
        >
          {title === undefined ? (
            items
          ) : (
            <MenuSection aria-label={title}>
              <Header className="px-2 py-1 text-11 text-ink-3">{title}</Header>
              {items}
            </MenuSection>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
