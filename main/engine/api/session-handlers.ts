import type { MethodName } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';

import { officeOf } from '../engine-state.ts';
import { machineHash } from '../keys/machine.ts';
import { useOfficeCertificate, useP12 } from '../office/own-certificate.ts';
import { retireOwnLog } from '../office/retiring.ts';
import { lockSession } from '../office/session.ts';
import { sessionView } from '../office/session-view.ts';
import { keepNumbers } from '../office/number-upkeep.ts';
import { unlock } from '../office/unlocking.ts';
import type { Handlers } from './handlers.ts';

type SessionMethod = Extract<MethodName, `session.${string}` | `certificates.${string}`>;

export const sessionHandlers: Handlers<SessionMethod> = {
  'session.state': (engine) => ok(sessionView(engine)),
  'session.unlock': (engine, input) => {
    const office = officeOf(engine);
    if (!office.ok) return office;
    const before = office.value.session;
    // The machine that this is, not the one the data folder remembers: a copied folder must not go on with a log.
    const machine = machineHash(engine.place.machineId, office.value.officeId);
    const opened = unlock(office.value, input.user, input.passphrase, machine);
    if (!opened.ok) return opened;
    if (before !== null && before.user !== opened.value.user) lockSession(before, engine.pdf);
    if (engine.share?.hasLooked() === true) keepNumbers(office.value);
    engine.share?.wake();
    engine.notify({ keys: ['session', 'letters', 'home', 'office', 'sync'] });
    return ok(sessionView(engine));
  },
  'session.lock': (engine) => {
    if (engine.office?.session != null) lockSession(engine.office.session, engine.pdf);
    // What the key had opened closes with it, on every screen.
    engine.notify({ keys: ['session', 'letters', 'home'] });
    return ok(sessionView(engine));
  },
  'session.leave': (engine) => {
    if (engine.office?.session != null) {
      // Work under way may still hold the session: it must not bind the person any more.
      lockSession(engine.office.session, engine.pdf);
      engine.office.session = null;
    }
    engine.notify({ keys: ['session', 'letters', 'home'] });
    return ok(sessionView(engine));
  },
  'session.retire': (engine) => {
    const office = officeOf(engine);
    if (!office.ok) return office;
    const { session } = office.value;
    const retired = retireOwnLog(office.value);
    if (!retired.ok) return retired;
    if (session !== null) lockSession(session, engine.pdf);
    office.value.session = null;
    engine.notify({ keys: ['session', 'office', 'letters', 'home', 'sync'] });
    return ok(sessionView(engine));
  },
  'session.touch': (engine) => {
    const session = engine.office?.session;
    if (session == null) return fail('passphrase-needed');
    session.lastTouch = engine.clock();
    return ok(null);
  },
  'certificates.use-p12': (engine, input) => useP12(engine, input),
  'certificates.use-office': (engine) => useOfficeCertificate(engine),
};
