import type { ReactNode } from 'react';
import { Tab as AriaTab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

import { Icon, type IconName } from './icons/icon.tsx';

export interface TabItem<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly count?: string | undefined;
}
export interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** At the right end of the tabs' line. */
  readonly aside?: ReactNode;
  /** What the chosen tab shows. */
  readonly children: ReactNode;
}

/** Views of one thing: a line of 32 px with the tabs, the chosen view below. */
export function Tabs<T extends string>(props: TabsProps<T>): ReactNode {
  const { label, tabs, value, onChange, aside, children } = props;
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key) => {
        const tab = tabs.find((t) => t.id === key);
        if (tab !== undefined) onChange(tab.id);
      }}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
    >
      <div className="flex h-8 shrink-0 items-center justify-between border-b border-line bg-sheet pr-1.5 pl-5">
        <TabList aria-label={label} items={tabs} className="flex h-full gap-5">
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
        {aside}
      </div>
      <TabPanel key={value} id={value} className="flex min-h-0 flex-1 -outline-offset-2">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
