import { once } from 'node:events';
import type { Writable } from 'node:stream';

import { errorSentences } from '#core/words/error-sentences.ts';
import type { OfficeError } from '#core/contract/result.ts';

import type { CommonOptions } from './common-options.ts';
import type { ExitCode, Outcome } from './outcome.ts';
import { cliWords } from './words/cli-words.ts';

export interface Streams {
  readonly out: Writable;
  readonly err: Writable;
}

/** Characters gathered before a write, so that a large document is not written line by line. */
const CHUNK = 256 * 1024;

async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/** Writes one document that is too large to hold at once. */
export async function writePieces(out: Writable, pieces: Iterable<string>): Promise<void> {
  let gathered = '';
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < CHUNK) continue;
    await write(out, gathered);
    gathered = '';
  }
  await write(out, gathered);
}

function sentencesOf(error: OfficeError, { language }: CommonOptions): readonly string[] {
  const { what, safe, todo } = errorSentences(language, error);
  const words = cliWords(language);
  const holder = error.code === 'store-in-use' ? String(error.params?.['holder'] ?? '') : '';
  const field = error.code === 'input-invalid' ? String(error.params?.['field'] ?? '') : '';
  return [
    what,
    ...(holder === '' ? [] : [words.heldBy(holder)]),
    ...(field === '' ? [] : [words.fieldIs(field)]),
    safe,
    todo,
  ].filter((sentence) => sentence !== '');
}

function errorDocument(code: string, message: string, details: object = {}): string {
  return `${JSON.stringify({ error: { code, message, ...details } })}\n`;
}

/**
 * Prints how a command ended: with `--json` exactly one JSON document on stdout and nothing else there; without it
 * lines for people. What happened, what is safe and what to do goes to stderr. Answers the exit code.
 */
export async function printOutcome(
  outcome: Outcome,
  common: CommonOptions,
  { out, err }: Streams,
): Promise<ExitCode> {
  switch (outcome.kind) {
    case 'answer': {
      const text = common.json ? JSON.stringify(outcome.json) : outcome.lines.join('\n');
      if (text !== '') await write(out, `${text}\n`);
      for (const note of outcome.notes) await write(err, `${note}\n`);
      return outcome.exit;
    }
    case 'printed':
      return 0;
    case 'refused': {
      const sentences = [...sentencesOf(outcome.error, common), ...outcome.notes];
      if (common.json)
        await write(out, errorDocument(outcome.error.code, sentences.join(' '), outcome.details));
      await write(err, `${sentences.join('\n')}\n`);
      return 1;
    }
    case 'usage':
      if (common.json) await write(out, errorDocument('usage', outcome.message));
      await write(err, `${outcome.message}\n${cliWords(common.language).seeHelp}\n`);
      return 2;
  }
}
