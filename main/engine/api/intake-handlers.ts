import type { MethodName } from '#core/contract/methods.ts';

import { discardStaged, listStaged, stage, stagedBytes } from '../office/intake.ts';
import type { Handlers } from './handlers.ts';
import { withOffice } from './letter-handlers.ts';

export const intakeHandlers: Handlers<Extract<MethodName, `intake.${string}`>> = {
  'intake.stage': withOffice((office, input, engine) =>
    stage(office, engine.pdf, input.files, input.purpose),
  ),
  'intake.list': withOffice((office) => listStaged(office)),
  'intake.discard': withOffice((office, input) => discardStaged(office, input.staged)),
  'intake.bytes': withOffice((office, input) => stagedBytes(office, input.staged)),
};
