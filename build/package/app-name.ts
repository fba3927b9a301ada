import type { ElectronRuntime } from '../runtime/electron-runtime.ts';

/** What a build is called, in every place where a user meets it. */
export interface AppName {
  readonly id: string;
  readonly product: string;
  /** Name of the executable and of the Debian package. */
  readonly package: string;
}

/**
 * A build on the development runtime carries that in its name, has an identity and a data folder of its own, and
 * can be installed beside a release.
 */
export function appNameFor(runtime: Pick<ElectronRuntime, 'kind'>): AppName {
  return runtime.kind === 'official'
    ? { id: 'id.nirkertas.app', product: 'Nirkertas', package: 'nirkertas' }
    : { id: 'id.nirkertas.app.dev', product: 'Nirkertas Pengembangan', package: 'nirkertas-dev' };
}
