import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { z } from 'zod';

import type { Verdict, VerificationView } from '#core/contract/verification.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { Placement } from '#core/office/letter-acts.ts';
import type { EngineState } from '#main/engine/engine-state.ts';
import type { TrustedRoot } from '#main/engine/pdf/verify/verification.ts';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { answer, refused, usage } from '../outcome.ts';
import type { ExitCode, Outcome } from '../outcome.ts';
import { passphraseMissing, passphraseOf, withEngine } from '../with-engine.ts';

interface Judged {
  readonly file: string;
  readonly verdict: Verdict;
  readonly signatures: readonly object[];
  readonly findings: readonly string[];
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Certificates of a PEM or DER file as roots. Errors: `file-unreadable`, `certificate-unreadable`. */
async function rootsIn(file: string): Promise<Result<readonly TrustedRoot[]>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return fail('file-unreadable', { reason: codeOf(error) });
  }
  const blocks = bytes.toString('latin1').match(PEM) ?? [bytes];
  try {
    return ok(blocks.map((block) => ({ der: new X509Certificate(block).raw, category: 'other' as const })));
  } catch {
    return fail('certificate-unreadable', { file });
  }
}

function judged(file: string, { verdict, signatures, findings }: VerificationView): Judged {
  return {
    file,
    verdict,
    signatures: signatures.map((s) => ({
      field: s.field,
      kind: s.kind,
      signer: s.signer,
      claimedTime: s.claimedTime,
      integrity: s.integrity,
      level: s.level,
      trust: s.trust,
      category: s.category,
      coversWholeFile: s.coversWholeFile,
      findings: s.findings.map(({ code }) => code),
    })),
    findings: findings.map(({ code }) => code),
  };
}

/** Invalid or unreadable wins over what cannot be told, which wins over valid. */
function exitFor(files: readonly Judged[]): ExitCode {
  const verdicts = new Set(files.map(({ verdict }) => verdict));
  if (verdicts.has('invalid') || verdicts.has('unreadable')) return 1;
  return verdicts.has('indeterminate') || verdicts.has('unsigned') ? 3 : 0;
}

async function verifyAll(
  engine: Pick<EngineState, 'office' | 'pdf'>,
  files: readonly string[],
  roots: readonly TrustedRoot[],
): Promise<Outcome> {
  const { verifyFile } = await import('#main/engine/office/verify-file.ts');
  const all: Judged[] = [];
  for (const file of files) {
    const verified = await verifyFile(engine, { path: resolve(file) }, roots);
    const unreadable = { verdict: 'unreadable' as const, signatures: [], findings: [] };
    all.push(
      verified.ok
        ? judged(file, verified.value)
        : { ...judged(file, unreadable), findings: [verified.error.code] },
    );
  }
  const lines = all.flatMap(({ file, verdict, signatures, findings }) => [
    `${verdict}  ${file}  ${findings.join(' ')}`.trimEnd(),
    ...signatures.map((signature) => `  ${Object.values(signature).join('  ')}`),
  ]);
  return answer(all, lines, exitFor(all));
}

function addVerify(line: CommandLine, pdf: CommandLine['program']): void {
  const { options, commands } = line.words;
  const command = pdf
    .command('verify')
    .description(commands.pdfVerify)
    .argument('<file...>')
    .option('--trust <pem...>', options.trust);
  const schema = z.object({ trust: z.array(z.string()).default([]) });
  onCommand(line, command, schema, async ({ args, options: given, common }) => {
    const roots: TrustedRoot[] = [];
    for (const file of given.trust) {
      const found = await rootsIn(resolve(file));
      if (!found.ok) return refused(found.error, [file]);
      roots.push(...found.value);
    }
    if (common.dir !== null) {
      return withEngine(common, { office: true, person: 'never' }, ({ state }) =>
        verifyAll(state, args, roots),
      );
    }
    const { pdfService } = await import('#main/engine/pdf-service.ts');
    const { fontsFolder, pdfWorker } = await import('#main/engine/engine-resources.ts');
    const service = pdfService({ workerUrl: pdfWorker, fontsFolder });
    try {
      return await verifyAll({ office: null, pdf: service }, args, roots);
    } finally {
      await service.close();
    }
  });
}

/** A place as typed, `page,x,y,width,height`; null when it has not that form. */
function parsePlacement(text: string): Placement | null {
  const numbers = text.split(',').map(Number);
  const [page = 0, x = 0, y = 0, width = 0, height = 0] = numbers;
  const fits = numbers.length === 5 && numbers.every(Number.isFinite) && Number.isInteger(page);
  return fits && page >= 1 && width > 0 && height > 0 ? { page, x, y, width, height } : null;
}

const signSchema = z.object({
  p12: z.string(),
  out: z.string(),
  field: z.string().optional(),
  stamp: z.string().optional(),
  reason: z.string().default(''),
});

function addSign(line: CommandLine, pdf: CommandLine['program']): void {
  const { options, commands } = line.words;
  const command = pdf
    .command('sign')
    .description(commands.pdfSign)
    .argument('<in>')
    .requiredOption('--p12 <file>', options.p12)
    .requiredOption('--out <file>', options.out)
    .option('--field <name>', options.field)
    .option('--stamp <place>', options.stamp)
    .option('--reason <text>', options.reason);
  onCommand(line, command, signSchema, async ({ args, options: given, common, words }) => {
    const placement = given.stamp === undefined ? null : parsePlacement(given.stamp);
    if (given.stamp !== undefined && placement === null) return usage(words.stampForm);
    const passphrase = passphraseOf(common);
    if (passphrase === null) return passphraseMissing(common);
    const { signFile } = await import('#main/engine/office/sign-file.ts');
    const signed = await signFile({
      file: resolve(args[0] ?? ''),
      p12: resolve(given.p12),
      passphrase,
      field: given.field ?? null,
      placement,
      reason: given.reason,
      time: new Date(),
    });
    if (!signed.ok) return refused(signed.error);
    const { field, level } = signed.value;
    try {
      await writeFile(resolve(given.out), signed.value.pdf, { flag: 'wx' });
    } catch (error) {
      return refused({ code: 'output-unwritable', params: { file: given.out, reason: codeOf(error) } });
    }
    return answer({ out: given.out, field, level }, [`${given.out}  ${field}  ${level}`]);
  });
}

/** `pdf verify|sign`: files that belong to no letter. */
export function addPdfCommands(line: CommandLine): void {
  const pdf = line.program.command('pdf').description(line.words.commands.pdf);
  addVerify(line, pdf);
  addSign(line, pdf);
}
