import { methods } from '#core/contract/methods.ts';
import type { CheckedInput, MethodInput, MethodName, MethodOutput } from '#core/contract/methods.ts';
import { fail } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import type { EngineState } from '../engine-state.ts';
import { foldNow } from '../office/project.ts';
import { storeFailure } from '../store/database.ts';
import { handlers } from './handlers.ts';
import type { Handler } from './handlers.ts';

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}

/** Where in the input the first fault lies, e.g. `recipients.0.due`, for the error's sentence. */
function faultPlace(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

/** What somebody looks at or acts on is shown with all that came in, even while much else is still to be folded. */
function bringUpToDate({ office }: EngineState, input: unknown): void {
  if (office === null || typeof input !== 'object' || input === null || !('letter' in input)) return;
  if (typeof input.letter === 'string') foldNow(office, input.letter);
}

/**
 * The one way into the engine: checks the method's name and its input against the contract, then calls its
 * handler. Whatever comes back is a `Result`; an exception is a bug and goes on to whoever runs the engine.
 */
export async function callEngine<M extends MethodName>(
  engine: EngineState,
  method: M,
  input: MethodInput<M>,
): Promise<Result<MethodOutput<M>>> {
  if (!isMethod(method)) return fail('input-invalid', { field: 'method' });
  const parsed = methods[method].input.safeParse(input);
  if (!parsed.success)
    return fail('input-invalid', { field: faultPlace(parsed.error.issues[0]?.path ?? []) });
  if (engine.closed) return fail('engine-stopped');
  if (engine.damage !== null) return fail('store-damaged', { folder: engine.folder, detail: engine.damage });
  const handler: Handler<M> = handlers[method];
  try {
    bringUpToDate(engine, parsed.data);
    return await handler(engine, parsed.data as CheckedInput<M>);
  } catch (error) {
    // What the disk says is expected; `storeFailure` throws everything else on.
    return fail(...storeFailure(error, engine.folder));
  }
}
