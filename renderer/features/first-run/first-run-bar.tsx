import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

import { useAct } from '#renderer/lib/office/use-act.ts';
import { useLanguage, useWords } from '#renderer/lib/words/use-words.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';

import { firstRunWords } from './words.ts';

const languages = { id: 'Bahasa Indonesia', en: 'English' } as const;

/** The status bar while there is no office: language, version, help. Each language is named in itself. */
export function FirstRunBar(props: { readonly onHelp: () => void }): ReactNode {
  const t = useWords(firstRunWords);
  const language = useLanguage();
  const save = useAct('settings.set');
  const [version, setVersion] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void shell.readAbout().then((about) => {
      if (isHere) setVersion(about.version);
    });
    return () => {
      isHere = false;
    };
  }, []);
  const entry = (id: 'id' | 'en') => ({
    id,
    label: languages[id],
    isChosen: id === language,
    run: () => void save.run({ language: id }),
  });
  return (
    <footer className="flex h-6 shrink-0 items-center border-t border-line bg-frame text-12 text-ink-2">
      <Menu
        label={t('language')}
        placement="top start"
        entries={[entry('id'), entry('en')]}
        trigger={
          <Button variant="quiet" size="dense" icon="globe" className="h-6 rounded-none pl-4 text-12">
            {languages[language]}
          </Button>
        }
      />
      {version === null ? null : (
        <p className="flex h-full items-center border-l border-line px-3">{t('version', { version })}</p>
      )}
      <Button
        variant="quiet"
        size="dense"
        shortcut="?"
        onPress={props.onHelp}
        className="ml-auto h-6 flex-row-reverse rounded-none border-l border-line pr-4 text-12 font-normal"
      >
        {t('help')}
      </Button>
    </footer>
  );
}
