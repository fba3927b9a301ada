import { expect } from 'vitest';

import { errorSentences } from '#core/words/error-sentences.ts';
import { alertKind } from '#renderer/features/sync/alert-kinds.ts';
import { en as alertsEn } from '#renderer/features/sync/alert-words.en.ts';
import { id as alertsId } from '#renderer/features/sync/alert-words.id.ts';
import { syncState } from '#renderer/features/sync/explain.ts';
import { en } from '#renderer/features/sync/words.en.ts';
import { id } from '#renderer/features/sync/words.id.ts';

import type { Pc } from './office-pcs.ts';

const indonesian: Readonly<Record<string, unknown>> = { ...id, ...alertsId };
const english: Readonly<Record<string, unknown>> = { ...en, ...alertsEn };

/** A sentence of the sync page in Indonesian, after checking that English has one too. */
function sentence(key: string): string {
  const [said, translated] = [indonesian[key], english[key]];
  if (typeof said !== 'string') throw new Error(`the sync page has no word ${key}`);
  expect(String(translated).length, `${key} in English`).toBeGreaterThan(5);
  return said;
}

/** What the sync page and the status line tell a person. */
export interface WhatIsTold {
  readonly share: string;
  /** Code of what keeps the office's data from travelling; null while nothing does. */
  readonly problem: string | null;
  /** The page's heading, in Indonesian. */
  readonly heading: string;
  /** What needs attention: the code, its sentence in Indonesian, and of which log's which entry it speaks. */
  readonly alerts: readonly {
    readonly code: string;
    readonly says: string;
    readonly log?: string;
    readonly seq?: number;
  }[];
}

/**
 * What a person is told on this PC at this moment. Fails where a sentence lacks in either language, where one does not
 * say what is safe and what to do, or where a code would be shown bare.
 */
export async function whatIsTold(pc: Pc): Promise<WhatIsTold> {
  const view = await pc.call('sync.status', undefined);
  if (view.problem !== null) {
    for (const language of ['id', 'en'] as const) {
      const { what, safe, todo } = errorSentences(language, view.problem);
      for (const said of [what, safe, todo]) {
        expect(said.length, `${view.problem.code} in ${language}`).toBeGreaterThan(10);
        expect(said).not.toMatch(/\{\w+\}/);
      }
    }
  }
  const { key } = syncState(view);
  sentence(`${key}Text`);
  return {
    share: view.share,
    problem: view.problem?.code ?? null,
    heading: sentence(key),
    alerts: view.alerts.map(({ code, params }) => {
      const kind = alertKind(code);
      expect(kind, `${code} is shown bare`).not.toBe('Other');
      sentence(`${kind}Means`);
      sentence(`${kind}Todo`);
      const { log, seq } = params;
      return {
        code,
        says: sentence(kind),
        ...(typeof log === 'string' ? { log } : {}),
        ...(typeof seq === 'number' ? { seq } : {}),
      };
    }),
  };
}
