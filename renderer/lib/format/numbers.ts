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

/**
 * An agenda number ("1284/2026") as printed: 1.284, with the year only where it is not this one. Anything else stays
 * as the office writes it.
 *
 * @param year the current year in the office
 */
export function formatAgenda(agenda: string, year: number, language: Language): string {
  const parts = /^(\d+)(\.[a-z]+)?(?:\/(\d{4}))?$/u.exec(agenda);
  if (parts === null) return agenda;
  const number = `${formatNumber(Number(parts[1]), language)}${parts[2] ?? ''}`;
  return parts[3] === undefined || Number(parts[3]) === year ? number : `${number}/${parts[3]}`;
}
