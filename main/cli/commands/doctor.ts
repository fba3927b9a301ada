import { z } from 'zod';

import { errorSentences } from '#core/words/error-sentences.ts';
import type { Check } from '#main/engine/audit/check.ts';

import { onCommand } from '../command-line.ts';
import type { CommandLine } from '../command-line.ts';
import { answer } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { withEngine } from '../with-engine.ts';
import { checkSentences } from '../words/doctor-words.ts';
import type { CommonOptions } from '../common-options.ts';

const marks = { ok: '✓', warn: '!', fail: '✗' } as const;

/** Refusals to open that are findings about this PC. */
const unopenedCodes: ReadonlySet<string> = new Set([
  'store-newer',
  'store-damaged',
  'store-unwritable',
  'disk-full',
]);

function reported(checks: readonly Check[], { language }: CommonOptions): Outcome {
  const told = checks.map((check) => ({ ...check, ...checkSentences(language, check) }));
  const lines = told.map(
    ({ state, message, todo }) => `${marks[state]} ${message}${todo === '' ? '' : `\n    ${todo}`}`,
  );
  return answer(told, lines, told.some(({ state }) => state === 'fail') ? 1 : 0);
}

/** A store that does not open is what a doctor is called for: the refusal becomes a failed check. */
function unopened(outcome: Outcome, { language }: CommonOptions): Outcome {
  if (outcome.kind !== 'refused' || !unopenedCodes.has(outcome.error.code)) return outcome;
  const { what, safe, todo } = errorSentences(language, outcome.error);
  const check = {
    check: 'store',
    state: 'fail',
    params: outcome.error.params ?? {},
    message: `${what} ${safe}`,
    todo,
  };
  return answer([check], [`${marks.fail} ${check.message}\n    ${todo}`], 1);
}

/** `doctor`: looks at everything that can go wrong on this PC. */
export function addDoctorCommand(line: CommandLine): void {
  const command = line.program.command('doctor').description(line.words.commands.doctor);
  onCommand(line, command, z.object({}), async ({ common }) => {
    const outcome = await withEngine(common, { office: true, person: 'never' }, async ({ state }) => {
      const { examine } = await import('#main/engine/audit/doctor.ts');
      return reported(await examine(state, state.shareFs), common);
    });
    return unopened(outcome, common);
  });
}
