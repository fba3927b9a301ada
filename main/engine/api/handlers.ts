import type { CheckedInput, MethodName, MethodOutput } from '#core/contract/methods.ts';
import type { Result } from '#core/contract/result.ts';

import type { EngineState } from '../engine-state.ts';
import { officeHandlers } from './office-handlers.ts';
import { intakeHandlers } from './intake-handlers.ts';
import { letterHandlers } from './letter-handlers.ts';
import { localHandlers } from './local-handlers.ts';
import { memoHandlers } from './memo-handlers.ts';
import { numberHandlers } from './number-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';
import { syncHandlers } from './sync-handlers.ts';

/** One handler a contract method: its input was checked, it authorises, calls a use case and answers. */
export type Handler<M extends MethodName> = (
  engine: EngineState,
  input: CheckedInput<M>,
) => Result<MethodOutput<M>> | Promise<Result<MethodOutput<M>>>;

export type Handlers<M extends MethodName = MethodName> = { readonly [K in M]: Handler<K> };

export const handlers: Handlers = {
  ...sessionHandlers,
  ...officeHandlers,
  ...intakeHandlers,
  ...letterHandlers,
  ...memoHandlers,
  ...numberHandlers,
  ...syncHandlers,
  ...localHandlers,
};
