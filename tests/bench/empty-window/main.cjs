/** The least that shows a React page in Electron: what the app is measured against. Its argument is the page. */
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    webPreferences: { sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(process.argv.at(-1));
});
app.on('window-all-closed', () => app.quit());
