import type { MethodName } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { officeOf } from '../engine-state.ts';
import type { EngineState } from '../engine-state.ts';
import { quarantine, release, revoke } from '../office/closing.ts';
import { invite } from '../office/inviting.ts';
import { pendingJoin, readCode, requestToJoin } from '../office/joining.ts';
import { officeView } from '../office/office-view.ts';
import { addPosition, setHolder, setUnit } from '../office/roster-editing.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import { deviceOf } from '../office/unlocking.ts';
import type { Handlers } from './handlers.ts';
import { withOffice } from './letter-handlers.ts';

type OfficeMethod = Extract<MethodName, `office.${string}`>;

/** Makes or joins an office, once: a data folder holds one, and the button may have been pressed twice. */
async function found(
  engine: EngineState,
  make: () => Promise<Result<OfficeRuntime>>,
): Promise<Result<OfficeRuntime>> {
  if (engine.office !== null || engine.founding) return fail('office-exists');
  engine.founding = true;
  try {
    const made = await make();
    if (made.ok) engine.adopt(made.value);
    return made;
  } finally {
    engine.founding = false;
  }
}

/** What reads and makes certificates is large and not needed to start: it is loaded when it is used. */
export const officeHandlers: Handlers<OfficeMethod> = {
  'office.create': async (engine, input) => {
    const created = await found(engine, async () => {
      const { createOffice } = await import('../office/creating.ts');
      return createOffice(input, engine.place);
    });
    if (!created.ok) return created;
    return ok({
      officeId: created.value.officeId,
      userId: created.value.session?.user ?? '',
      deviceId: deviceOf(created.value).id,
    });
  },
  'office.read-code': async (engine, input) => {
    const read = await readCode(engine.shareAt(input.share), input.code, engine.clock());
    if (!read.ok) return read;
    const { officeName, name, title, expires } = read.value.invite;
    return ok({ officeName, name, title, expires });
  },
  'office.join': async (engine, input) => {
    const asked = await found(engine, () => requestToJoin(engine.shareAt(input.share), input, engine.place));
    if (!asked.ok) return asked;
    const pending = pendingJoin(asked.value);
    return ok({
      userId: pending?.user ?? '',
      positionId: pending?.position ?? '',
      deviceId: deviceOf(asked.value).id,
      state: 'pending' as const,
      digits: pending?.digits ?? '',
    });
  },
  'office.invite': withOffice((office, input, engine) =>
    engine.share === null ? fail('no-office') : invite(office, engine.share.joinFolder, input),
  ),
  'office.requests': withOffice(async (office, _input, engine) => {
    if (engine.share === null) return fail('no-office');
    const { joinRequests } = await import('../office/admitting.ts');
    return joinRequests(office, engine.share.joinFolder);
  }),
  'office.admit': withOffice(async (office, input, engine) => {
    if (engine.share === null) return fail('no-office');
    const { admit } = await import('../office/admitting.ts');
    return admit(office, engine.share.joinFolder, input.invitations);
  }),
  'office.hand-over': withOffice(async (office, input) => {
    const { handOver } = await import('../office/handing-over.ts');
    return handOver(office, input);
  }),
  'office.recover': async (engine, input) => {
    if (engine.founding) return fail('office-exists');
    engine.founding = true;
    try {
      const { recoverOffice } = await import('../office/recovering.ts');
      return await recoverOffice(engine, input);
    } finally {
      engine.founding = false;
    }
  },
  'office.revoke': withOffice(revoke),
  'office.quarantine': withOffice(quarantine),
  'office.release': withOffice(release),
  'office.audit-code': withOffice(async (office, input) => {
    const { makeAuditCode } = await import('../office/audit-reader.ts');
    return makeAuditCode(office, input);
  }),
  'office.status': (engine) => {
    const office = officeOf(engine);
    return office.ok ? ok(officeView(office.value)) : office;
  },
  'office.set-unit': withOffice(setUnit),
  'office.add-position': withOffice(addPosition),
  'office.set-holder': withOffice(setHolder),
};
