import { i18n } from './i18n.ts';

/** A sentence, or its two forms by number where the language has them (English). */
type Entry = string | { readonly one: string; readonly other: string };
type Source = Readonly<Record<string, Entry>>;

/** What the second locale must hold: every key of the first, no other. */
export type Words<Id extends Source> = { readonly [Key in keyof Id]: Entry };

type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;
type TextOf<E extends Entry> = E extends string
  ? E
  : E extends { readonly other: infer O extends string }
    ? O
    : never;
type Values<E extends Entry> = {
  readonly [Name in NamesIn<TextOf<E>>]: Name extends 'count' ? number : string | number;
};

/** Translates a key; its placeholders are required arguments and `count` chooses the plural. */
export type Translate<Id extends Source> = <Key extends keyof Id & string>(
  key: Key,
  ...values: [NamesIn<TextOf<Id[Key]>>] extends [never] ? [] : [Values<Id[Key]>]
) => string;

/** The words of one feature, registered under its name. */
export interface WordSet<Id extends Source> {
  readonly namespace: string;
  /** Never read: carries the keys for the type checker. */
  readonly keys?: Id;
}

function flat(source: Source): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [key, entry] of Object.entries(source)) {
    if (typeof entry === 'string') {
      out[key] = entry;
    } else {
      out[`${key}_one`] = entry.one;
      out[`${key}_other`] = entry.other;
    }
  }
  return out;
}

/** Registers a feature's words in both languages and gives the handle for `useWords`. */
export function defineWords<const Id extends Source>(
  namespace: string,
  words: { readonly id: Id; readonly en: Words<Id> },
): WordSet<Id> {
  i18n.addResourceBundle('id', namespace, flat(words.id), true, true);
  i18n.addResourceBundle('en', namespace, flat(words.en), true, true);
  return { namespace };
}
