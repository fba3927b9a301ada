import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a mounted folder may be told to do wrong. */
export interface TroubleCommand {
  /** This operation fails from now on, `times` times, with a code of the system. */
  readonly fail?: string;
  readonly code?: string;
  readonly times?: number;
  /** Listings show what is there now, until told otherwise. */
  readonly stale?: boolean;
}

/** Failures and old listings that a file system over `backing` shows because it was told to. */
export class FuseTrouble {
  readonly #backing: string;
  readonly #failures = new Map<string, { readonly code: string; times: number }>();
  #stale: Map<string, readonly string[]> | null = null;

  constructor(backing: string) {
    this.#backing = backing;
  }

  /** Takes a command; false when it was none of these. */
  take({ fail, code = 'EIO', times = 0, stale }: TroubleCommand): boolean {
    if (fail !== undefined) this.#failures.set(fail, { code, times });
    if (stale !== undefined) this.#stale = stale ? this.#remembered() : null;
    return fail !== undefined || stale !== undefined;
  }

  /** Throws where the operation is to fail before anything is done. */
  meet(operation: string): void {
    const failure = this.#failures.get(operation === 'rename2' ? 'rename' : operation);
    if (failure === undefined || failure.times <= 0) return;
    failure.times -= 1;
    throw Object.assign(new Error(operation), { code: failure.code });
  }

  /** The names in a folder, as they are or as they were. */
  names(relative: string): readonly string[] {
    return this.#stale?.get(relative) ?? readdirSync(join(this.#backing, relative));
  }

  #remembered(relative = '', known = new Map<string, readonly string[]>()) {
    const found = readdirSync(join(this.#backing, relative), { withFileTypes: true });
    known.set(
      relative,
      found.map(({ name }) => name),
    );
    for (const one of found) if (one.isDirectory()) this.#remembered(join(relative, one.name), known);
    return known;
  }
}
