import { z } from 'zod';

import { dependencySchema } from '#core/office/entry.ts';
import {
  blobRefSchema,
  chainStepSchema,
  letterActSchemas,
  recipientSchema,
} from '#core/office/letter-acts.ts';
import { numberActSchemas } from '#core/office/number-acts.ts';
import { bookSchema, seriesSchema } from '#core/office/number-series.ts';
import { logActSchemas, rosterActSchemas, userKeysSchema } from '#core/office/roster-acts.ts';

/** A schema as JSON Schema has it, as far as entries need it. */
export interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly minItems?: number;
}

/** Members that bodies on letters may have besides (decision 0014). */
export const secretMembers: ReadonlySet<string> = new Set(['sealed', 'keys']);

const groups = [logActSchemas, rosterActSchemas, numberActSchemas, letterActSchemas] as const;

/** Every type of entry of this version, with its body's schema. */
export const entryTypes: readonly (readonly [type: string, schema: z.ZodType])[] = groups.flatMap((group) =>
  Object.entries(group),
);

/** The shape of a schema. */
export function shapeOf(schema: z.ZodType): Shape {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { unrepresentable: 'any' });
  return shape as Shape;
}

const terms = new Map<string, string>(
  Object.entries({
    doc: blobRefSchema,
    series: seriesSchema,
    book: bookSchema,
    'user keys': userKeysSchema,
    step: chainStepSchema,
    recipient: recipientSchema,
    place: dependencySchema,
  }).map(([word, schema]) => [JSON.stringify(shapeOf(schema)), word]),
);

/** More words than this are a list of the office's, not of the format. */
const SHORT_LIST = 12;

function textTerm({ pattern = '', format }: Shape): string {
  const id = /^\^([a-z]{3})_/.exec(pattern)?.[1];
  if (id !== undefined) return id;
  if (pattern === '^[0-9a-f]{64}$') return 'hash';
  if (pattern.startsWith('^[0-9a-f]{16}')) return '16 hex';
  if (format === 'date') return 'day';
  if (pattern.includes('(T')) return 'due';
  return pattern.includes('A-Za-z0-9_-]') ? 'base64url' : 'text';
}

function term(shape: Shape): string {
  const known = terms.get(JSON.stringify(shape));
  if (known !== undefined) return known;
  if (shape.anyOf !== undefined) {
    const choices = shape.anyOf.map(term).filter((choice) => choice !== 'null');
    const orNull = choices.length < shape.anyOf.length ? ' or null' : '';
    return choices.join(' or ') + orNull;
  }
  if (shape.oneOf !== undefined) return shape.oneOf.map(term).join(' or ');
  if (shape.const !== undefined) return `\`${String(shape.const)}\``;
  if (shape.enum !== undefined) {
    return shape.enum.length > SHORT_LIST ? 'a word' : shape.enum.map((word) => `\`${word}\``).join(' ');
  }
  if (shape.type === 'array') return `[${term(shape.items ?? {})}]`;
  if (shape.type === 'object') return `{${members(shape)}}`;
  if (shape.type === 'string') return textTerm(shape);
  return shape.type === 'integer' ? 'int' : (shape.type ?? 'anything');
}

function members({ properties = {}, required = [] }: Shape, left: ReadonlySet<string> = new Set()): string {
  return Object.entries(properties)
    .filter(([name]) => !left.has(name))
    .map(([name, shape]) => `${name}${required.includes(name) ? '' : '?'}: ${term(shape)}`)
    .join(', ');
}

/** The lines of the table of entry types, as the page of the format has them. */
export function typeTable(): readonly string[] {
  return entryTypes.map(([type, schema]) => {
    const left = type in letterActSchemas ? secretMembers : new Set<string>();
    const text = members(shapeOf(schema), left);
    return `| \`${type}\` | ${text === '' ? '(nothing)' : text} |`;
  });
}
