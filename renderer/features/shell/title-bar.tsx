import { type ReactNode, useEffect, useState } from 'react';

import type { WindowView } from '#core/contract/shell.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon, type IconName } from '#renderer/ui/icons/icon.tsx';
import { Mark } from '#renderer/ui/icons/mark.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';

import { shellWords } from './shell-words.ts';

function useWindowView(): WindowView | null {
  const [view, setView] = useState<WindowView | null>(null);
  useEffect(() => {
    void shell.readWindow().then(setView);
    return shell.on('windowChanged', setView);
  }, []);
  return view;
}

function WindowButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly isClose?: boolean;
}): ReactNode {
  const hover = props.isClose === true ? 'hover:bg-danger hover:text-accent-on' : 'hover:bg-hover';
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={props.label}
      title={props.label}
      onClick={props.onPress}
      className={`no-drag flex h-full w-11.5 items-center justify-center text-ink ${hover}`}
    >
      <Icon name={props.icon} size={14} />
    </button>
  );
}

export interface TitleBarProps {
  readonly officeName?: string | undefined;
  /** Opens the palette; without it there is no search field (first run, lock screen). */
  readonly onSearch?: (() => void) | undefined;
  readonly isDemo?: boolean;
}

/** The window's own title bar: mark, office, search, window controls. The rest of it drags the window. */
export function TitleBar({ officeName, onSearch, isDemo = false }: TitleBarProps): ReactNode {
  const t = useWords(shellWords);
  const view = useWindowView();
  const isMaximized = view?.maximized === true;
  return (
    <header className="drag-window relative flex h-9 shrink-0 items-center bg-frame shadow-[inset_0_-1px_0_var(--nk-line)]">
      {/* Ends before the search field, which stands in the middle of the window whatever its neighbours need. */}
      <div
        className={`flex min-w-0 items-center pl-[15px] ${onSearch === undefined ? '' : 'max-w-[calc(50%-min(200px,17vw)-12px)]'}`}
      >
        <Mark size={20} />
        <span className="pl-[7px] text-14 font-semibold text-ink">Nirkertas</span>
        {officeName === undefined ? null : (
          <span
            title={officeName}
            className="ml-2 max-w-80 min-w-0 truncate border-l border-line-strong pl-2 text-12 text-ink-3"
          >
            {officeName}
          </span>
        )}
      </div>
      {onSearch === undefined ? null : (
        <button
          type="button"
          onClick={onSearch}
          aria-keyshortcuts="Control+K"
          className="no-drag absolute left-1/2 flex h-6 w-100 max-w-[34vw] -translate-x-1/2 items-center gap-2 rounded-control border border-line-strong bg-sheet px-2 text-12 text-ink-3 hover:border-control"
        >
          <Icon name="search" size={14} />
          <span className="flex-1 truncate text-left">{t('search')}</span>
          <KeyCap keys="Ctrl K" />
        </button>
      )}
      <div className="flex-1" />
      {isDemo ? (
        <span className="mr-3 shrink-0 rounded-chip border border-warning-line bg-warning-soft px-1.5 text-11 font-medium whitespace-nowrap text-warning">
          {t('demo')}
        </span>
      ) : null}
      <div className="flex h-full">
        <WindowButton icon="minus" label={t('minimize')} onPress={() => void shell.minimizeWindow()} />
        <WindowButton
          icon={isMaximized ? 'restore' : 'maximize'}
          label={isMaximized ? t('restore') : t('maximize')}
          onPress={() => void shell.toggleMaximizeWindow()}
        />
        <WindowButton icon="close" label={t('close')} onPress={() => void shell.closeWindow()} isClose />
      </div>
    </header>
  );
}
