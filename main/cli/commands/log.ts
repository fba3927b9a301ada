import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { z } from 'zod';

import type { AuditFinding, AuditReport } from '#main/engine/audit/finding.ts';
import type { Engine } from '#main/engine/engine.ts';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { answer, answerWith, refused, usage } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { withEngine } from '../with-engine.ts';
import type { CliWords } from '../words/cli-words.ts';

function findingLine({ code, ...at }: AuditFinding): string {
  return [code, ...Object.entries(at).map(([name, value]) => `${name}=${value}`)].join('  ');
}

/** `notes`: what else the auditor should know. */
function reported(report: AuditReport, words: CliWords, more: readonly string[] = []): Outcome {
  const { logs, entries, blobs, findings, scope } = report;
  const lines = [`logs ${logs}  entries ${entries}  blobs ${blobs}`, ...findings.map(findingLine)];
  if (findings.length === 0) lines.push(words.nothingFound);
  const notes = scope === 'frames' ? [words.framesOnly] : more;
  return answer({ logs, entries, blobs, findings, scope }, lines, findings.length > 0 ? 1 : 0, notes);
}

async function verifyFrames(share: string, words: CliWords): Promise<Outcome> {
  const { verifyShareFrames } = await import('#main/engine/audit/verify-frames.ts');
  const { openShare } = await import('#main/engine/open-share.ts');
  const opened = openShare(share);
  try {
    return answerWith(await verifyShareFrames(opened.fs, share), (report) => reported(report, words));
  } finally {
    await opened.close();
  }
}

/** The share alone, opened by the keys of an audit code. */
async function verifyByCode(share: string, file: string, words: CliWords): Promise<Outcome> {
  const { decodeAuditCode } = await import('#main/engine/keys/audit-code.ts');
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    return refused({ code: 'file-missing', params: { file } });
  }
  const code = decodeAuditCode(bytes);
  if (!code.ok) return refused({ code: code.code, params: { file } });
  const { verifyShareByCode } = await import('#main/engine/audit/verify-share-by-code.ts');
  const { openShare } = await import('#main/engine/open-share.ts');
  const opened = openShare(share);
  try {
    return answerWith(await verifyShareByCode(opened.fs, share, code.value), (report) => {
      const { sealedLetters } = report;
      return reported(report, words, sealedLetters === 0 ? [] : [words.sealedLetters(sealedLetters)]);
    });
  } finally {
    await opened.close();
  }
}

/** The store, and with a share named the share's files by the store's keys as well. */
async function verifyWith({ state }: Engine, share: string | null, words: CliWords): Promise<Outcome> {
  if (state.office === null) return refused({ code: 'no-office' });
  const { verifyStore } = await import('#main/engine/audit/verify-store.ts');
  const store = await verifyStore(state.office);
  if (!store.ok) return refused(store.error);
  if (share === null) return reported(store.value, words);
  const { verifyShareWithKeys } = await import('#main/engine/audit/verify-share.ts');
  const shared = await verifyShareWithKeys(state.office, state.shareFs(share), share);
  if (!shared.ok) return refused(shared.error);
  const findings = [...store.value.findings, ...shared.value.findings];
  return reported({ ...store.value, scope: 'store-and-share', findings }, words);
}

function addVerify(line: CommandLine, log: CommandLine['program']): void {
  const command = log
    .command('verify')
    .description(line.words.commands.logVerify)
    .option('--share <dir>', line.words.options.share)
    .option('--audit <file>', line.words.options.auditCode);
  const schema = z.object({ share: z.string().optional(), audit: z.string().optional() });
  onCommand(line, command, schema, async ({ options, common, words }) => {
    const share = options.share === undefined ? null : resolve(options.share);
    if (options.audit !== undefined) {
      if (share === null || common.dir !== null) return usage(words.auditTarget);
      return verifyByCode(share, resolve(options.audit), words);
    }
    if (common.dir === null) return share === null ? usage(words.targets) : verifyFrames(share, words);
    return withEngine(common, { office: true, person: 'never' }, (engine) =>
      verifyWith(engine, share, words),
    );
  });
}

function addRebuild(line: CommandLine, log: CommandLine['program']): void {
  const command = log.command('rebuild').description(line.words.commands.logRebuild);
  onCommand(line, command, z.object({}), async ({ common }) =>
    withEngine(common, { office: true, person: 'ifGiven' }, async ({ state }) => {
      const { rebuild } = await import('#main/engine/audit/rebuild.ts');
      const rebuilt = await rebuild(state, state.shareFs);
      return answerWith(rebuilt, (report) =>
        answer(
          report,
          Object.entries(report).map(([name, value]) => `${name}  ${value}`),
        ),
      );
    }),
  );
}

/** `log verify|rebuild`. */
export function addLogCommands(line: CommandLine): void {
  const log = line.program.command('log').description(line.words.commands.log);
  addVerify(line, log);
  addRebuild(line, log);
}
