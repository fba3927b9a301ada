import { logActSchemas } from '#core/office/roster-acts.ts';

import type { ParsedEntry } from '../log/entry-codec.ts';
import { allKeepers } from '../store/archive.ts';
import type { ReadableDb } from '../store/database.ts';
import type { LogRow } from '../store/logs.ts';
import { allWitness } from '../store/witness.ts';
import type { Report } from './verify-entries.ts';

/** The newest word of a PC on something. */
interface Word {
  readonly rank: number;
  readonly hash: string;
  readonly value: boolean;
}

function later(known: Word | undefined, word: Word): Word {
  if (known === undefined || word.rank > known.rank) return word;
  return word.rank === known.rank && word.hash > known.hash ? word : known;
}

/** Counts anew what entries say of who has seen what and who keeps the documents, and compares it with the tables. */
export class Said {
  readonly #seen = new Map<string, number>();
  readonly #keeps = new Map<string, Word>();
  readonly #whole = new Map<string, Word>();

  /** One accepted entry, in whatever order of logs. */
  hear(log: Pick<LogRow, 'log' | 'device'>, { envelope, hash }: ParsedEntry, rank: number): void {
    for (const dep of envelope.deps) {
      const pair = `${log.log} ${dep.log}`;
      this.#seen.set(pair, Math.max(this.#seen.get(pair) ?? -1, dep.seq));
    }
    if (log.device === null) return;
    if (envelope.type === 'log.keeps-archive') {
      const said = logActSchemas['log.keeps-archive'].safeParse(envelope.body);
      if (!said.success) return;
      this.#keeps.set(log.device, later(this.#keeps.get(log.device), { rank, hash, value: said.data.keeps }));
    } else if (envelope.type === 'log.archive-checked') {
      const said = logActSchemas['log.archive-checked'].safeParse(envelope.body);
      if (!said.success) return;
      this.#whole.set(log.device, later(this.#whole.get(log.device), { rank, hash, value: said.data.whole }));
    }
  }

  verify(db: ReadableDb, report: Report): void {
    // A log that was continued twice has a row for each continuation; together they say what its entries do.
    const kept = new Map<string, number>();
    for (const { by, log, seq } of allWitness(db)) {
      kept.set(`${by} ${log}`, Math.max(kept.get(`${by} ${log}`) ?? -1, seq));
    }
    for (const pair of new Set([...kept.keys(), ...this.#seen.keys()])) {
      const [log = ''] = pair.split(' ');
      if (kept.get(pair) !== this.#seen.get(pair)) report('witness-wrong', { log });
    }
    const keepers = new Map(allKeepers(db).map((keeper) => [keeper.device, keeper]));
    const devices = new Set([...keepers.keys(), ...this.#keeps.keys(), ...this.#whole.keys()]);
    for (const device of devices) {
      const keeper = keepers.get(device);
      const whole = this.#whole.get(device)?.value;
      const isRight =
        (keeper?.keeps === 1) === (this.#keeps.get(device)?.value ?? false) &&
        (keeper?.whole ?? null) === (whole === undefined ? null : whole ? 1 : 0);
      if (!isRight) report('keepers-wrong', { detail: device });
    }
  }
}
