import type { ReactNode } from 'react';

import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { GarisKop } from '#renderer/ui/garis-kop.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { IconName } from '#renderer/ui/icons/icon.tsx';
import { ScrollArea } from '#renderer/ui/scroll-area.tsx';

import { AboutSection } from './about-section.tsx';
import { ComputerSection } from './computer-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { PersonSection } from './person-section.tsx';
import { settingsWords } from './words.ts';

const sections = ['person', 'people', 'computer', 'about'] as const;
type Section = (typeof sections)[number];
const icons: Record<Section, IconName> = {
  person: 'certificate',
  people: 'people',
  computer: 'computer',
  about: 'infoCircle',
};

/** Pengaturan: what concerns me, the office, this PC, and the program. */
export function SettingsScreen(props: { readonly section: string }): ReactNode {
  const t = useWords(settingsWords);
  const go = useGo();
  const current = sections.find((section) => section === props.section) ?? 'person';
  return (
    <main className="flex h-full min-w-0 flex-1 flex-col bg-sheet">
      <header className="flex h-11 shrink-0 items-center px-6">
        <h1 className="text-16 font-semibold text-ink">{t('title')}</h1>
      </header>
      <GarisKop />
      <div className="flex min-h-0 flex-1">
        <nav aria-label={t('sections')} className="w-52 shrink-0 border-r border-line p-2">
          <ul className="flex flex-col gap-0.5">
            {sections.map((section) => (
              <li key={section}>
                <button
                  type="button"
                  aria-current={section === current ? 'page' : undefined}
                  className={`flex h-8 w-full items-center gap-2 rounded-control px-2.5 text-left text-13 ${section === current ? 'bg-accent-soft font-semibold text-accent' : 'text-ink-2 hover:bg-hover'}`}
                  onClick={() => go.settings(section)}
                >
                  <Icon name={icons[section]} />
                  {t(section)}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <ScrollArea className="flex-1" isFocusable label={`${t('title')}, ${t(current)}`}>
          <div className="max-w-[960px] px-6 py-4">
            <SectionContent section={current} />
          </div>
        </ScrollArea>
      </div>
    </main>
  );
}

function SectionContent({ section }: { readonly section: Section }): ReactNode {
  const session = useAsk('session.state', undefined);
  const office = useAsk('office.status', undefined, { enabled: section === 'people' });
  const settings = useAsk('settings.get', undefined);
  if (session.data === undefined) return null;
  switch (section) {
    case 'person':
      return session.data.me === null ? null : <PersonSection session={session.data} me={session.data.me} />;
    case 'people':
      return office.data === undefined ? null : <PeopleSection office={office.data} session={session.data} />;
    case 'computer':
      return settings.data === undefined ? null : (
        <ComputerSection session={session.data} settings={settings.data} />
      );
    case 'about':
      return <AboutSection session={session.data} />;
  }
}
