/** Days on which the office does not work besides Saturday and Sunday; the office keeps no list of its own yet. */
const none: ReadonlySet<string> = new Set();

/** The holidays that working days are counted without (ISO days). */
export function useHolidays(): ReadonlySet<string> {
  return none;
}
