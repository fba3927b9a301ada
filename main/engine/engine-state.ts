import type { ChangeNotice } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import type { Place } from './office/creating.ts';
import type { JoinFolder } from './office/join-folder.ts';
import type { PdfJobs } from './office/pdf-jobs.ts';
import type { OfficeRuntime } from './office/runtime.ts';
import type { ShareService } from './office/share-service.ts';
import type { ShareFs } from './share/share-fs.ts';
import type { ReadableDb } from './store/database.ts';

/** What the handlers work with: one data folder that is open, and the office in it, if there is one. */
export interface EngineState {
  readonly db: ReadableDb;
  readonly folder: string;
  readonly pdf: PdfJobs;
  readonly place: Place;
  readonly demo: boolean;
  readonly clock: () => number;
  /** The office, once it was made, joined or opened. */
  office: OfficeRuntime | null;
  /** An office is being made or joined: a second one must not begin beside it. */
  founding: boolean;
  share: ShareService | null;
  closed: boolean;
  /** What the integrity check found in the store; nothing is read or written after that. */
  damage: string | null;
  /** Takes an office that was just made or joined into use. */
  readonly adopt: (office: OfficeRuntime) => void;
  /** The one door to the folder at a path of this PC. */
  readonly shareFs: (path: string) => ShareFs;
  /** A share that is not this office's yet, for joining by a code. */
  readonly shareAt: (path: string) => JoinFolder;
  readonly notify: (notice: Partial<ChangeNotice>) => void;
  readonly listen: (listener: (notice: ChangeNotice) => void) => () => void;
}

/** The office of this data folder. Error: `no-office`. */
export function officeOf(engine: EngineState): Result<OfficeRuntime> {
  return engine.office === null ? fail('no-office') : ok(engine.office);
}

/** The office with somebody signed in. Errors: `no-office`, `passphrase-needed`. */
export function openOfficeOf(engine: EngineState): Result<OfficeRuntime> {
  const office = officeOf(engine);
  if (!office.ok) return office;
  return office.value.session === null ? fail('passphrase-needed') : office;
}
