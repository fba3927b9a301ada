import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { Actor } from '#core/office/entry.ts';
import { highestKnown } from '#core/office/number-book.ts';
import { bookId, officeAgenda, seriesId, termFor } from '#core/office/number-series.ts';
import type { Series } from '#core/office/number-series.ts';
import { addDays, isWorkingDay, officeDay } from '#core/office/office-day.ts';
import { mayRegister } from '#core/office/rights.ts';

import { letterIdAt } from '../../log/letter-id.ts';
import { actorOf, personActor } from '../../office/acting.ts';
import { append } from '../../office/append.ts';
import type { NewAct } from '../../office/append.ts';
import { bookOf } from '../../office/number-books.ts';
import { nextOfRegistry } from '../../office/number-source.ts';
import { isRegistry } from '../../office/numbers.ts';
import type { OfficeRuntime } from '../../office/runtime.ts';
import type { Session } from '../../office/session.ts';
import { transact } from '../../store/database.ts';
import { documentHash, keepSyntheticDocument } from '../../store/document-files.ts';
import { keepWords } from '../../store/letters.ts';
import { findLog } from '../../store/logs.ts';
import { syntheticLetter } from './letter-text.ts';
import { lifeOfDay } from './office-life.ts';
import type { Registered } from './office-life.ts';
import { staffFor } from './people.ts';
import type { Colleague, Staff } from './people.ts';
import { plainPdf } from './plain-pdf.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

export interface SeedOptions {
  readonly letters: number;
  /** Words of a letter's text; half to one and a half times as many, since letters differ. */
  readonly words: number;
  /** The same seed on the same store makes the same letters. */
  readonly seed: string;
  /** Of the person signed in; the synthetic colleagues get the same. */
  readonly passphrase: string;
  readonly onProgress: (letters: number) => void;
}

export interface SeedReport {
  readonly letters: number;
  readonly entries: number;
  readonly people: number;
  readonly days: number;
}

/** Acts of one transaction. */
const BATCH = 400;
/** Working days that the letters are spread over: at least so many that old ones are done, at most a year. */
const DAYS = { least: 15, most: 250 };
const LETTERS_A_DAY = 40;
const MINUTE = 60_000;

/** Working days up to and including the last one before `until`, oldest first. */
function workingDays(until: string, count: number): readonly string[] {
  const days: string[] = [];
  for (let day = until; days.length < count; day = addDays(day, -1)) {
    if (isWorkingDay(day, new Set())) days.unshift(day);
  }
  return days;
}

/** Milliseconds since 1970 UTC of 08:00 in the office on that day. */
function morning(day: string, timeZone: string): number {
  const guess = Date.parse(`${day}T01:00:00Z`);
  // Indonesia's zones lie 7 to 9 hours east and have no summer time.
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(guess),
  );
  return guess + (8 - hour) * 60 * MINUTE;
}

/** Lets the clerk keep the agenda of a year before the office's first book, so that its letters have numbers. */
function keepBookSince(runtime: OfficeRuntime, { session }: Colleague, year: number): Result<null> {
  const terms = runtime.roster.current().registries.get(bookId(officeAgenda));
  if (termFor(terms, year) !== null) return ok(null);
  const body = { book: officeAgenda, log: session.log, start: 1, year, gone: false };
  const actor = personActor(session.user);
  const written = append(runtime, session, [{ type: 'roster.registry-set', subject: null, actor, body }]);
  return written.ok ? ok(null) : written;
}

class Seeding {
  readonly #runtime: OfficeRuntime;
  readonly #random: Random;
  readonly #staff: Staff;
  readonly #options: SeedOptions;
  readonly #numbers = new Map<number, number>();
  readonly #ceilings = new Map<number, number>();
  #clock = 0;
  #entries = 0;

  constructor(runtime: OfficeRuntime, random: Random, staff: Staff, options: SeedOptions) {
    // Acts happen at the synthetic day, and nobody is told of each.
    this.#runtime = {
      ...runtime,
      clock: () => (this.#clock += 7000),
      notify: () => undefined,
      wakePublisher: () => undefined,
    };
    this.#random = random;
    this.#staff = staff;
    this.#options = options;
  }

  get entries(): number {
    return this.#entries;
  }

  #append(session: Session, acts: readonly NewAct[]): Result<null> {
    for (let at = 0; at < acts.length; at += BATCH) {
      const written = append(this.#runtime, session, acts.slice(at, at + BATCH));
      if (!written.ok) return written;
      this.#entries += written.value.length;
    }
    return ok(null);
  }

  #nextNumber(series: Series): number {
    const { log } = this.#staff.clerk.session;
    const next =
      this.#numbers.get(series.year) ??
      nextOfRegistry(this.#runtime, series, bookOf(this.#runtime, series), log);
    this.#numbers.set(series.year, next + 1);
    return next;
  }

  /** Announces numbers ahead, so that the book of a seeded office is like any other. */
  #ceiling(series: Series, actor: Actor, last: number): NewAct[] {
    const known = this.#ceilings.get(series.year) ?? highestKnown(bookOf(this.#runtime, series));
    this.#ceilings.set(series.year, Math.max(known, last));
    if (last <= known) return [];
    const body = { series, ceiling: last };
    return [{ type: 'number.ceiling', subject: seriesId(series), actor, body }];
  }

  /** Takes in and registers the letters of one day. */
  async #register(day: string, count: number, age: number): Promise<Result<readonly Registered[]>> {
    const { clerk, leader } = this.#staff;
    const actor = actorOf(clerk.session.user, clerk.held);
    const year = Number(day.slice(0, 4));
    const series: Series = { ...officeAgenda, year };
    const registered: Registered[] = [];
    const first = this.#nextNumber(series);
    this.#numbers.set(year, first);
    const acts = count === 0 ? [] : this.#ceiling(series, actor, first + count - 1);
    const texts = new Map<string, string>();
    const writing: Promise<string>[] = [];
    const firstSeq = (findLog(this.#runtime.db, clerk.session.log)?.seq ?? -1) + 1;
    for (let n = 0; n < count; n += 1) {
      const words = Math.round(this.#options.words * (0.5 + this.#random.next()));
      const { text, ...letter } = syntheticLetter(this.#random, year, words);
      const { pdf, pages } = plainPdf([letter.from, `Nomor: ${letter.number}`, letter.subject], text);
      const sha256 = documentHash(pdf);
      writing.push(keepSyntheticDocument(this.#runtime.folder, pdf));
      texts.set(sha256, text);
      const id = letterIdAt(clerk.session.log, firstSeq + acts.length);
      registered.push({ letter: id, age });
      const document = {
        sha256,
        size: pdf.length,
        mime: 'application/pdf' as const,
        name: 'surat.pdf',
        pages,
      };
      const number = this.#nextNumber(series);
      acts.push(
        {
          type: 'letter.registered',
          subject: id,
          actor,
          body: {
            kind: 'incomingLetter',
            ...letter,
            date: addDays(day, -1 - this.#random.below(5)),
            securityClass: this.#random.chance(0.05) ? 'terbatas' : 'biasa',
            urgency: this.#random.chance(0.8)
              ? 'biasa'
              : this.#random.chance(0.8)
                ? 'segera'
                : 'sangatSegera',
            enclosure: this.#random.chance(0.4) ? '1 (satu) berkas' : '',
            receivedAt: this.#clock + n * MINUTE,
            document,
            forwardTo: leader.held.position.id,
          },
        },
        { type: 'number.issued', subject: id, actor, body: { series, number } },
      );
    }
    await Promise.all(writing);
    transact(this.#runtime.db, (db) => texts.forEach((text, sha256) => keepWords(db, sha256, text)));
    const written = this.#append(clerk.session, acts);
    return written.ok ? ok(registered) : written;
  }

  /** One day of the office. */
  async day(day: string, count: number, age: number): Promise<Result<null>> {
    this.#clock = morning(day, this.#runtime.roster.current().timeZone);
    const registered = await this.#register(day, count, age);
    if (!registered.ok) return registered;
    for (const { who, acts } of lifeOfDay(this.#random, this.#staff, registered.value, day)) {
      const written = this.#append(who.session, acts);
      if (!written.ok) return written;
    }
    return ok(null);
  }
}

/**
 * Fills an office with synthetic letters through the same appending and folding as real ones: signed, chained,
 * projected. Some weeks old ones are mostly finished, those of the last days are unread, disposed or late. The
 * roster writer's PC gets a staff of synthetic colleagues for it. For measuring and trying out; never for an office
 * at work. Errors: `passphrase-needed`, `locked`, `not-roster-writer`, `not-allowed`, and those of appending.
 */
export async function seedLetters(runtime: OfficeRuntime, options: SeedOptions): Promise<Result<SeedReport>> {
  const { session } = runtime;
  if (session === null) return fail('passphrase-needed');
  if (!isRegistry(runtime, session)) return fail('not-allowed');
  const { timeZone } = runtime.roster.current();
  const today = officeDay(runtime.clock(), timeZone);
  const wanted = Math.ceil(options.letters / LETTERS_A_DAY);
  const days = workingDays(today, Math.min(DAYS.most, Math.max(DAYS.least, wanted)));
  // What the store holds already is part of the seed: a second run makes other letters.
  const random = randomFrom(`${options.seed}\n${findLog(runtime.db, session.log)?.seq ?? 0}`);
  const staff = staffFor(runtime, random, options.passphrase, days[0] ?? today, today);
  if (!staff.ok) return staff;
  if (!mayRegister(runtime.roster.current(), staff.value.clerk.held.position.id)) return fail('not-allowed');
  const kept = keepBookSince(runtime, staff.value.clerk, Number((days[0] ?? today).slice(0, 4)));
  if (!kept.ok) return kept;
  const seeding = new Seeding(runtime, random, staff.value, options);
  let made = 0;
  for (const [index, day] of days.entries()) {
    const count = Math.floor((options.letters * (index + 1)) / days.length) - made;
    const done = await seeding.day(day, count, days.length - 1 - index);
    if (!done.ok) return done;
    made += count;
    options.onProgress(made);
  }
  runtime.notify({ keys: ['letters', 'home', 'office', 'sync'], letters: [] });
  runtime.wakePublisher();
  return ok({
    letters: made,
    entries: seeding.entries,
    people: 2 + staff.value.heads.length,
    days: days.length,
  });
}
