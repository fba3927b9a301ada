import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A running Electron whose page can be asked. */
export interface ElectronProcess {
  /** Milliseconds since 1970 at which it was started. */
  readonly startedAt: number;
  /** Evaluates an expression in the page, waiting for a promise. */
  readonly ask: (expression: string) => Promise<unknown>;
  /** Milliseconds since 1970 at which the page showed an element, drawn included. */
  readonly shown: (selector: string) => Promise<number>;
  readonly type: (text: string) => Promise<void>;
  /** Bytes of all its processes: proportional set size, so that shared pages count once. */
  readonly memory: () => number;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
  readonly error?: { readonly message: string };
}

const STEP_MS = 5;
const PATIENCE_MS = 60_000;

/** The port that Chromium says it listens on. */
function debuggingPort(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1];
      if (port !== undefined) resolve(port);
    });
    child.once('exit', () => reject(new Error(`Electron ended: ${said}`)));
  });
}

async function pageSocket(port: string): Promise<WebSocket> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(STEP_MS)) {
    const listed = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = (await listed.json()) as { type: string; url: string; webSocketDebuggerUrl: string }[];
    const page = targets.find(({ type, url }) => type === 'page' && url !== '' && url !== 'about:blank');
    if (page === undefined) continue;
    const socket = new WebSocket(page.webSocketDebuggerUrl);
    await once(socket, 'open');
    return socket;
  }
  throw new Error('no page appeared');
}

/** One page over Chromium's debugging protocol. */
class PageLink {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #next = 1;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
  }

  send(method: string, params: object): Promise<Answer> {
    const id = this.#next;
    this.#next += 1;
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params }));
    return answered;
  }

  close(): void {
    this.#socket.close();
  }

  /** Null when the page went to another document meanwhile. */
  async evaluate(expression: string): Promise<{ readonly value: unknown } | null> {
    const answer = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.error !== undefined || answer.result?.exceptionDetails !== undefined) return null;
    return { value: answer.result?.result?.value };
  }
}

/** All processes below one, itself included. */
function processTree(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      continue;
    }
  }
  const tree = [pid];
  for (const one of tree) for (const [child, parent] of parents) if (parent === one) tree.push(child);
  return tree;
}

function proportionalSize(pid: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** The first page; an Electron that shows none is ended. */
async function firstPage(child: ChildProcess): Promise<PageLink> {
  try {
    return new PageLink(await pageSocket(await debuggingPort(child)));
  } catch (error) {
    child.kill('SIGTERM');
    throw error;
  }
}

/** Starts Electron with these arguments and waits for its first page. Linux only, as the bench is. */
export async function startElectron(executable: string, args: readonly string[]): Promise<ElectronProcess> {
  const startedAt = Date.now();
  const child = spawn(executable, ['--remote-debugging-port=0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const link = await firstPage(child);

  async function ask(expression: string): Promise<unknown> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(STEP_MS)) {
      const answer = await link.evaluate(expression);
      if (answer !== null) return answer.value;
    }
    throw new Error(`the page did not answer: ${expression}`);
  }

  return {
    startedAt,
    ask,
    shown: async (selector) => {
      const look = `new Promise((resolve) => {
        const look = () => document.querySelector(${JSON.stringify(selector)}) === null
          ? requestAnimationFrame(look)
          : requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
        look();
      })`;
      return Number(await ask(look));
    },
    type: async (text) => {
      await link.send('Input.insertText', { text });
      for (const type of ['keyDown', 'keyUp']) {
        await link.send('Input.dispatchKeyEvent', {
          type,
          key: 'Enter',
          code: 'Enter',
          text: '\r',
          windowsVirtualKeyCode: 13,
        });
      }
    },
    memory: () => processTree(child.pid ?? 0).reduce((sum, pid) => sum + proportionalSize(pid), 0),
    close: async () => {
      link.close();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
