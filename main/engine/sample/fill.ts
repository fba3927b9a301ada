import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { SAMPLE_PASSPHRASE } from '#core/office/sample-passphrase.ts';

import { fontsFolder, readSampleScans } from '../engine-resources.ts';
import type { EngineState } from '../engine-state.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import { deviceOf } from '../office/own-log.ts';
import { unlock } from '../office/unlocking.ts';
import { storeFailure } from '../store/database.ts';
import { transactLong } from '../store/long-transaction.ts';
import { FillFailure } from './fill-failure.ts';
import { enrolEverybody, foundOffice } from './founding.ts';
import type { Cast } from './founding.ts';
import { letterFaces } from './paper/faces.ts';
import { OFFICE_NAME } from './office-paper.ts';
import { drawPapers } from './papers.ts';
import { OPENED_BY, people } from './scenario/people.ts';
import { FOUNDED } from './scenario/earlier-fates.ts';
import { sampleDays } from './scenario/sample-days.ts';
import type { SampleDays } from './scenario/sample-days.ts';
import { storyOf } from './story.ts';
import type { StoryClock } from './story-clock.ts';

/** Told now and then how much of the sample office is there: from 0 to 1. */
export type FillProgress = (share: number) => void;

/** How much of the work is done once the papers are drawn, and once the people are enrolled. */
const DRAWN = 0.25;
const ENROLLED = 0.5;

/** Plays the story on an office that was just founded; answers its people. */
async function play(
  engine: EngineState,
  runtime: OfficeRuntime,
  days: SampleDays,
  clock: StoryClock,
  progress: FillProgress,
): Promise<Cast> {
  // The intake works through the papers while people are enrolled.
  const paper = { families: await letterFaces(fontsFolder), scans: await readSampleScans() };
  const papers = await drawPapers(engine, days, paper, (share) => progress(share * DRAWN));
  const cast = await enrolEverybody(runtime, days.past(FOUNDED), (share) =>
    progress(DRAWN + share * (ENROLLED - DRAWN)),
  );
  const events = storyOf({ engine, cast, days, clock, papers });
  for (const [index, event] of events.entries()) {
    await event.play();
    progress(ENROLLED + ((index + 1) / events.length) * (1 - ENROLLED));
  }
  for (const { user } of Object.values(cast.sessions)) engine.pdf.lock(user);
  return cast;
}

/**
 * Fills an empty data folder with the sample office, through the same use cases that people use, at moments of the
 * last weeks; then goes back to the real time with the one signed in whose desk the sample shows. Everything is
 * kept in one transaction, so a filling that was cut off leaves an empty store. Errors: those of the store, e.g.
 * `disk-full`.
 */
export async function fillSampleOffice(
  engine: EngineState,
  clock: StoryClock,
  progress: FillProgress = () => undefined,
): Promise<Result<OfficeRuntime>> {
  const days = sampleDays(clock.now());
  try {
    return await transactLong(engine.db, async () => {
      clock.standAt(days.moment([FOUNDED, '07:31']));
      const runtime = await foundOffice(engine.place, engine.folder);
      engine.office = runtime;
      const cast = await play(engine, runtime, days, clock, progress);
      clock.standAt(null);
      runtime.session = { ...cast.sessions[OPENED_BY], lastTouch: clock.now() };
      return ok(runtime);
    });
  } catch (error) {
    engine.office = null;
    if (error instanceof FillFailure) return { ok: false, error: error.failure };
    return fail(...storeFailure(error, engine.folder));
  } finally {
    clock.standAt(null);
  }
}

/** Signs the sample's person in again after the engine was restarted. An office that is not the sample stays locked. */
export function reopenSampleOffice(runtime: OfficeRuntime): void {
  const roster = runtime.roster.current();
  const person = [...roster.people.values()].find((p) => p.nip === people[OPENED_BY].nip);
  if (roster.name !== OFFICE_NAME || person === undefined) return;
  unlock(runtime, person.id, SAMPLE_PASSPHRASE, deviceOf(runtime).machine);
}
