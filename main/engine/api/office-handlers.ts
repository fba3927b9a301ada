import type { CheckedInput, MethodName } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { officeOf } from '../engine-state.ts';
import type { EngineState } from '../engine-state.ts';
import { quarantine, release, revoke } from '../office/closing.ts';
import { rotateKey } from '../office/key-rotation.ts';
import { confirmKey } from '../office/key-confirmation.ts';
import { invite } from '../office/inviting.ts';
import { pendingJoin, readCode, requestToJoin } from '../office/joining.ts';
import { officeView } from '../office/office-view.ts';
import { rosterActs } from '../office/office-acts.ts';
import { answerRequest, requestChange, rosterRequests } from '../office/roster-requests.ts';
import { addPosition, setHolder, setUnit } from '../office/roster-editing.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import { admitDevice, deviceRequests, inviteDevice } from '../office/second-pc.ts';
import { lockSession } from '../office/session.ts';
import { deviceOf } from '../office/own-log.ts';
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

/** Somebody joins on a PC of the office: on the share that it has, whatever path was typed. */
async function joinBeside(
  engine: EngineState,
  office: OfficeRuntime,
  input: CheckedInput<'office.join'>,
): Promise<Result<OfficeRuntime>> {
  if (engine.founding || engine.share === null) return fail('office-exists');
  engine.founding = true;
  try {
    const before = office.session;
    const asked = await requestToJoin(engine.share.joinFolder, input, engine.place, office);
    if (asked.ok && before !== null && before.user !== office.session?.user) lockSession(before, engine.pdf);
    engine.notify({ keys: ['session', 'office'] });
    return asked;
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
    const { officeName, name, title, expires, purpose } = read.value.invite;
    return ok({ officeName, name, title, expires, device: purpose === 'device' });
  },
  'office.join': async (engine, input) => {
    const asked =
      engine.office === null
        ? await found(engine, () => requestToJoin(engine.shareAt(input.share), input, engine.place, null))
        : await joinBeside(engine, engine.office, input);
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
  'office.add-device': withOffice((office, _input, engine) =>
    engine.share === null ? fail('no-office') : inviteDevice(office, engine.share.joinFolder),
  ),
  'office.device-requests': withOffice((office, _input, engine) =>
    engine.share === null ? fail('no-office') : deviceRequests(office, engine.share.joinFolder),
  ),
  'office.admit-device': withOffice((office, input, engine) =>
    engine.share === null
      ? fail('no-office')
      : admitDevice(office, engine.share.joinFolder, input.invitations),
  ),
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
  'office.rotate-key': withOffice(rotateKey),
  'office.confirm-key': withOffice(confirmKey),
  'office.revoke': withOffice((office, input) => revoke(office, input)),
  'office.quarantine': withOffice(quarantine),
  'office.release': withOffice(release),
  'office.request': withOffice(requestChange),
  'office.roster-requests': withOffice((office) => ok(rosterRequests(office))),
  'office.answer-request': withOffice(answerRequest),
  'office.roster-acts': withOffice((office, input) => ok(rosterActs(office, input))),
  'office.audit-code': withOffice(async (office, input) => {
    const { makeAuditCode } = await import('../office/audit-reader.ts');
    return makeAuditCode(office, input);
  }),
  'office.status': (engine) => {
    const office = officeOf(engine);
    return office.ok ? ok(officeView(office.value)) : office;
  },
  'office.set-unit': withOffice((office, input) => setUnit(office, input)),
  'office.add-position': withOffice(addPosition),
  'office.set-holder': withOffice((office, input) => setHolder(office, input)),
};
