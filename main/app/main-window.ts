import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';

import type { WindowView } from '#core/contract/shell.ts';
import { pageOrigin } from '#main/ipc/page-frame.ts';
import type { ShellMemory } from './shell-memory.ts';
import { placeWindow, smallestWindow } from './window-place.ts';
import type { ShellWords } from './words.ts';

/** The colour of the window's frame before the page has painted (mock: token "frame"). */
const frameColour = { light: '#ECEAE4', dark: '#141918' };

/** A page that crashes this often within a minute is not loaded again. */
const mostCrashes = 3;
const crashWindow = 60_000;

export interface MainWindow {
  readonly window: BrowserWindow;
  readonly view: WindowView;
  /** Where it stands now, to be remembered. */
  readonly place: NonNullable<ShellMemory['window']>;
  /** Whether the page was loaded anew after a crash; true once per crash. */
  takeRecovered(): boolean;
}

interface MainWindowInput {
  readonly preload: string;
  readonly icon: string;
  readonly remembered: ShellMemory['window'];
  readonly words: () => ShellWords;
  readonly allowTools: boolean;
  /** Whether the window closes for good: a page that crashes on the way out is not loaded again. */
  readonly isEnding: () => boolean;
  readonly onChange: (view: WindowView) => void;
}

function viewOf(window: BrowserWindow): WindowView {
  return {
    maximized: window.isMaximized(),
    fullScreen: window.isFullScreen(),
    focused: window.isFocused(),
  };
}

function reloadAfterCrash(
  window: BrowserWindow,
  { words, isEnding }: Pick<MainWindowInput, 'words' | 'isEnding'>,
): { take: () => boolean } {
  let recovered = false;
  let crashes: number[] = [];
  const box = new AbortController();
  window.once('closed', () => box.abort());
  window.webContents.on('render-process-gone', (_event, details) => {
    if (window.isDestroyed()) return;
    // A window waits for its page's leave to close. At the end of a desktop's session both are ended at once.
    if (isEnding()) {
      window.destroy();
      return;
    }
    if (details.reason === 'clean-exit') return;
    const now = Date.now();
    crashes = [...crashes.filter((time) => now - time < crashWindow), now];
    if (crashes.length > mostCrashes) {
      // An error box would wait for its answer in here. This one goes with the window, where the desktop lets it.
      const { pageFailed: message, pageFailedDetail: detail } = words();
      const { signal } = box;
      void dialog.showMessageBox({ type: 'error', title: 'Nirkertas', message, detail, signal });
      return;
    }
    recovered = true;
    window.webContents.reload();
  });
  return {
    take() {
      const was = recovered;
      recovered = false;
      return was;
    },
  };
}

/** Opens the one window of the app, with a title bar of its own. It is shown once its page has painted. */
export function openMainWindow(input: MainWindowInput): MainWindow {
  const first = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== first.id);
  const window = new BrowserWindow({
    ...placeWindow(
      input.remembered,
      [first, ...others].map((display) => display.workArea),
    ),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Nirkertas',
    icon: input.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? frameColour.dark : frameColour.light,
    titleBarStyle: 'hidden',
    webPreferences: {
      preload: input.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: input.allowTools,
    },
  });
  const recovery = reloadAfterCrash(window, input);
  const tell = () => input.onChange(viewOf(window));
  window.on('maximize', tell);
  window.on('unmaximize', tell);
  window.on('enter-full-screen', tell);
  window.on('leave-full-screen', tell);
  window.on('focus', tell);
  window.on('blur', tell);
  window.once('ready-to-show', () => {
    if (input.remembered?.maximized) window.maximize();
    window.show();
  });
  void window.loadURL(`${pageOrigin}/index.html`);

  return {
    window,
    get view() {
      return viewOf(window);
    },
    get place() {
      return { ...window.getNormalBounds(), maximized: window.isMaximized() };
    },
    takeRecovered: recovery.take,
  };
}
