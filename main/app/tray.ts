import { app, type BrowserWindow, Menu, nativeImage, Tray } from 'electron';

import type { ShellWords } from './words.ts';

export interface OfficeTray {
  /** Shows how many things wait, in the tray and on the taskbar. */
  setCounter(count: number): void;
  /** Says everything again in another language. */
  setWords(words: ShellWords): void;
}

interface TrayInput {
  readonly icon: string;
  readonly waitingIcon: string;
  readonly words: ShellWords;
  readonly window: () => BrowserWindow | null;
  readonly onOpen: () => void;
}

/** Puts the app into the system's tray: a click opens the window, the menu says what waits. */
export function openTray(input: TrayInput): OfficeTray {
  const plain = nativeImage.createFromPath(input.icon);
  const waiting = nativeImage.createFromPath(input.waitingIcon);
  const tray = new Tray(plain);
  let words = input.words;
  let counter = 0;

  function show(): void {
    const sentence = counter === 0 ? words.nothingWaits : words.waiting(counter);
    tray.setImage(counter === 0 ? plain : waiting);
    tray.setToolTip(sentence);
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: sentence, enabled: false },
        { type: 'separator' },
        { label: words.open, click: input.onOpen },
        { label: words.quit, click: () => app.quit() },
      ]),
    );
    app.setBadgeCount(counter);
    if (process.platform === 'win32') {
      input.window()?.setOverlayIcon(counter === 0 ? null : waiting, sentence);
    }
  }

  tray.on('click', input.onOpen);
  show();
  return {
    setCounter(count) {
      counter = count;
      show();
    },
    setWords(next) {
      words = next;
      show();
    },
  };
}
