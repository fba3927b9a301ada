import type { ChangeNotice, MethodInput, MethodName, MethodOutput } from './methods.ts';
import type { Result } from './result.ts';

/** The two procedures that the engine serves over a MessagePort (oRPC): every method, and the stream of changes. */
export interface EngineWire {
  call<M extends MethodName>(input: {
    readonly method: M;
    readonly input: MethodInput<M>;
  }): Promise<Result<MethodOutput<M>>>;
  changes(input: undefined, options: { readonly signal: object }): Promise<AsyncIterable<ChangeNotice>>;
}

/**
 * oRPC's transfer option for both ends of the port: messages go by structured clone, so that bytes stay bytes,
 * except the two shapes that oRPC must encode itself (forms and streams).
 */
export function byClone(message: readonly unknown[]): object[] | null {
  const payload = message[2];
  const body =
    typeof payload === 'object' && payload !== null && 'body' in payload ? payload.body : undefined;
  if (typeof body !== 'object' || body === null) return [];
  const form: unknown = Reflect.get(globalThis, 'FormData');
  const isForm = typeof form === 'function' && body instanceof form;
  return isForm || Symbol.asyncIterator in body ? null : [];
}
