import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished } from 'vitest';

import type { OfficeError, Result } from '#core/contract/result.ts';
import { errorSentences } from '#core/words/error-sentences.ts';

import { officeInput, testOffice } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

/** The error of a refused call, after checking that both languages say what happened, what is safe, what to do. */
export async function told(result: Promise<Result<unknown>>): Promise<OfficeError> {
  const settled = await result;
  if (settled.ok) throw new Error('it was accepted');
  for (const language of ['id', 'en'] as const) {
    const { what, safe, todo } = errorSentences(language, settled.error);
    for (const sentence of [what, safe, todo]) {
      expect(sentence.length, `${settled.error.code} in ${language}`).toBeGreaterThan(10);
      expect(sentence, 'every placeholder is filled').not.toMatch(/\{\w+\}/);
    }
  }
  return settled.error;
}

/** A small file system of its own; null, with the reason printed, where this test may not mount one. */
export function mountSmall(megabytes: number, options = ''): string | null {
  const at = mkdtempSync(join(tmpdir(), 'nirkertas-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m${options}`, 'tmpfs', at], {
      stdio: 'pipe',
    });
  } catch {
    process.stdout.write('skipped: mounting a tmpfs needs root and the right to mount\n');
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', at]);
    rmSync(at, { recursive: true, force: true });
  });
  return at;
}

/** A PC of a new office, with its clerk signed in. */
export async function clerk(): Promise<Pc> {
  const office = testOffice();
  const tu = await office.open('tu');
  await tu.call('office.create', officeInput(office));
  return tu;
}
