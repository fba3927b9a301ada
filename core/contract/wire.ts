/**
 * The engine serves two procedures over a MessagePort (oRPC): `call` for every method, `changes` for the stream of
 * change notices. This is oRPC's transfer option for both ends: messages go by structured clone, so that bytes stay bytes,
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
