import { parentPort, workerData } from 'node:worker_threads';
import type { SigningCredential } from '#main/engine/keys/p12/credential.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './jobs.ts';
import { runJob } from './run-job.ts';

/**
 * The entry of a worker thread: does one job after the other. Keys stay in memory between an unlock and a lock. Anything
 * thrown here is a bug; it ends the thread, and the pool reports and replaces it.
 */
const port = parentPort;
if (port === null) throw new Error('the PDF worker runs only as a worker thread');

// The pool that starts this entry is the only one that sends to it; both sides share these types.
const settings: WorkerSettings = workerData;
const credentials = new Map<string, SigningCredential>();

/** Large results travel without a copy; only memory that nothing else looks into may. */
function transferable(value: unknown): ArrayBuffer[] {
  if (value instanceof Uint8Array) {
    const { buffer } = value;
    return buffer instanceof ArrayBuffer && buffer.byteLength === value.byteLength ? [buffer] : [];
  }
  return typeof value === 'object' && value !== null && 'pdf' in value ? transferable(value.pdf) : [];
}

port.on('message', (message: ToWorker) => {
  if (message.kind === 'unlock') credentials.set(message.key, message.credential);
  else if (message.kind === 'lock') credentials.delete(message.key);
  else if (message.kind === 'leave') port.close();
  else {
    void runJob(message, credentials, settings.fontsFolder).then((result) => {
      const answer: FromWorker = { id: message.id, result };
      port.postMessage(answer, result.ok ? transferable(result.value) : []);
    });
  }
});
