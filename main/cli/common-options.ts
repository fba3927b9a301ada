import { languages } from '#core/words/language.ts';
import type { Language } from '#core/words/language.ts';
import { resolve } from 'node:path';

import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';

import type { CliWords } from './words/cli-words.ts';

/** What every command understands. */
export interface CommonOptions {
  /** The PC's data folder, absolute; null when none was named. */
  readonly dir: string | null;
  readonly json: boolean;
  /** Environment variable that holds the passphrase. */
  readonly passphraseVariable: string;
  readonly language: Language;
  /** The person who acts, where a PC has several. */
  readonly as: string | null;
}

export const PASSPHRASE_VARIABLE = 'NIRKERTAS_PASSPHRASE';

const schema = z.object({
  dir: z.string().optional(),
  json: z.boolean().default(false),
  passphraseEnv: z.string().default(PASSPHRASE_VARIABLE),
  lang: z.enum(languages).default('id'),
  as: z.string().optional(),
});

/** Adds the options that all commands have. */
export function addCommonOptions(program: Command, words: CliWords): void {
  program
    .option('--dir <dir>', words.options.dir)
    .option('--json', words.options.json)
    .option('--passphrase-env <name>', words.options.passphraseEnv, PASSPHRASE_VARIABLE)
    .addOption(new Option('--lang <language>', words.options.lang).choices([...languages]).default('id'))
    .option('--as <user>', words.options.as);
}

/** The common options as commander parsed them. */
export function commonOptions(values: unknown): CommonOptions {
  const { dir, json, passphraseEnv, lang, as } = schema.parse(values);
  return {
    dir: dir === undefined ? null : resolve(dir),
    json,
    passphraseVariable: passphraseEnv,
    language: lang,
    as: as ?? null,
  };
}

/** The common options as far as they can be told before, or without, a successful parse. */
export function roughOptions(argv: readonly string[]): CommonOptions {
  const english = argv.some(
    (word, index) => word === '--lang=en' || (word === '--lang' && argv[index + 1] === 'en'),
  );
  return {
    dir: null,
    json: argv.includes('--json'),
    passphraseVariable: PASSPHRASE_VARIABLE,
    language: english ? 'en' : 'id',
    as: null,
  };
}
