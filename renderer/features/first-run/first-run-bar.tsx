import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

import { useAct } from '#renderer/lib/office/use-act.ts';
import { useLanguage, useWords } from '#renderer/lib/words/use-words.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';

import { firstRunWords } from './words.ts';

const languages = { id: 'Bahasa Indonesia', en: 'English' } as const;

/** The status bar while there is no office: language, version, the way back from a lost admin PC, help. Each language is named in itself. */
export function FirstRunBar(props: {
  readonly onHelp: () => void;
  /** Null where the way there is not open. */
  readonly onRecover: (() => void) | null;
}): ReactNode {
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
          <MenuButton
            label={`${t('language')}: ${languages[language]}`}
            className="flex h-full items-center gap-1.5 pr-3 pl-4 text-12 font-medium text-ink -outline-offset-2 hover:bg-hover"
          >
            <Icon name="globe" size={14} />
            {languages[language]}
            <Icon name="chevronDown" size={14} />
          </MenuButton>
        }
      />
      {version === null ? null : (
        <p className="flex h-full items-center border-l border-line px-3">{t('version', { version })}</p>
      )}
      <div className="flex-1" />
      {props.onRecover === null ? null : (
        <p className="flex h-full items-center gap-1 border-l border-line px-3">
          {t('recoverAsk')}
          <button
            type="button"
            onClick={props.onRecover}
            className="font-medium text-accent -outline-offset-2 hover:underline"
          >
            {t('recoverLink')}
          </button>
        </p>
      )}
      <button
        type="button"
        aria-keyshortcuts="?"
        onClick={props.onHelp}
        className="flex h-full items-center gap-1.5 border-l border-line pr-4 pl-3 text-12 text-ink-2 -outline-offset-2 hover:bg-hover"
      >
        <KeyCap keys="?" />
        {t('help')}
      </button>
    </footer>
  );
}
