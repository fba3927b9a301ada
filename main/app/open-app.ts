import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, nativeTheme, session } from 'electron';
import { z } from 'zod';

import { answerShellCalls } from '#main/ipc/shell-calls.ts';
import { tellPage } from '#main/ipc/shell-events.ts';
import { connectedPages } from './connected-pages.ts';
import { demoVisits } from './demo-visit.ts';
import { superviseEngine } from './engine-supervisor.ts';
import { type MainWindow, openMainWindow } from './main-window.ts';
import { setMenu } from './menu.ts';
import { servePages } from './page-protocol.ts';
import { guardSession } from './session-security.ts';
import { aboutThisApp, shellHandlers } from './shell-handlers.ts';
import { readShellMemory, type ShellMemory, writeShellMemory } from './shell-memory.ts';
import type { StartOptions } from './start-options.ts';
import { openTray } from './tray.ts';
import { shellWords } from './words.ts';

const windowIcon = fileURLToPath(new URL('../../resources/icons/app.png', import.meta.url));
const trayIcon = fileURLToPath(new URL('../../resources/icons/tray.png', import.meta.url));
const trayWaitingIcon = fileURLToPath(new URL('../../resources/icons/tray-waiting.png', import.meta.url));

const handedOver = z.object({ files: z.array(z.string()) });

/**
 * Opens everything that one running app is: session, engine, window, tray, and the answers to its pages.
 *
 * @param dir the data folder
 * @param options what the command line asked for
 * @param out absolute path of the folder of the bundles
 */
export function openApp(dir: string, options: StartOptions, out: string): void {
  const memoryFile = path.join(dir, 'browser', 'shell.json');
  let memory: ShellMemory = readShellMemory(memoryFile);
  const words = () => shellWords[memory.language];
  const allowTools = !app.isPackaged;
  let files = options.files;
  let isQuitting = false;

  nativeTheme.themeSource = memory.theme;
  setMenu(words(), allowTools);
  guardSession(session.defaultSession);
  servePages(session.defaultSession, path.join(out, 'renderer'));

  const pages = connectedPages();
  const home = { dir, share: options.share, demo: options.demo, appVersion: app.getVersion() };
  const scripts = {
    engine: path.join(out, 'engine/process.js'),
    share: path.join(out, 'engine/share-process.js'),
  };
  const engine = superviseEngine(scripts, home, (view) => pages.tell(view, engine));
  const demo = demoVisits(home, engine);

  function openWindow(): MainWindow {
    const opened = openMainWindow({
      preload: path.join(out, 'preload/index.cjs'),
      icon: windowIcon,
      remembered: memory.window,
      words,
      allowTools,
      isEnding: () => isQuitting,
      onChange: (view) => tellPage(opened.window.webContents, 'windowChanged', view),
    });
    opened.window.on('close', (event) => {
      remember({ window: opened.place });
      if (memory.keepInTray && !isQuitting) {
        event.preventDefault();
        opened.window.hide();
      } else if (opened.window.webContents.isCrashed()) {
        // Nobody is left to give leave to close.
        opened.window.destroy();
      }
    });
    return opened;
  }
  let main = openWindow();
  // Two programs that start at once slow each other down; the page shows what it remembers until the engine answers.
  main.window.webContents.once('did-finish-load', () => engine.start());

  function showWindow(): void {
    if (main.window.isDestroyed()) main = openWindow();
    if (main.window.isMinimized()) main.window.restore();
    main.window.show();
    main.window.focus();
  }

  const tray = openTray({
    icon: trayIcon,
    waitingIcon: trayWaitingIcon,
    words: words(),
    window: () => (main.window.isDestroyed() ? null : main.window),
    onOpen: showWindow,
  });

  function remember(change: Partial<ShellMemory>): void {
    memory = { ...memory, ...change };
    writeShellMemory(memoryFile, memory);
    if (change.language === undefined) return;
    setMenu(words(), allowTools);
    tray.setWords(words());
  }

  function handOverFiles(): void {
    if (files.length > 0) tellPage(main.window.webContents, 'filesReceived', { paths: files });
    files = [];
  }

  answerShellCalls(
    shellHandlers({
      main: () => main,
      engine,
      tray,
      about: () => aboutThisApp(demo.dir, demo.isDemo, demo.canLeave),
      demo,
      pages: path.join(out, 'renderer'),
      words,
      remember,
      onConnect(page) {
        pages.connect(page, engine);
        handOverFiles();
      },
      onOpenLetter(letter) {
        showWindow();
        tellPage(main.window.webContents, 'letterOpened', { letter });
      },
    }),
  );

  app.on('second-instance', (_event, _argv, _cwd, given) => {
    const more = handedOver.safeParse(given);
    if (more.success) files = [...files, ...more.data.files];
    showWindow();
    handOverFiles();
  });
  app.on('activate', showWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('will-quit', (event) => {
    if (!engine.isRunning) return;
    event.preventDefault();
    void engine.stop().then(() => app.quit());
  });
}
