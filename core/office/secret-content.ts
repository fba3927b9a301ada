import type { LetterActType } from './letter-acts.ts';

/**
 * How a field of an act's body is kept from those outside the letter's circle: `text`, `none` and `one` say what stands
 * in its place (a word where the schema wants one, nothing, an empty list, the number 1); a nested table goes into an
 * object, `each` into every item of a list.
 */
type SecretField =
  'text' | 'none' | 'empty' | 'one' | { readonly each: SecretFields } | { readonly of: SecretFields };
interface SecretFields {
  readonly [name: string]: SecretField;
}

type Json = Readonly<Record<string, unknown>>;

/** What stands where the schema wants a word. The same in every language: it travels in entries. */
export const SECRET_TEXT = 'Rahasia';

/** A document's name and length tell of it; its hash and size are those of the sealed bytes (decision 0014). */
const document: SecretField = { of: { name: 'none', pages: 'one' } };

/**
 * What of each act is content, and so sealed when its letter is Rahasia or Sangat Rahasia. All else (who, when, class,
 * numbers, dates, urgency, positions, what binds) is shared: the fold of every PC depends on it and on nothing sealed.
 */
export const secretFields: Readonly<Record<LetterActType, SecretFields>> = {
  'letter.registered': {
    from: 'text',
    subject: 'text',
    enclosure: 'none',
    classification: 'none',
    document,
  },
  'letter.corrected': { from: 'text', subject: 'text', enclosure: 'none', classification: 'none' },
  'letter.attached': { document },
  'letter.read': {},
  'letter.disposed': {
    instructions: 'empty',
    note: 'none',
    recipients: { each: { instructions: 'empty', note: 'none' } },
  },
  'letter.recalled': {},
  'letter.acknowledged': {},
  'letter.followed-up': {
    note: 'text',
    attachments: { each: { name: 'none', pages: 'one' } },
  },
  'letter.finished': { note: 'none' },
  'letter.returned': { note: 'text' },
  'letter.forwarded': { note: 'none' },
  'letter.no-disposition': { note: 'none' },
  'letter.key-shared': {},
  'blob.destruction-proposed': { note: 'none' },
  'blob.destroyed': { note: 'none' },
  'number.issued': {},
  'number.corrected': {},
  'letter.settled': { note: 'none' },
  'memo.settled': { note: 'none' },
  'memo.proposed': { subject: 'text', note: 'none', document },
  'memo.revised': { document, note: 'none' },
  'memo.approved': { note: 'none' },
  'memo.signed': { result: { of: { name: 'none', pages: 'one' } } },
  'memo.returned': { note: 'text' },
  'memo.withdrawn': { note: 'none' },
};

const neutral = { text: SECRET_TEXT, none: '', empty: [], one: 1 } as const;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Halves {
  readonly shared: Json;
  readonly content: Json;
}

function splitObject(body: Json, fields: SecretFields): Halves {
  const shared: Record<string, unknown> = { ...body };
  const content: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = body[name];
    if (value === undefined) continue;
    if (typeof field === 'string') {
      shared[name] = neutral[field];
      content[name] = value;
    } else if ('of' in field && isObject(value)) {
      const halves = splitObject(value, field.of);
      shared[name] = halves.shared;
      content[name] = halves.content;
    } else if ('each' in field && Array.isArray(value)) {
      const halves = value.map((item: unknown) =>
        isObject(item) ? splitObject(item, field.each) : { shared: {}, content: {} },
      );
      shared[name] = halves.map((h) => h.shared);
      content[name] = halves.map((h) => h.content);
    }
  }
  return { shared, content };
}

/** Takes a body apart into what everybody may know and what only the letter's circle may. */
export function splitSecret(type: LetterActType, body: Json): Halves {
  return splitObject(body, secretFields[type]);
}

/** Whether an act of this body says anything that must be sealed. */
export function hasContent(type: LetterActType, body: Json): boolean {
  const { shared } = splitSecret(type, body);
  return JSON.stringify(shared) !== JSON.stringify(body);
}

function mergeObject(shared: Json, content: Json, fields: SecretFields): Json {
  const body: Record<string, unknown> = { ...shared };
  for (const [name, field] of Object.entries(fields)) {
    const value = content[name];
    const kept = shared[name];
    // What the shared half lacks stays away: sealed content adds no field.
    if (value === undefined || kept === undefined) continue;
    if (typeof field === 'string') body[name] = value;
    else if ('of' in field && isObject(kept) && isObject(value)) {
      body[name] = mergeObject(kept, value, field.of);
    } else if ('each' in field && Array.isArray(kept) && Array.isArray(value)) {
      const items: readonly unknown[] = value;
      body[name] = kept.map((item: unknown, index) => {
        const own = items[index];
        return isObject(item) && isObject(own) ? mergeObject(item, own, field.each) : item;
      });
    }
  }
  return body;
}

/**
 * Puts a body together again. Only the fields that the table names are taken from the content, whatever else its
 * author sealed: nothing shared can be changed by a sealed half. The caller checks the whole by the act's schema.
 */
export function mergeSecret(type: LetterActType, shared: Json, content: Json): Json {
  return mergeObject(shared, content, secretFields[type]);
}
