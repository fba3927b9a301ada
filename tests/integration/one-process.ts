import { fontsFolder, pdfWorker, shareScript } from '#main/engine/engine-resources.ts';
import type { EngineInternals } from '#main/engine/engine.ts';
import type { PdfJobs } from '#main/engine/office/pdf-jobs.ts';
import { pdfServiceOver } from '#main/engine/pdf-service.ts';
import type { PdfWork } from '#main/engine/pdf-service.ts';
import { PdfPool } from '#main/engine/pdf/pool/pool.ts';
import { HostedShare } from '#main/engine/share/process/hosted-share.ts';
import { nodeShareHost } from '#main/engine/share/process/node-share-host.ts';
import { BRIEF_RETRY_MS, retrying } from '#main/engine/share/retrying-share-fs.ts';

/**
 * The thread that works on PDFs and the process that touches shares, started once for all PCs of a test file: every
 * engine would start its own, and loading the sources takes each a second. They are the real ones.
 */
const pool = new PdfPool({ workerUrl: pdfWorker, fontsFolder, size: 1 });
const hosted = new HostedShare(nodeShareHost(shareScript));
let engines = 0;

/** PDF work of one engine on the common thread. Two PCs of a person keep their keys apart. */
function commonPdf(): PdfJobs {
  engines += 1;
  const engine = engines;
  const own = (key: string) => `${engine}/${key}`;
  const unlocked = new Set<string>();
  const lock = (key: string) => {
    unlocked.delete(key);
    pool.lock(own(key));
  };
  const run: PdfWork['run'] = (name, input) =>
    pool.run(name, 'key' in input ? { ...input, key: own(input.key) } : input);
  const unlock: PdfWork['unlock'] = (key, credential) => {
    unlocked.add(key);
    pool.unlock(own(key), credential);
  };
  const close = async () => unlocked.forEach(lock);
  return pdfServiceOver({ run, unlock, lock, close });
}

/** What engines of one test process have in common instead of starting it themselves. */
export function inCommon(random: () => number): Required<Pick<EngineInternals, 'pdf' | 'shareFs'>> {
  return {
    pdf: commonPdf(),
    shareFs: (path) => retrying(hosted.fs(path), { limitMs: BRIEF_RETRY_MS, random }),
  };
}
