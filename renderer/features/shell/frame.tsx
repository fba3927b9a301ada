import { Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';

import { isSecret } from '#core/office/enums.ts';
import { HelpSheet } from '#renderer/features/help/index.ts';
import { Palette } from '#renderer/features/palette/index.ts';
import { useCommandKeys, useCommands } from '#renderer/lib/commands/use-commands.ts';
import { useEngineLink, useOffice } from '#renderer/lib/office/office-context.tsx';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useGo } from '#renderer/lib/places.ts';
import { readsAll } from '#renderer/lib/session.ts';
import { useNarrowerThan, widths } from '#renderer/lib/use-media.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { undoLast } from '#renderer/ui/toast.tsx';

import { FrameDrop } from './frame-drop.tsx';
import { Rail } from './rail.tsx';
import { shellWords } from './shell-words.ts';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import { useLock } from './use-lock.ts';

/** Keeps the idle lock away while somebody works: at most one note a minute. */
function useTouch(): void {
  const office = useOffice();
  useEffect(() => {
    let last = 0;
    const touch = () => {
      if (Date.now() - last < 60_000) return;
      last = Date.now();
      void office.call('session.touch', undefined);
    };
    window.addEventListener('keydown', touch);
    window.addEventListener('pointerdown', touch);
    return () => {
      window.removeEventListener('keydown', touch);
      window.removeEventListener('pointerdown', touch);
    };
  }, [office]);
}

/** Counter on tray and taskbar, notifications for what arrives, and the letter that a notification opens. */
function useNative(): void {
  const link = useEngineLink();
  const go = useGo();
  const words = useOfficeWords();
  const t = useWords(shellWords);
  const todo = useAsk('letters.queue', { box: 'todo', offset: 0, limit: 1 });
  const total = todo.data?.total;
  useEffect(() => {
    if (total !== undefined) void shell.setCounter(total);
  }, [total]);
  useEffect(
    () =>
      link.onChange((notice) => {
        for (const { letter, subject, from, task, securityClass } of notice.arrived) {
          const kind = Object.entries(words.taskKind).find(([name]) => name === task)?.[1] ?? task;
          if (!isSecret(securityClass)) {
            void shell.notify({ title: t('arrived', { task: kind, from }), body: subject, letter });
            continue;
          }
          const title = t('arrivedSealed', { class: words.securityClass[securityClass], task: kind });
          const body = from === '' ? t('arrivedSealedText') : t('arrivedSealedFrom', { from });
          void shell.notify({ title, body, letter });
        }
      }),
    [link, words, t],
  );
  useEffect(
    () =>
      shell.on('letterOpened', ({ letter }) => {
        if (letter === null) go.box('todo');
        else go.letter(letter);
      }),
    [go],
  );
}

/** Title bar, rail, the screen, status bar; palette and help over them. */
export function Frame(): ReactNode {
  const t = useWords(shellWords);
  const go = useGo();
  const office = useOffice();
  const session = useAsk('session.state', undefined);
  const isSigning = useRouterState({ select: (state) => state.location.pathname.startsWith('/sign') });
  const lock = useLock();
  const me = session.data?.me ?? null;
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const isNarrow = useNarrowerThan(widths.narrowRail);
  useCommandKeys();
  useTouch();
  useNative();
  useCommands([
    {
      id: 'palette',
      label: t('search'),
      group: 'app',
      keys: ['Ctrl+K'],
      isKeyOnly: true,
      run: () => {
        setPaletteOpen(true);
      },
    },
    {
      id: 'help',
      label: t('help'),
      group: 'app',
      keys: ['?', 'F1'],
      icon: 'infoCircle',
      run: () => {
        setHelpOpen(true);
      },
    },
    { id: 'undo', label: t('undo'), group: 'app', keys: ['Ctrl+Z'], isKeyOnly: true, run: undoLast },
    {
      id: 'lock',
      label: t('lock'),
      group: 'app',
      keys: ['Ctrl+L'],
      icon: 'lock',
      run: () => void lock(),
    },
    {
      id: 'theme',
      label: t('theme'),
      group: 'app',
      icon: 'moon',
      run: () => {
        const isDark =
          getComputedStyle(document.documentElement).colorScheme === 'dark' ||
          (document.documentElement.dataset['theme'] === undefined &&
            matchMedia('(prefers-color-scheme: dark)').matches);
        void office.call('settings.set', { theme: isDark ? 'light' : 'dark' });
      },
    },
    { id: 'go-home', label: t('home'), group: 'go', keys: ['Alt+1'], icon: 'home', run: go.home },
    {
      id: 'go-todo',
      label: t('todo'),
      group: 'go',
      keys: ['Alt+2'],
      icon: 'tasks',
      run: () => {
        go.box('todo');
      },
    },
    {
      id: 'go-incoming',
      label: t('incoming'),
      group: 'go',
      keys: ['Alt+3'],
      icon: 'inbox',
      run: () => {
        go.box('incoming');
      },
    },
    {
      id: 'go-memos',
      label: t('memos'),
      group: 'go',
      keys: ['Alt+4'],
      icon: 'memo',
      run: () => {
        go.box('memos');
      },
    },
    {
      id: 'go-dispositions',
      label: t('dispositions'),
      group: 'go',
      keys: ['Alt+5'],
      icon: 'disposition',
      run: () => {
        go.box('dispositions');
      },
    },
    {
      id: 'go-numbers',
      label: t('numbers'),
      group: 'go',
      keys: ['Alt+6'],
      icon: 'book',
      isEnabled: readsAll(me),
      run: () => {
        go.numbers();
      },
    },
    { id: 'go-sync', label: t('sync'), group: 'go', icon: 'refresh', run: go.sync },
    {
      id: 'go-settings',
      label: t('settings'),
      group: 'go',
      keys: ['Ctrl+,'],
      icon: 'sliders',
      run: () => {
        go.settings();
      },
    },
  ]);
  return (
    <>
      <TitleBar
        officeName={session.data?.office?.name}
        isDemo={session.data?.demo === true}
        onSearch={() => {
          setPaletteOpen(true);
        }}
      />
      <div className="flex min-h-0 flex-1">
        <Rail isNarrow={isSigning || isNarrow} />
        <Outlet />
      </div>
      <StatusBar
        onHelp={() => {
          setHelpOpen(true);
        }}
      />
      <FrameDrop />
      <Palette
        isOpen={isPaletteOpen}
        onClose={() => {
          setPaletteOpen(false);
        }}
      />
      <HelpSheet
        isOpen={isHelpOpen}
        onClose={() => {
          setHelpOpen(false);
        }}
      />
    </>
  );
}
