import { entryTypes, secretMembers, shapeOf } from './type-table.ts';
import type { Shape } from './type-table.ts';

const SYMBOLS = 'golden0sample000';
const hash = (digit: string) => digit.repeat(64);

/** A text for each pattern that bodies know, the first that fits. */
const texts: readonly string[] = [
  ...['usr', 'pos', 'unt', 'let', 'dsp', 'dev'].map((kind) => `${kind}_g01den0samp1e000`),
  hash('a'),
  'b'.repeat(16),
  'A'.repeat(43),
  'A'.repeat(86),
  'A'.repeat(120),
  '2026-11-24',
  '2026-11-24T16:00',
  'a',
  SYMBOLS,
];

/** A chain is whole only with a signature that has a field, which no shape can tell. */
const chain = [
  { role: 'initials', position: 'pos_g01den0samp1e000', field: null, placement: null },
  {
    role: 'signature',
    position: 'pos_g01den0samp1e001',
    field: 'TTD-1',
    placement: { page: 1, x: 307.5, y: 56, width: 232, height: 62 },
  },
];

function textOf({ pattern, format }: Shape): string {
  if (format === 'date') return '2026-11-24';
  if (pattern === undefined) return 'naskah “é” 𝟚 \u200f\n"\\';
  const found = texts.find((text) => new RegExp(pattern, 'u').test(text));
  if (found === undefined) throw new Error(`no sample for ${pattern}`);
  return found;
}

/** A value that fits the shape: the first of several, every member that there may be. */
function sampleOf(shape: Shape, name = ''): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  const [first] = shape.anyOf ?? shape.oneOf ?? [];
  if (first !== undefined) return sampleOf(first, name);
  if (shape.type === 'string') return textOf(shape);
  if (shape.type === 'boolean') return true;
  if (shape.type === 'integer') return Math.max(shape.minimum ?? 0, name === 'year' ? 2026 : 1);
  if (shape.type === 'number') return 0.5;
  if (shape.type === 'array') return [sampleOf(shape.items ?? {}, name)];
  if (shape.type !== 'object') return null;
  const entries = Object.entries(shape.properties ?? {}).filter(
    ([member]) => !(secretMembers.has(member) && name === 'body'),
  );
  return Object.fromEntries(
    entries.map(([member, one]) => [
      member,
      member === 'chain' && one.type === 'array' ? chain : sampleOf(one, member),
    ]),
  );
}

/** A body for every type of entry, with every member that it may have. */
export const bodySamples: readonly (readonly [type: string, body: Record<string, unknown>])[] =
  entryTypes.map(([type, schema]) => {
    const shape = shapeOf(schema);
    const isLetter = /^(?:letter|memo|blob)\.|^number\.(?:issued|corrected)$/.test(type);
    const body = sampleOf(shape, isLetter ? 'body' : '');
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new Error(`${type}: ${parsed.error.message}`);
    return [type, body as Record<string, unknown>];
  });
