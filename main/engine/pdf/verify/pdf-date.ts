/** Milliseconds since 1970 of a PDF date (7.9.4), `undefined` where it is none. Without an offset it is UTC. */
export const parsePdfDate = (text: string): number | undefined => {
  const match =
    /^D?:?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:(Z)|([+-])(\d{2})'?(?:(\d{2})'?)?)?/.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '0',
    minute = '0',
    second = '0',
    ,
    sign,
    hours = '0',
    minutes = '0',
  ] = match;
  const utc = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '+' ? utc - offset : sign === '-' ? utc + offset : utc;
};
