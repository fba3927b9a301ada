/** An input that is too much of something. */
export interface HugeInput {
  readonly name: string;
  readonly input: Uint8Array;
}

const MIB = 2 ** 20;

/** Much of one thing, in the size of the largest file that any reader takes, and beyond. */
function* plainOnes(): Generator<HugeInput> {
  const pieces: readonly (readonly [string, string])[] = [
    ['brackets', '['],
    ['objects in objects', '{"a":'],
    ['pairs of brackets', '[],'],
    ['numbers', '1,'],
    ['a string without end', 'a'],
    ['quotes', '"'],
    ['backslashes', '\\'],
    ['zeros', '\u0000'],
    ['white space', ' '],
    ['line ends', '\n'],
    ['dashes', '-'],
    ['lone surrogates', '\\ud800'],
    ['combining marks', 'e\u0301'],
    ['members', '"k":1,'],
  ];
  for (const [index, [name, piece]] of pieces.entries()) {
    // The first few in the size of the largest file, the others in that of the largest entry.
    yield { name, input: Buffer.alloc(index < 5 ? 5 * MIB : MIB / 4, piece) };
    yield { name: `an array of ${name}`, input: Buffer.from(`[${piece.repeat(30_000)}]`) };
  }
  yield { name: 'bytes that are no text', input: Buffer.alloc(5 * MIB, 0xff) };
  yield { name: 'nothing', input: new Uint8Array() };
  const deep = 12_000;
  yield { name: 'arrays that close', input: Buffer.from(`${'['.repeat(deep)}${']'.repeat(deep)}`) };
  const members = Array.from({ length: 100_000 }, (_, n) => `"k${n}":${n}`).join(',');
  yield { name: 'a hundred thousand members', input: Buffer.from(`{${members}}`) };
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** The value with one of its places grown beyond all measure; one of them for each place. */
function* grown(value: Json, put: (changed: Json) => Json): Generator<Json> {
  if (typeof value === 'string') yield put('x'.repeat(300_000));
  if (typeof value === 'number') yield put(Number(`1${'0'.repeat(300)}`));
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    yield put(Array.from({ length: 20_000 }, () => value[0] ?? 0));
    yield put(Array.from({ length: 60_000 }, () => 0));
    for (const [index, inside] of value.entries()) {
      yield* grown(inside, (changed) => put(value.map((item, n) => (n === index ? changed : item))));
    }
    return;
  }
  yield put({ ...value, ...Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, n])) });
  for (const [name, inside] of Object.entries(value)) {
    yield* grown(inside, (changed) => put({ ...value, [name]: changed }));
  }
}

/** Most of a sample's places that are grown: what a fold is given has hundreds, which are alike. */
const GROWN_LIMIT = 24;

/** Inputs that are too much for a target of these samples. */
export function* hugeInputs(samples: readonly Uint8Array[]): Generator<HugeInput> {
  yield* plainOnes();
  for (const sample of samples.slice(0, 2)) {
    let value: Json;
    try {
      value = JSON.parse(Buffer.from(sample).toString()) as Json;
    } catch {
      continue;
    }
    let count = 0;
    for (const changed of grown(value, (whole) => whole)) {
      count += 1;
      if (count > GROWN_LIMIT) break;
      yield { name: `a sample grown at place ${count}`, input: Buffer.from(JSON.stringify(changed)) };
    }
  }
}
