import { z } from 'zod';

import type { LocalSettings } from '#core/contract/answers.ts';
import type { MethodName } from '#core/contract/methods.ts';
import { ok } from '#core/contract/result.ts';

import type { EngineState } from '../engine-state.ts';
import { keepDraft, keptDraft } from '../office/drafts.ts';
import { verifyFile } from '../office/verify-file.ts';
import { transact } from '../store/database.ts';
import { readSetting, writeSetting } from '../store/local.ts';
import type { Handlers } from './handlers.ts';

const language = z.enum(['id', 'en']).catch('id');
const theme = z.enum(['system', 'light', 'dark']).catch('system');
const minutes = z.int().min(1).max(240).catch(15);

/** Settings of this PC; what was never set is Indonesian, as the system, fifteen minutes. */
export function localSettings(engine: Pick<EngineState, 'db'>): LocalSettings {
  return {
    language: language.parse(readSetting(engine.db, 'language')),
    theme: theme.parse(readSetting(engine.db, 'theme')),
    idleLockMinutes: minutes.parse(readSetting(engine.db, 'idleLockMinutes')),
  };
}

type LocalMethod = Extract<MethodName, `drafts.${string}` | `settings.${string}` | `pdf.${string}`>;

/** What concerns this PC alone and works without an office. */
export const localHandlers: Handlers<LocalMethod> = {
  'drafts.get': (engine, { key }) => ok(keptDraft(engine, key)),
  'drafts.set': (engine, { key, value }) => {
    keepDraft(engine, key, value);
    return ok(null);
  },
  'settings.get': (engine) => ok(localSettings(engine)),
  'settings.set': (engine, input) => {
    transact(engine.db, (db) => {
      for (const [key, value] of Object.entries(input)) {
        if (value !== undefined) writeSetting(db, key, value);
      }
    });
    engine.notify({ keys: ['settings'] });
    return ok(localSettings(engine));
  },
  'pdf.verify': (engine, input) => verifyFile(engine, input),
};
