import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { launchApp, type RunningApp } from './launch.ts';

let dir = '';
let running: RunningApp | null = null;

async function launch(args: readonly string[] = []): Promise<RunningApp> {
  running = await launchApp({ dir, args });
  await running.page.waitForFunction(() => document.querySelector('#root')?.childElementCount);
  return running;
}

async function engineIsReady(app: RunningApp): Promise<void> {
  await app.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.nirkertas.on('engineChanged', (view) => view.state === 'ready' && resolve());
        void window.nirkertas.connectEngine().then((view) => view.state === 'ready' && resolve());
      }),
  );
}

/** The engine's process, as the operating system knows it; the youngest, where one has only just ended. */
async function engineProcess(app: RunningApp): Promise<number> {
  const pid = await app.app.evaluate(({ app: electron }) => {
    const engines = electron.getAppMetrics().filter((process) => process.name === 'Nirkertas engine');
    return engines.toSorted((one, other) => other.creationTime - one.creationTime).at(0)?.pid;
  });
  if (pid === undefined) throw new Error('no engine is running');
  return pid;
}

/** Lets the page note from now on what it is told about the engine, and how many ports it is given. */
async function watchEngine(app: RunningApp): Promise<void> {
  await app.page.evaluate(() => {
    const noted = { states: [] as string[], ports: 0 };
    window.nirkertas.on('engineChanged', (view) => noted.states.push(view.state));
    window.addEventListener('message', (event) => {
      if (event.data?.kind === 'nirkertas-engine-port') noted.ports += 1;
    });
    Object.assign(window, { noted });
  });
}

/** What the page noted, once the last of it is this state. */
async function notedUntil(app: RunningApp, last: string): Promise<{ states: string[]; ports: number }> {
  const noted = await app.page.waitForFunction((state) => {
    const { states, ports } = Reflect.get(window, 'noted') as { states: string[]; ports: number };
    return states.at(-1) === state && (state !== 'ready' || ports > 0) && { states, ports };
  }, last);
  return (await noted.jsonValue()) || { states: [], ports: 0 };
}

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'nirkertas-shell-'));
});

afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(dir, { recursive: true, force: true });
});

test('the window opens at 1366 by 768 without a frame of the system', async () => {
  const { app, page, complaints } = await launch();
  const size = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return {
      outer: window?.getSize(),
      content: window?.getContentSize(),
      smallest: window?.getMinimumSize(),
    };
  });
  expect(size).toEqual({ outer: [1366, 768], content: [1366, 768], smallest: [1024, 680] });
  expect(await page.title()).toBe('Nirkertas');
  // The first thing that can be pressed brings React Aria's style sheet, which the policy knows by its hash.
  await page.waitForSelector('#react-aria-pressable-style', { state: 'attached' });
  const rules = await page.evaluate(() =>
    [...document.styleSheets].filter((sheet) => sheet.href === null).map((sheet) => sheet.cssRules.length),
  );
  expect(rules).toEqual([1]);
  expect(complaints).toEqual([]);
});

test('a page has nothing of Node or Electron but the named methods', async () => {
  const { page } = await launch();
  const found = await page.evaluate(() => ({
    node: ['process', 'require', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    others: Object.entries(window.nirkertas)
      .filter(([, value]) => typeof value !== 'function')
      .map(([name]) => name),
  }));
  expect(found).toEqual({ node: [], others: ['platform'] });
});

test('a page cannot evaluate text, reach the network, open windows or leave', async () => {
  const { app, page } = await launch();
  const tried = await page.evaluate(async () => {
    const refused = (attempt: Promise<unknown>) => attempt.then(() => false).catch(() => true);
    return {
      // In a task of its own: the test's own code is exempt from the policy while it is being evaluated.
      evaluated: await refused(
        new Promise((resolve, reject) => {
          setTimeout(() => {
            try {
              resolve(new Function('return 1')());
            } catch (error) {
              reject(error);
            }
          });
        }),
      ),
      fetched: await refused(fetch('https://example.com/')),
      opened: window.open('https://example.com/') !== null,
      located: await refused(
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
    };
  });
  expect(tried).toEqual({ evaluated: true, fetched: true, opened: false, located: true });
  await page.evaluate(() => window.location.assign('https://example.com/'));
  expect(await page.evaluate(() => window.location.origin)).toBe('app://nirkertas');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('only files of the pages are served', async () => {
  const { page } = await launch();
  const statuses = await page.evaluate(async () => {
    const addresses = [
      '/index.html',
      '/..%2fmain%2findex.js',
      '/..%5cmain%5cindex.js',
      '/missing.js',
      '/assets',
    ];
    const answers = await Promise.all(addresses.map((address) => fetch(address)));
    return answers.map((answer) => answer.status);
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404]);
});

test('a killed engine is started again and the page is told', async () => {
  const started = await launch();
  await engineIsReady(started);
  const first = await engineProcess(started);
  await watchEngine(started);
  process.kill(first, 'SIGKILL');
  expect(await notedUntil(started, 'ready')).toEqual({ states: ['restarting', 'ready'], ports: 1 });
  expect(await engineProcess(started)).not.toBe(first);
});

test('an engine that dies again and again counts as failed, and can be started by hand', async () => {
  const started = await launch();
  await engineIsReady(started);
  for (let restart = 1; restart <= 4; restart += 1) {
    await watchEngine(started);
    process.kill(await engineProcess(started), 'SIGKILL');
    await notedUntil(started, 'ready');
  }
  await watchEngine(started);
  process.kill(await engineProcess(started), 'SIGKILL');
  expect(await notedUntil(started, 'failed')).toEqual({ states: ['failed'], ports: 0 });
  await started.page.evaluate(() => window.nirkertas.restartEngine());
  expect(await notedUntil(started, 'ready')).toEqual({ states: ['failed', 'restarting', 'ready'], ports: 1 });
});

test('a crashed page is loaded again and knows it', async () => {
  const { app } = await launch();
  const recovered = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const loaded = new Promise<void>((resolve) =>
      window?.webContents.once('did-finish-load', () => resolve()),
    );
    window?.webContents.forcefullyCrashRenderer();
    await loaded;
    return window?.webContents.executeJavaScript('location.href');
  });
  expect(recovered).toMatch(/^app:\/\/nirkertas\/index\.html/);
});

test('the window comes back where it was left', async () => {
  const first = await launch();
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1200, height: 800 }),
  );
  await first.close();
  const second = await launch();
  const bounds = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toEqual({ x: 40, y: 60, width: 1200, height: 800 });
});

test('the buttons of the title bar work', async () => {
  const { app, page } = await launch();
  const closed = app.waitForEvent('close');
  expect(await page.evaluate(() => window.nirkertas.readWindow())).toMatchObject({ maximized: false });
  // The answer may not come: the page goes with its window.
  await page.evaluate(() => window.nirkertas.closeWindow()).catch(() => undefined);
  await closed;
  running = null;
});

test.skipIf(process.platform === 'win32')(
  'a page that dies while the app ends does not keep it: at the end of a session all processes end at once',
  async () => {
    const first = await launch();
    await engineIsReady(first);
    const main = first.app.process();
    const pages = await first.app.evaluate(({ app }) =>
      app.getAppMetrics().filter(({ type }) => type === 'Tab'),
    );
    const ended = new Promise((resolve) => main.once('exit', resolve));
    // Stopped, the page cannot give its leave to close before it dies.
    for (const { pid } of pages) process.kill(pid, 'SIGSTOP');
    main.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(main.exitCode).toBeNull();
    for (const { pid } of pages) process.kill(pid, 'SIGKILL');
    await ended;
    running = null;

    const second = await launch();
    await engineIsReady(second);
    expect(second.complaints).toEqual([]);
  },
);

test('a second start on the same folder hands its documents to the first and ends', async () => {
  const first = await launch();
  await engineIsReady(first);
  const letter = path.join(dir, 'undangan.pdf');
  writeFileSync(letter, '%PDF-1.4');
  const received = first.page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        window.nirkertas.on('filesReceived', (event) => resolve(event.paths));
      }),
  );
  await expect(launchApp({ dir, args: [letter] })).rejects.toThrow();
  expect(await received).toEqual([letter]);
});

test('a wrong input of a page is refused before anything is done', async () => {
  const { page } = await launch();
  const answers = await page.evaluate(async () => {
    const refused = (attempt: Promise<unknown>) => attempt.then(() => false).catch(() => true);
    return [
      await refused(window.nirkertas.openLink('file:///etc/passwd')),
      await refused(window.nirkertas.openLink('javascript:alert(1)')),
      await refused(window.nirkertas.setCounter(-1)),
    ];
  });
  expect(answers).toEqual([true, true, true]);
});
