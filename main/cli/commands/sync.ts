import { setTimeout as wait } from 'node:timers/promises';

import { z } from 'zod';

import type { SyncReport } from '#core/contract/answers.ts';
import type { Engine } from '#main/engine/engine.ts';
import { ok } from '#core/contract/result.ts';
import type { OfficeError, Result } from '#core/contract/result.ts';
import { addTraffic, shareKinds } from '#core/contract/share-traffic.ts';
import { errorSentences } from '#core/words/error-sentences.ts';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import type { CommonOptions } from '../common-options.ts';
import { answer, answerWith, refused, usage } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { withEngine } from '../with-engine.ts';
import type { CliWords } from '../words/cli-words.ts';

/** Milliseconds between passes of `--watch`. */
const WATCH_MS = 3000;

function sum(a: SyncReport, b: SyncReport): SyncReport {
  const operations = { ...b.operations };
  for (const key of ['list', 'read', 'write', 'mkdir', 'rename', 'remove'] as const) {
    operations[key] += a.operations[key];
  }
  return {
    ...b,
    published: a.published + b.published,
    ingested: a.ingested + b.ingested,
    operations,
    bytes: { read: a.bytes.read + b.bytes.read, written: a.bytes.written + b.bytes.written },
    traffic: addTraffic(a.traffic, b.traffic),
  };
}

function reportLine(report: SyncReport): string {
  const { share, published, ingested, pending, quarantined } = report;
  return `${share}  ↑${published}  ↓${ingested}  pending ${pending}  quarantined ${quarantined}`;
}

/** What the pass asked of the share, a line for each kind of file that it touched. */
function trafficLines({ traffic }: SyncReport): readonly string[] {
  return shareKinds.flatMap((kind) => {
    const done = Object.entries(traffic[kind]).filter(([, times]) => times > 0);
    return done.length === 0
      ? []
      : [`  ${kind.padEnd(8)} ${done.map(([what, times]) => `${what} ${times}`).join('  ')}`];
  });
}

async function problemOf(engine: Engine): Promise<OfficeError | null> {
  const status = await engine.call('sync.status', undefined);
  return status.ok ? status.value.problem : null;
}

async function reported(engine: Engine, report: SyncReport, common: CommonOptions): Promise<Outcome> {
  if (report.share === 'online') return answer(report, [reportLine(report), ...trafficLines(report)]);
  const problem = await problemOf(engine);
  const notes = problem === null ? [] : Object.values(errorSentences(common.language, problem));
  return answer(report, [reportLine(report), ...trafficLines(report)], 1, notes);
}

async function isPending(engine: Engine): Promise<boolean> {
  const session = await engine.call('session.state', undefined);
  return session.ok && session.value.pending !== null;
}

/** One pass, and when it ended a join a second one, which sends the first entry of the new log. */
async function passOf(engine: Engine): Promise<Result<SyncReport>> {
  const wasPending = await isPending(engine);
  const first = await engine.call('sync.now', undefined);
  if (!first.ok || !wasPending || (await isPending(engine))) return first;
  const second = await engine.call('sync.now', undefined);
  return second.ok ? ok(sum(first.value, second.value)) : second;
}

/** Says on a terminal how far taking in a large office has come; answers what ends it. */
function tellReplay(engine: Engine, words: CliWords): () => void {
  if (!process.stderr.isTTY) return () => undefined;
  let told = false;
  const stop = engine.listen(() => {
    const replay = engine.state.share?.state().replay ?? null;
    if (replay === null) return;
    told = true;
    process.stderr.write(`\r${words.replay(replay)}  `);
  });
  return () => {
    stop();
    if (told) process.stderr.write('\n');
  };
}

/** Passes until the process is asked to stop. */
async function watch(engine: Engine, common: CommonOptions): Promise<Outcome> {
  const stop = new AbortController();
  const end = () => stop.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  let total: SyncReport | null = null;
  try {
    while (!stop.signal.aborted) {
      const pass = await passOf(engine);
      if (!pass.ok) return refused(pass.error);
      const { value } = pass;
      const moved = total === null || value.share !== total.share || value.published + value.ingested > 0;
      if (moved) process.stderr.write(`${new Date().toISOString()}  ${reportLine(value)}\n`);
      total = total === null ? value : sum(total, value);
      // An abort is the ordinary end of waiting.
      await wait(WATCH_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
  return total === null ? usage('') : reported(engine, total, common);
}

/** `sync [--once|--watch]` and `sync resume`. A pass also ends a join that was answered, when the passphrase is there. */
export function addSyncCommand(line: CommandLine): void {
  const { options, commands } = line.words;
  const command = line.program
    .command('sync')
    .description(commands.sync)
    .option('--once', options.once)
    .option('--watch', options.watch);
  const schema = z.object({ once: z.boolean().default(false), watch: z.boolean().default(false) });
  onCommand(line, command, schema, async ({ options: given, common, words }) => {
    if (given.once && given.watch) return usage('--once, --watch');
    return withEngine(common, { office: true, person: 'ifGiven' }, async (engine) => {
      const silent = tellReplay(engine, words);
      try {
        if (given.watch) return await watch(engine, common);
        const pass = await passOf(engine);
        return pass.ok ? await reported(engine, pass.value, common) : refused(pass.error);
      } finally {
        silent();
      }
    });
  });
  addResume(line, command);
}

/** `sync resume`: a person looked at the share and says that writing goes on. */
function addResume(line: CommandLine, sync: CommandLine['program']): void {
  const command = sync.command('resume').description(line.words.commands.syncResume);
  onCommand(line, command, z.object({}), ({ common, words }) =>
    withEngine(common, { office: true, person: 'never' }, async (engine) =>
      answerWith(await engine.call('sync.resume', undefined), () =>
        answer({ resumed: true }, [words.resumed]),
      ),
    ),
  );
}
