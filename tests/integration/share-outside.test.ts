import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import type { SyncReport } from '#core/contract/answers.ts';
import { totalWork } from '#core/contract/share-traffic.ts';
import { benchPc } from '#tests/bench/bench-pc.ts';
import type { BenchPc } from '#tests/bench/bench-pc.ts';
import { atRest, foundOffice, joinAsHead, registerScan } from '#tests/bench/bench-office.ts';
import { canTrace, linesAbout, outsideWork, traceEnd } from '#tests/bench/outside-trace.ts';

import { samplePdf } from './office-pcs.ts';

/** What the counters say in the words in which a trace counts. */
function counted({ traffic }: SyncReport) {
  const { list, read, write, mkdir, rename, remove, bytesRead, bytesWritten } = totalWork(traffic);
  return { list, read, write, mkdir, rename, remove, bytesRead, bytesWritten };
}

// By the operating system's own view of the process that touches the share.
it.skipIf(!canTrace())(
  'is counted as the system sees it: when idle, when publishing and when reading',
  { timeout: 120_000 },
  async () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'nirkertas-outside-')));
    const opened: BenchPc[] = [];
    onTestFinished(async () => {
      await Promise.all(opened.map((pc) => pc.close()));
      rmSync(root, { recursive: true, force: true });
    });
    const share = join(root, 'share');
    mkdirSync(share);
    const traceOf = (name: string) => join(root, `${name}.trace`);
    const open = (name: string) => {
      const pc = benchPc({ dir: join(root, name), background: false, trace: traceOf(name) });
      opened.push(pc);
      return pc;
    };
    const [clerk, head] = [open('tu'), open('head')];
    await foundOffice(clerk, root, share);
    const position = await joinAsHead(clerk, head, share);
    const file = join(root, 'scan.pdf');
    writeFileSync(file, samplePdf('Undangan rapat koordinasi'));

    const seen = new Map<string, ReturnType<typeof outsideWork>>();
    const pass = async (name: string, pc: BenchPc, what: string) => {
      const trace = traceOf(name);
      const from = traceEnd(trace);
      const report = await pc.call('sync.now', undefined);
      const outside = outsideWork(await linesAbout(trace, share, { from, to: traceEnd(trace) }), share);
      seen.set(what, outside);
      expect(outside, what).toMatchObject(counted(report));
      expect(outside.stat, what).toBe(totalWork(report.traffic).stat);
      expect(outside.change, what).toBe(0);
      return report;
    };
    await atRest(clerk, head);
    await pass('tu', clerk, 'idle');
    const letter = { name: 'scan', file, from: 'Setda', number: '1/SETDA', subject: 'Undangan' };
    await registerScan(clerk, letter, position);
    expect((await pass('tu', clerk, 'publish')).published).toBeGreaterThan(0);
    expect((await pass('head', head, 'read')).ingested).toBeGreaterThan(0);
    // Nothing else is asked of an idle share, and nothing is read or written.
    expect(seen.get('idle')).toMatchObject({ list: 1, read: 0, stat: 0, write: 0, flush: 0, bytesRead: 0 });
    // Each file that was written was flushed, and the folder into which it was moved.
    const { write = 0, flush = 0 } = seen.get('publish') ?? {};
    expect(write).toBeGreaterThanOrEqual(3);
    expect(flush).toBe(2 * write);
  },
);
