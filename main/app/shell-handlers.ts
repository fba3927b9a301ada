import { app, BrowserWindow, nativeTheme, Notification, shell, type WebContents } from 'electron';

import type { AboutView } from '#core/contract/shell.ts';
import type { ShellHandlers } from '#main/ipc/shell-calls.ts';
import type { DemoVisit } from './demo-visit.ts';
import type { EngineSupervisor } from './engine-supervisor.ts';
import { chooseFiles, chooseFolder, chooseTarget, saveFile } from './file-dialogs.ts';
import type { MainWindow } from './main-window.ts';
import { printPdf } from './printing.ts';
import type { ShellMemory } from './shell-memory.ts';
import type { OfficeTray } from './tray.ts';
import type { ShellWords } from './words.ts';

interface ShellHandlersInput {
  readonly main: () => MainWindow;
  readonly engine: EngineSupervisor;
  readonly tray: OfficeTray;
  readonly about: () => AboutView;
  /** Goes to the sample office, or back from it. */
  readonly demo: DemoVisit;
  /** Folder of the pages. */
  readonly pages: string;
  readonly words: () => ShellWords;
  readonly remember: (change: Partial<ShellMemory>) => void;
  /** Connects a page to the engine, now and after each restart. */
  readonly onConnect: (page: WebContents) => void;
  readonly onOpenLetter: (letter: string | null) => void;
}

/** Notifications are kept while they are shown: a collected one answers no click. */
const shownNotifications = new Set<Notification>();

function windowOf(page: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(page);
  if (window === null) throw new Error('a page without a window called');
  return window;
}

function notify(title: string, body: string, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  shownNotifications.add(notification);
  notification.on('click', onClick);
  notification.on('close', () => shownNotifications.delete(notification));
  notification.show();
}

/** How this shell carries out what its pages ask. */
export function shellHandlers(input: ShellHandlersInput): ShellHandlers {
  return {
    minimizeWindow: (page) => windowOf(page).minimize(),
    toggleMaximizeWindow(page) {
      const window = windowOf(page);
      if (window.isMaximized()) window.unmaximize();
      else window.maximize();
    },
    closeWindow: (page) => windowOf(page).close(),
    readWindow: () => input.main().view,
    wasRecovered: () => input.main().takeRecovered(),

    connectEngine(page) {
      input.onConnect(page);
      return input.engine.view;
    },
    restartEngine: () => input.engine.restart(),

    openFiles: (page, request) => chooseFiles(windowOf(page), request, input.words()),
    saveFile: (page, request) => saveFile(windowOf(page), request, input.words()),
    chooseTarget: (page, request) => chooseTarget(windowOf(page), request),
    chooseFolder: (page, request) => chooseFolder(windowOf(page), request.title),
    printDocument: (_page, request) => printPdf(input.pages, request.name, request.bytes),

    setTheme(_page, theme) {
      nativeTheme.themeSource = theme;
      input.remember({ theme });
    },
    setLanguage: (_page, language) => input.remember({ language }),
    keepInTray: (_page, keepInTray) => input.remember({ keepInTray }),
    setCounter: (_page, count) => input.tray.setCounter(count),
    notify: (_page, request) => notify(request.title, request.body, () => input.onOpenLetter(request.letter)),
    openLink: (_page, address) => shell.openExternal(address),
    readAbout: () => input.about(),
    openDemo: () => input.demo.enter(),
    leaveDemo: () => input.demo.leave(),
  };
}

/** What the app says about itself. */
export function aboutThisApp(dataFolder: string, demo: boolean, canLeaveDemo: boolean): AboutView {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    chromium: process.versions.chrome,
    node: process.versions.node,
    runtime: runtimeKind,
    dataFolder,
    demo,
    canLeaveDemo,
  };
}
