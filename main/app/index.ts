/**
 * The main process: one instance per data folder, one window, the engine beside it. Nothing here awaits at the top
 * level, since Electron becomes ready only after this script has run.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, nativeTheme, session, type WebContents } from 'electron';

import type { EngineOptions } from '#core/contract/engine-process.ts';
import { connectPageToEngine } from '#main/ipc/engine-port.ts';
import { answerShellCalls } from '#main/ipc/shell-calls.ts';
import { tellPage } from '#main/ipc/shell-events.ts';
import { chooseDataFolder } from './data-folder.ts';
import { superviseEngine } from './engine-supervisor.ts';
import { type MainWindow, openMainWindow } from './main-window.ts';
import { setMenu } from './menu.ts';
import { declarePageProtocol, servePages } from './page-protocol.ts';
import { guardEveryPage, guardSession } from './session-security.ts';
import { aboutThisApp, shellHandlers } from './shell-handlers.ts';
import { readShellMemory, type ShellMemory, writeShellMemory } from './shell-memory.ts';
import { readStartOptions, type StartOptions } from './start-options.ts';
import { openTray } from './tray.ts';
import { shellWords } from './words.ts';

const out = path.resolve(import.meta.dirname, '..');
const icons = {
  window: fileURLToPath(new URL('../../resources/icons/app.png', import.meta.url)),
  tray: fileURLToPath(new URL('../../resources/icons/tray.png', import.meta.url)),
  trayWaiting: fileURLToPath(new URL('../../resources/icons/tray-waiting.png', import.meta.url)),
};

const ownArguments = process.argv.slice(app.isPackaged ? 1 : 2);
const options = readStartOptions(ownArguments, process.cwd());

function openApp(dir: string): void {
  const memoryFile = path.join(dir, 'browser', 'shell.json');
  let memory: ShellMemory = readShellMemory(memoryFile);
  const words = () => shellWords[memory.language];
  const connectedPages = new Set<WebContents>();
  let files = options.files;
  let isQuitting = false;

  nativeTheme.themeSource = memory.theme;
  setMenu(words(), !app.isPackaged);
  guardSession(session.defaultSession);
  servePages(session.defaultSession, path.join(out, 'renderer'));

  const engineOptions: EngineOptions = {
    dir,
    share: options.share,
    demo: options.demo,
    appVersion: app.getVersion(),
  };
  const engine = superviseEngine(path.join(out, 'engine/process.js'), engineOptions, (view) => {
    for (const page of connectedPages) {
      tellPage(page, 'engineChanged', view);
      if (engine.engine !== null) connectPageToEngine(page, engine.engine);
    }
  });
  engine.start();

  let main: MainWindow = openWindow();

  function openWindow(): MainWindow {
    const opened = openMainWindow({
      preload: path.join(out, 'preload/index.cjs'),
      icon: icons.window,
      remembered: memory.window,
      words,
      allowTools: !app.isPackaged,
      onChange: (view) => tellPage(opened.window.webContents, 'windowChanged', view),
    });
    const page = opened.window.webContents;
    // A page that is loaded anew asks for its port again.
    page.on('did-start-loading', () => connectedPages.delete(page));
    page.once('destroyed', () => connectedPages.delete(page));
    opened.window.on('close', (event) => {
      remember({ window: opened.place });
      if (memory.keepInTray && !isQuitting) {
        event.preventDefault();
        opened.window.hide();
      }
    });
    return opened;
  }

  function remember(change: Partial<ShellMemory>): void {
    memory = { ...memory, ...change };
    writeShellMemory(memoryFile, memory);
    if (change.language !== undefined) {
      setMenu(words(), !app.isPackaged);
      tray.setWords(words());
    }
  }

  function showWindow(): void {
    if (main.window.isDestroyed()) main = openWindow();
    if (main.window.isMinimized()) main.window.restore();
    main.window.show();
    main.window.focus();
  }

  function openLetter(letter: string | null): void {
    showWindow();
    tellPage(main.window.webContents, 'letterOpened', { letter });
  }

  function handOverFiles(): void {
    if (files.length === 0) return;
    tellPage(main.window.webContents, 'filesReceived', { paths: files });
    files = [];
  }

  const tray = openTray({
    icon: icons.tray,
    waitingIcon: icons.trayWaiting,
    words: words(),
    window: () => (main.window.isDestroyed() ? null : main.window),
    onOpen: showWindow,
  });

  answerShellCalls(
    shellHandlers({
      main: () => main,
      engine,
      tray,
      about: aboutThisApp(dir, options.demo),
      words,
      remember,
      onConnect(page) {
        connectedPages.add(page);
        handOverFiles();
      },
      onOpenLetter: openLetter,
    }),
  );

  app.on('second-instance', (_event, _argv, _cwd, given) => {
    files = [...files, ...(given as StartOptions).files];
    showWindow();
    handOverFiles();
  });
  app.on('activate', showWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', () => {
    isQuitting = true;
  });
  let isStopped = false;
  app.on('will-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    void engine.stop().then(() => {
      isStopped = true;
      app.quit();
    });
  });
}

const dir = chooseDataFolder(options.dir, options.demo);
declarePageProtocol();
guardEveryPage();
app.setAppUserModelId('id.nirkertas.app');
if (app.requestSingleInstanceLock(options)) {
  void app.whenReady().then(() => openApp(dir));
} else {
  app.quit();
}
