import { type Language, localeTags } from '#core/words/language.ts';

/** A number with the language's separators: 1.284 in Indonesian. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  return new Intl.NumberFormat(localeTags[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** Bytes as people read them: 84 KB, 1,2 MB. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1024) return `${formatNumber(bytes, language)} B`;
  if (bytes < 1024 * 1024) return `${formatNumber(Math.round(bytes / 1024), language)} KB`;
  return `${formatNumber(bytes / 1024 / 1024, language, 1)} MB`;
}

/** An agenda number as printed: plain digits get separators, anything else stays as the office writes it. */
export function formatAgenda(agenda: string, language: Language): string {
  return /^\d+$/u.test(agenda) ? formatNumber(Number(agenda), language) : agenda;
}
