import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import type { AuditCode as ReaderCode } from '../keys/audit-code.ts';
import { keyRing } from '../keys/office-key.ts';
import { GENESIS_LIMIT, parseGenesis } from '../log/genesis.ts';
import type { GenesisFile } from '../log/genesis.ts';
import { runtimeFor } from '../office/open-office.ts';
import { ReplayWatch } from '../office/replay-watch.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import { missingDeps } from '../office/share-losses.ts';
import { shareStore } from '../office/share-store.ts';
import { isOfficeFolder, officePaths } from '../share/layout.ts';
import { inspectShare } from '../share/inspect-share.ts';
import { poll } from '../share/poll.ts';
import { PollMemory } from '../share/poll-memory.ts';
import type { ShareContext } from '../share/share-context.ts';
import type { ShareFs } from '../share/share-fs.ts';
import type { ShareAlert } from '../share/sync-store.ts';
import { transact } from '../store/database.ts';
import { countSecretLetters } from '../store/letters.ts';
import { allLogs } from '../store/logs.ts';
import { writeMeta } from '../store/meta.ts';
import { withTemporaryStore } from '../store/temporary-store.ts';
import { auditCodes } from './finding.ts';
import type { AuditCode, AuditFinding, AuditReport } from './finding.ts';
import { verifyDocumentsOnShare } from './verify-share.ts';
import { verifyStore } from './verify-store.ts';

type Report = (code: AuditCode, at: Omit<AuditFinding, 'code'>) => void;

const known: ReadonlySet<string> = new Set(auditCodes);

/** What reading the share said of a file, as a finding. */
function reportAlert(report: Report, { code, file, log, seq }: ShareAlert): void {
  const at = { file, ...(log === undefined ? {} : { log }), ...(seq === undefined ? {} : { seq }) };
  if (known.has(code)) report(code as AuditCode, at);
  else report('file-refused', { ...at, detail: code });
}

/** The genesis that the code pins, among whatever offices the share holds. */
async function pinnedOnShare(fs: ShareFs, path: string, hash: string): Promise<Result<GenesisFile>> {
  const root = await fs.list('');
  if (!root.ok) return fail('share-offline', { path });
  let isDamaged = false;
  for (const folder of root.value.names.filter(isOfficeFolder).toSorted()) {
    const paths = officePaths(folder.slice('nirkertas-'.length));
    const bytes = await fs.read(paths.genesis, GENESIS_LIMIT);
    const parsed = bytes.ok ? parseGenesis(bytes.value) : null;
    if (parsed?.ok !== true) isDamaged = true;
    else if (parsed.value.hash === hash) return ok(parsed.value);
  }
  // Only the file itself proves what the code pins.
  return isDamaged ? fail('genesis-unreadable', { path }) : fail('share-foreign', { path });
}

/**
 * Entries that others name and that are not on the share. Whoever named them had them from there, so they were taken
 * away or are withheld (3-office-log, Witness).
 */
function reportWithheld({ db }: OfficeRuntime, report: Report): void {
  const missing = missingDeps(db);
  for (const { log, seq } of missing) report('dependency-missing', { log, seq, detail: 'withheld' });
  if (missing.length > 0) return;
  for (const log of allLogs(db)) {
    if (log.refused !== null || log.accepted_seq === log.seq) continue;
    report('dependency-missing', { log: log.log, seq: log.accepted_seq + 1, detail: 'waiting' });
  }
}

/** Reads the whole share into an empty store, as a PC that joins does; what it would not take is a finding. */
async function readShare(runtime: OfficeRuntime, context: ShareContext, report: Report): Promise<boolean> {
  const replay = new ReplayWatch(runtime.clock, () => undefined);
  const store = shareStore(runtime, () => undefined, replay);
  const memory = new PollMemory();
  const told = { ...store, alert: (alert: ShareAlert) => reportAlert(report, alert) };
  // What waits for other logs at the first look may find them at the second.
  for (let entries = 1; entries > 0;) {
    const pass = await poll(context, told, memory);
    if (pass.failure !== null) return false;
    ({ entries } = pass);
  }
  return true;
}

/**
 * Verifies an office from its share alone, by a code that `office audit-code` made: every head, segment and entry, the
 * roster from the pinned genesis on, who signed what and was entitled to it, and every document. Letters of class
 * Rahasia are verified by their envelopes: who acted when, number and class; their content and documents stay sealed.
 * What is read is kept in a folder of its own that only this account opens, and removed at the end. Changes nothing on
 * the share. Errors: `share-offline`, `share-foreign` (the office of the code is not there), `genesis-unreadable`, and the
 * store's.
 */
export async function verifyShareByCode(
  fs: ShareFs,
  path: string,
  code: ReaderCode,
): Promise<Result<AuditReport & { readonly sealedLetters: number }>> {
  const pinned = await pinnedOnShare(fs, path, code.genesisHash);
  if (!pinned.ok) return pinned;
  const genesis = pinned.value;
  const [newest, ...older] = code.keys;
  if (newest === undefined) return fail('audit-code-unreadable');
  return withTemporaryStore(async (db, folder) => {
    transact(db, (writable) =>
      writeMeta(writable, 'office.genesis', Buffer.from(genesis.bytes).toString('base64url')),
    );
    const runtime = runtimeFor(db, genesis, {
      folder,
      clock: Date.now,
      holidays: new Set(),
      notify: () => undefined,
      wakePublisher: () => undefined,
    });
    const { officeId } = genesis;
    const context: ShareContext = {
      fs,
      officeId,
      paths: officePaths(officeId),
      keys: keyRing(newest, ...older),
      writerLog: runtime.roster.current().writerLog,
      at: () => undefined,
    };
    const findings: AuditFinding[] = [];
    const report: Report = (found, at) => findings.push({ code: found, ...at });
    const { damaged } = await inspectShare(fs, officeId, genesis.hash);
    for (const file of damaged) report('public-file-damaged', { file });
    if (!(await readShare(runtime, context, report))) return fail('share-offline', { path });
    reportWithheld(runtime, report);
    const store = await verifyStore(runtime);
    if (!store.ok) return store;
    const blobs = await verifyDocumentsOnShare(runtime, context, 'all', report);
    return ok({
      ...store.value,
      scope: 'share' as const,
      blobs,
      findings: [...findings, ...store.value.findings],
      sealedLetters: countSecretLetters(db),
    });
  });
}
