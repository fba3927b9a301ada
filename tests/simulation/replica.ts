import type { MethodInput, MethodName, MethodOutput } from '#core/contract/methods.ts';
import type { Result } from '#core/contract/result.ts';
import { dumpOffice } from '#main/engine/audit/dump.ts';
import { openEngine } from '#main/engine/engine.ts';
import type { Engine } from '#main/engine/engine.ts';
import { officeOf } from '#main/engine/engine-state.ts';
import type { OfficeRuntime } from '#main/engine/office/runtime.ts';
import { retrying } from '#main/engine/share/retrying-share-fs.ts';
import type { ShareFs } from '#main/engine/share/share-fs.ts';
import { allLogs, findLog } from '#main/engine/store/logs.ts';
import type { LogRow } from '#main/engine/store/logs.ts';

import { simulatedPdfService } from './pdf-work.ts';
import { SimulatedCrash } from './turns.ts';

/** Opens everybody of the simulated office. */
export const PASSPHRASE = 'kantor tanpa kertas 42';

export interface ReplicaOptions {
  readonly name: string;
  readonly dir: string;
  readonly fs: ShareFs;
  /** Milliseconds since 1970 UTC that a right clock shows. */
  readonly now: () => number;
  /** What the operating system says of the machine; its name where nobody copied a disk. */
  readonly machineId?: string;
}

/** One simulated PC: the real engine over a real store, a clock that may be wrong, and points at which it stops. */
export class Replica {
  readonly name: string;
  readonly dir: string;
  readonly fs: ShareFs;
  readonly machineId: string;
  readonly #now: () => number;
  #engine: Engine | null = null;
  /** Milliseconds by which the clock of this PC is wrong. */
  clockError = 0;
  /** Where it stops, and how often it passes the point before that. */
  stopAt: { readonly point: string; passes: number } | null = null;
  /** By row of an own log: the first entry of which nobody was told yet that it is kept. */
  acknowledgedFrom = new Map<number, number>();
  /** Person signed in here; set by the first unlocking. */
  user = '';

  constructor({ name, dir, fs, now, machineId = name }: ReplicaOptions) {
    this.name = name;
    this.dir = dir;
    this.fs = fs;
    this.machineId = machineId;
    this.#now = now;
  }

  get engine(): Engine {
    if (this.#engine === null) throw new Error(`${this.name} is off`);
    return this.#engine;
  }

  get runtime(): OfficeRuntime {
    const office = officeOf(this.engine.state);
    if (!office.ok) throw new Error(`${this.name} has no office`);
    return office.value;
  }

  readonly clock = (): number => Math.max(0, this.#now() + this.clockError);

  async open(): Promise<void> {
    const opened = await openEngine(
      { dir: this.dir, share: null, demo: false, appVersion: '0.0.0' },
      {
        clock: this.clock,
        at: (point) => this.#reach(point),
        machineId: this.machineId,
        background: false,
        // The program's own patience with busy files, with pauses that cost a run nothing.
        shareFs: () => retrying(this.fs, { limitMs: 3, briefMs: 30, firstMs: 1 }),
        pdf: simulatedPdfService(),
      },
    );
    if (!opened.ok) throw new Error(`${this.name} does not open: ${JSON.stringify(opened.error)}`);
    this.#engine = opened.value;
  }

  #reach(point: string): void {
    if (this.stopAt === null || this.stopAt.point !== point) return;
    if (this.stopAt.passes > 0) {
      this.stopAt.passes -= 1;
      return;
    }
    this.stopAt = null;
    throw new SimulatedCrash(point);
  }

  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Result<MethodOutput<M>>> {
    return this.engine.call(method, input);
  }

  /** A call that cannot be refused. */
  async must<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const answer = await this.call(method, input);
    if (!answer.ok) throw new Error(`${this.name} ${method}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  }

  async unlock(): Promise<void> {
    if (this.user === '') {
      const { users } = await this.must('session.state', undefined);
      this.user = users[0]?.user ?? '';
    }
    await this.must('session.unlock', { user: this.user, passphrase: PASSPHRASE });
  }

  /** Shuts the engine down; after a crash its store is as the crash left it. */
  async close(): Promise<void> {
    await this.#engine?.close();
    this.#engine = null;
  }

  logs(): readonly LogRow[] {
    return allLogs(this.engine.state.db);
  }

  /** All logs that were begun at this PC, or at the one of which it is a copy, and that it still writes or sends. */
  ownLogs(): readonly LogRow[] {
    return this.logs().filter((log) => log.own === 1);
  }

  /** The log in which the person signed in writes, or undefined before it was begun. */
  ownLog(): LogRow | undefined {
    return this.runtime.session === null
      ? undefined
      : findLog(this.engine.state.db, this.runtime.session.log);
  }
}

/** The whole dump of a PC, confidential letters included. */
export function dumpOf(pc: Replica): string {
  return [...dumpOffice(pc.runtime, { confidential: true })].join('');
}
