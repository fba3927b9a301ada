import type { Random } from '#main/engine/audit/seed/random.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Values that a field may be given, whatever it should hold. */
const values: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  0.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  Number.MAX_SAFE_INTEGER,
  1e21,
  8.64e15,
  8.64e15 + 1,
  '',
  ' ',
  'a'.repeat(64),
  'f'.repeat(64),
  'A'.repeat(43),
  'A'.repeat(86),
  'x'.repeat(301),
  'x'.repeat(5000),
  'constructor',
  'toString',
  '__proto__',
  'hasOwnProperty',
  'letter.read',
  'memo.approved',
  'roster.taken-over',
  'pos_0123456789abcdef',
  'usr_0123456789abcdef',
  'let_0123456789abcdef',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '2026-02-29T24:00',
  '9999-12-31T23:59',
  'e\u0301',
  '\u00e9',
  '\u202etxt.fdp',
  '\u2028',
  '\u0000',
  '\ud83d\ude00',
  'acting',
  'onBehalfOf',
  'rahasia',
  [],
  {},
  [[]],
];

const copy = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

/** Every place in a value that has a container around it. */
function placesIn(value: Json, places: [Json[] | { [name: string]: Json }, string | number][] = []) {
  if (value === null || typeof value !== 'object') return places;
  const entries: [string | number, Json][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  for (const [step, inside] of entries) {
    places.push([value, step]);
    // What is large is not walked to its end: there are enough places before.
    if (places.length < 4000) placesIn(inside, places);
  }
  return places;
}

function near(random: Random, value: Json): Json {
  if (typeof value === 'number') return value + random.pick([-1, 1, 2 ** 31, 0.1]);
  if (typeof value !== 'string' || value.length === 0) return random.pick(values);
  const at = random.below(value.length);
  const symbol = random.pick(['0', 'f', 'z', '-', '_', ' ', '\u0301', '"', '\\', 'Z']);
  return `${value.slice(0, at)}${symbol}${value.slice(at + random.below(2))}`;
}

function nested(random: Random): Json {
  let value: Json = 'x';
  const depth = 1 + random.below(random.chance(0.1) ? 3000 : 40);
  for (let level = 0; level < depth; level += 1) value = random.chance(0.5) ? [value] : { a: value };
  return value;
}

/** One change to the values of a JSON text; null for what is none. The result is spelled as JSON.stringify does. */
export function mutatedJson(random: Random, bytes: Uint8Array): Buffer | null {
  let root: Json;
  try {
    root = JSON.parse(Buffer.from(bytes).toString()) as Json;
  } catch {
    return null;
  }
  const places = placesIn(root);
  if (places.length === 0) return null;
  const [parent, step] = random.pick(places);
  const holder = parent as { [name: string | number]: Json };
  const there = holder[step] ?? null;
  switch (random.below(8)) {
    case 0:
    case 1:
      holder[step] = copy(random.pick(values));
      break;
    case 2:
      holder[step] = near(random, there);
      break;
    case 3: {
      const [from, at] = random.pick(places);
      holder[step] = copy((from as { [name: string | number]: Json })[at] ?? null);
      break;
    }
    case 4:
      if (Array.isArray(parent)) parent.splice(Number(step), 1);
      else delete holder[step];
      break;
    case 5:
      if (Array.isArray(parent)) parent.splice(Number(step), 0, copy(there));
      else holder[random.pick(['note', 'sealed', 'keys', 'v', '0', 'tambahan', 'userSig'])] = copy(there);
      break;
    case 6:
      holder[step] = nested(random);
      break;
    default:
      if (Array.isArray(there)) {
        const one = there[0] ?? random.pick(values);
        holder[step] = Array.from({ length: 1 + random.below(500) }, () => copy(one));
      } else holder[step] = near(random, copy(there));
  }
  return Buffer.from(JSON.stringify(root));
}
