import { Menu, type MenuItemConstructorOptions } from 'electron';

import type { ShellWords } from './words.ts';

/**
 * The application menu. The window shows no menu bar; the menu gives the usual keys for editing and zooming to the
 * page, and macOS its bar.
 *
 * @param words in the user's language
 * @param allowTools whether the developer tools and reloading are offered
 */
export function setMenu(words: ShellWords, allowTools: boolean): void {
  const tools: MenuItemConstructorOptions[] = allowTools
    ? [{ type: 'separator' }, { role: 'toggleDevTools' }, { role: 'reload' }]
    : [];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'Nirkertas', submenu: [{ role: 'quit', label: words.quit }] },
      {
        label: words.edit,
        submenu: [
          { role: 'undo', label: words.undo },
          { role: 'redo', label: words.redo },
          { type: 'separator' },
          { role: 'cut', label: words.cut },
          { role: 'copy', label: words.copy },
          { role: 'paste', label: words.paste },
          { role: 'selectAll', label: words.selectAll },
        ],
      },
      {
        label: words.view,
        submenu: [
          { role: 'zoomIn', label: words.zoomIn },
          { role: 'zoomOut', label: words.zoomOut },
          { role: 'resetZoom', label: words.zoomReset },
          { role: 'togglefullscreen', label: words.fullScreen },
          ...tools,
        ],
      },
    ]),
  );
}
