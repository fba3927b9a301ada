import type { MethodName } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';

import { officeOf } from '../engine-state.ts';
import { archiveHealth, setKeepsArchive } from '../office/archive-keeping.ts';
import { resumeWrites } from '../office/share-losses.ts';
import { pauseReading } from '../office/taking-in.ts';
import { syncView } from '../office/sync-view.ts';
import { dismissAlert } from '../store/alerts.ts';
import { transact } from '../store/database.ts';
import type { Handlers } from './handlers.ts';
import { withOffice } from './letter-handlers.ts';

export const syncHandlers: Handlers<Extract<MethodName, `sync.${string}`>> = {
  'sync.status': (engine) => {
    const office = officeOf(engine);
    return office.ok ? ok(syncView(office.value, engine.share)) : office;
  },
  'sync.now': async (engine) => {
    if (engine.share === null) return fail('no-office');
    return engine.share.syncNow();
  },
  'sync.resume': (engine) => {
    const office = officeOf(engine);
    if (!office.ok) return office;
    return resumeWrites(office.value) ? ok(null) : fail('act-already-done');
  },
  'sync.pause-reading': (engine) => {
    const office = officeOf(engine);
    if (!office.ok) return office;
    return pauseReading(office.value, true) ? ok(null) : fail('act-already-done');
  },
  'sync.continue-reading': (engine) => {
    const office = officeOf(engine);
    if (!office.ok) return office;
    return pauseReading(office.value, false) ? ok(null) : fail('act-already-done');
  },
  'sync.archive': withOffice((office) => ok(archiveHealth(office))),
  'sync.keep-archive': withOffice((office, { keeps }) => setKeepsArchive(office, keeps)),
  'sync.dismiss-alert': (engine, input) => {
    transact(engine.db, (db) => dismissAlert(db, input.id));
    engine.notify({ keys: ['sync'] });
    return ok(null);
  },
};
