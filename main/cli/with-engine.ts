import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Engine } from '#main/engine/engine.ts';
import type { SessionView } from '#core/contract/answers.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import type { CommonOptions } from './common-options.ts';
import { refused, usage } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { cliWords } from './words/cli-words.ts';

/** What a command needs of the data folder before it starts. */
export interface Needs {
  /** False for commands that make an office in a new folder. */
  readonly office: boolean;
  /** `always`: somebody must be signed in; `ifGiven`: signs in when there is a passphrase. */
  readonly person: 'always' | 'ifGiven' | 'never';
}

/** The passphrase from the environment, or null; never from the arguments. */
export function passphraseOf({ passphraseVariable }: CommonOptions): string | null {
  const value = process.env[passphraseVariable];
  return value === undefined || value === '' ? null : value;
}

/** A refusal for want of a passphrase, which says where one is looked for. */
export function passphraseMissing(common: CommonOptions): Outcome {
  const words = cliWords(common.language);
  return refused({ code: 'passphrase-needed' }, [words.passphraseFrom(common.passphraseVariable)]);
}

function personFor(session: SessionView, as: string | null): Result<string> | 'several' {
  const users = session.users.map(({ user }) => user);
  if (as !== null) return users.includes(as) ? ok(as) : fail('user-unknown', { user: as });
  const [only] = users;
  if (only === undefined) return fail('no-office');
  return users.length === 1 ? ok(only) : 'several';
}

async function signIn(
  engine: Engine,
  common: CommonOptions,
  person: Needs['person'],
): Promise<Outcome | null> {
  const passphrase = passphraseOf(common);
  if (person === 'never' || (person === 'ifGiven' && passphrase === null)) return null;
  if (passphrase === null) return passphraseMissing(common);
  const session = await engine.call('session.state', undefined);
  if (!session.ok) return refused(session.error);
  const chosen = personFor(session.value, common.as);
  if (chosen === 'several') {
    // Without a person named, what needs none goes on.
    if (person === 'ifGiven') return null;
    const people = session.value.users.map(({ user, name, title }) => `${user}  ${name}, ${title}`);
    return usage([cliWords(common.language).chooseAs, ...people].join('\n'));
  }
  if (!chosen.ok) return refused(chosen.error);
  const unlocked = await engine.call('session.unlock', { user: chosen.value, passphrase });
  return unlocked.ok ? null : refused(unlocked.error);
}

/** Opens the data folder, signs in as needed, does the work and closes, however the work ends. */
export async function withEngine(
  common: CommonOptions,
  needs: Needs,
  work: (engine: Engine) => Promise<Outcome>,
): Promise<Outcome> {
  const { dir } = common;
  if (dir === null) return usage(cliWords(common.language).dirNeeded);
  // Looking into a folder must not make an empty store there.
  if (needs.office && !existsSync(join(dir, 'office.sqlite')))
    return refused({ code: 'no-office', params: { folder: dir } });
  const { openEngine } = await import('#main/engine/engine.ts');
  const opened = await openEngine(
    { dir, share: null, demo: false, appVersion: '' },
    { background: false, holder: 'nirkertas-cli' },
  );
  if (!opened.ok) return refused(opened.error);
  const engine = opened.value;
  try {
    if (needs.office && engine.state.office === null) return refused({ code: 'no-office' });
    return (await signIn(engine, common, needs.person)) ?? (await work(engine));
  } finally {
    await engine.close();
  }
}
