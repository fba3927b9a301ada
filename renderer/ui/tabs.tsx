import type { ReactNode } from 'react';
import { Tab as AriaTab, TabList, Tabs as AriaTabs } from 'react-aria-components';

import { Icon, type IconName } from './icons/icon.tsx';

export interface TabItem<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly count?: string | undefined;
  /** Id of the element that the tab shows. */
  readonly controls?: string | undefined;
}
export interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** Views of one thing in a row; the chosen one has weight and a line below. The caller renders the panel. */
export function Tabs<T extends string>({ label, tabs, value, onChange }: TabsProps<T>): ReactNode {
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key) => {
        const tab = tabs.find((t) => t.id === key);
        if (tab !== undefined) onChange(tab.id);
      }}
      className="flex h-full"
    >
      <TabList aria-label={label} items={tabs} dependencies={[value]} className="flex h-full gap-5">
        {(tab) => (
          <AriaTab
            id={tab.id}
            className="flex h-full items-center gap-1.5 border-b-2 border-transparent text-12 text-ink-2 outline-none data-[focus-visible]:outline-2 data-[focus-visible]:-outline-offset-2 data-[focus-visible]:outline-focus data-[hovered]:text-ink data-[selected]:border-accent data-[selected]:font-semibold data-[selected]:text-ink"
          >
            {tab.icon === undefined ? null : <Icon name={tab.icon} />}
            {tab.label}
            {tab.count === undefined ? null : <span>{tab.count}</span>}
          </AriaTab>
        )}
      </TabList>
    </AriaTabs>
  );
}
