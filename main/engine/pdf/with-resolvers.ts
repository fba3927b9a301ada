interface Resolvers {
  readonly promise: Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * pdf.js, even its legacy build, expects `Promise.withResolvers` (ECMAScript 2024), which Electron 33 has and plain
 * Node 20 has not. Defines it where it is missing.
 */
export function ensureWithResolvers(): void {
  if ('withResolvers' in Promise) return;
  const value = (): Resolvers => {
    let resolve: Resolvers['resolve'] = () => undefined;
    let reject: Resolvers['reject'] = () => undefined;
    const promise = new Promise<unknown>((onResolve, onReject) => {
      resolve = onResolve;
      reject = onReject;
    });
    return { promise, resolve, reject };
  };
  Object.defineProperty(Promise, 'withResolvers', { value, writable: true, configurable: true });
}
