import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SigningCredential } from '#main/engine/keys/p12/credential.ts';
import { pdfFail, type PdfResult } from '../codes.ts';
import type { FromWorker, PdfJobName, PdfJobRequest, PdfJobs, ToWorker, WorkerSettings } from './jobs.ts';

export interface PdfPoolOptions extends WorkerSettings {
  /** The worker's entry: `worker.ts` beside this file in plain Node, the bundled script in a packaged app. */
  readonly workerUrl: URL;
  /** Threads; by default one core is left to the rest of the engine. */
  readonly size?: number;
  /** Seconds after which a job is ended. A 100 MB file on a slow PC needs some twenty. */
  readonly timeoutSeconds?: number;
}

interface Waiting {
  readonly request: PdfJobRequest;
  readonly answer: (result: PdfResult<unknown>) => void;
}

interface Thread {
  readonly worker: Worker;
  current: { readonly job: Waiting; readonly timer: NodeJS.Timeout } | undefined;
}

const DEFAULT_TIMEOUT_SECONDS = 120;

/**
 * Milliseconds that a thread has to end by itself when the pool is closed. Ended from outside while it loads or is in
 * native code it can take the process down with it.
 */
const LEAVE_MS = 1000;

/** Asks a thread to end, and ends it from outside when it does not. */
async function ended(worker: Worker): Promise<void> {
  const exit = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const timer = setTimeout(() => void worker.terminate(), LEAVE_MS);
  worker.ref();
  worker.postMessage({ kind: 'leave' } satisfies ToWorker);
  await exit;
  clearTimeout(timer);
}

/** A job that eats more memory than this ends its own thread, not the engine. */
const MAX_HEAP_MEGABYTES = 1024;

/**
 * Persistent threads for work on PDFs, so that the engine answers while a letter is signed. A thread that dies is an error
 * value for the job it was at, and is replaced. Threads start with the first job.
 */
export class PdfPool {
  private readonly options: PdfPoolOptions;
  private readonly size: number;
  private readonly threads = new Set<Thread>();
  private readonly queue: Waiting[] = [];
  private readonly credentials = new Map<string, SigningCredential>();
  private nextId = 1;
  private closed = false;

  constructor(options: PdfPoolOptions) {
    this.options = options;
    this.size = options.size ?? Math.max(1, availableParallelism() - 1);
  }

  /**
   * Does a job in the next free thread. Errors: those of the job, `worker-crashed`, `worker-timeout`,
   * `worker-pool-closed`.
   */
  run<Name extends PdfJobName>(
    name: Name,
    input: PdfJobs[Name]['input'],
  ): Promise<PdfResult<PdfJobs[Name]['output']>>;
  run(name: PdfJobName, input: PdfJobs[PdfJobName]['input']): Promise<PdfResult<unknown>> {
    if (this.closed) return Promise.resolve(pdfFail('worker-pool-closed'));
    // The overload ties name and input together; inside they are one of the pairs.
    const request = { kind: 'job', id: this.nextId, name, input } as PdfJobRequest;
    this.nextId += 1;
    return new Promise((answer) => {
      this.queue.push({ request, answer });
      this.dispatch();
    });
  }

  /** Hands a credential to all threads, once, under a name that `sign` jobs then use. */
  unlock(key: string, credential: SigningCredential): void {
    this.credentials.set(key, credential);
    this.broadcast({ kind: 'unlock', key, credential });
  }

  /** Drops a credential from the pool and all threads. Jobs that wait for it end in `signing-key-locked`. */
  lock(key: string): void {
    this.credentials.delete(key);
    this.broadcast({ kind: 'lock', key });
  }

  /** Ends all threads, after at most a second; jobs that wait or run get `worker-pool-closed`. */
  async close(): Promise<void> {
    this.closed = true;
    this.credentials.clear();
    const threads = [...this.threads];
    this.threads.clear();
    for (const { current } of threads) {
      if (current === undefined) continue;
      clearTimeout(current.timer);
      current.job.answer(pdfFail('worker-pool-closed'));
    }
    for (const { answer } of this.queue.splice(0)) answer(pdfFail('worker-pool-closed'));
    await Promise.all(threads.map(({ worker }) => ended(worker)));
  }

  private broadcast(message: ToWorker): void {
    for (const { worker } of this.threads) worker.postMessage(message);
  }

  private dispatch(): void {
    while (this.queue.length > 0) {
      const idle = [...this.threads].find((thread) => thread.current === undefined);
      const thread = idle ?? (this.threads.size < this.size ? this.start() : undefined);
      const job = thread === undefined ? undefined : this.queue.shift();
      if (thread === undefined || job === undefined) return;
      const seconds = this.options.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
      const timer = setTimeout(
        () => this.end(thread, pdfFail('worker-timeout', { seconds })),
        seconds * 1000,
      );
      thread.current = { job, timer };
      thread.worker.ref();
      thread.worker.postMessage(job.request satisfies ToWorker);
    }
  }

  private start(): Thread {
    const { fontsFolder } = this.options;
    const worker = new Worker(this.options.workerUrl, {
      workerData: { fontsFolder } satisfies WorkerSettings,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
    });
    // An idle thread must not keep a command-line program from ending; one at work must.
    worker.unref();
    const thread: Thread = { worker, current: undefined };
    worker.on('message', (message: FromWorker) => this.finish(thread, message));
    worker.on('error', (error) => this.end(thread, pdfFail('worker-crashed', { detail: String(error) })));
    worker.on('exit', (code) => this.end(thread, pdfFail('worker-crashed', { detail: `exit ${code}` })));
    for (const [key, credential] of this.credentials) {
      worker.postMessage({ kind: 'unlock', key, credential } satisfies ToWorker);
    }
    this.threads.add(thread);
    return thread;
  }

  private finish(thread: Thread, message: FromWorker): void {
    const { current } = thread;
    if (current === undefined || current.job.request.id !== message.id) return;
    clearTimeout(current.timer);
    thread.current = undefined;
    thread.worker.unref();
    current.job.answer(message.result);
    this.dispatch();
  }

  /** Gives up a thread that died or is to die; the next job starts another. */
  private end(thread: Thread, result: PdfResult<never>): void {
    if (!this.threads.delete(thread)) return;
    const { current } = thread;
    if (current !== undefined) {
      clearTimeout(current.timer);
      current.job.answer(result);
    }
    void thread.worker.terminate();
    this.dispatch();
  }
}
