import type { HomeView } from '#core/contract/answers.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';

import { roundedMean } from './plot-scale.ts';
import { SectionHeading } from './section-heading.tsx';
import { homeWords } from './words.ts';

const PLOT_HEIGHT = 112;

function isMonday(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
}

/** Bars of the last ten working days; weeks stand a little apart and today is the dark one. */
export function LettersPerDay(props: { readonly days: HomeView['perDay']; readonly today: string }) {
  const t = useWords(homeWords);
  const format = useFormat();
  const counts = props.days.map((d) => d.count);
  const most = Math.max(1, ...counts);
  const hasLetters = counts.some((count) => count > 0);
  return (
    <section aria-labelledby="home-per-day">
      <SectionHeading
        id="home-per-day"
        title={t('perDay')}
        detail={t('perDayDetail', { days: props.days.length, mean: format.number(roundedMean(counts)) })}
        isDetailRight
      />
      {hasLetters ? (
        <ol className="mt-4 flex justify-between">
          {props.days.map(({ day, count }, index) => {
            const isToday = day === props.today;
            return (
              <li
                key={day}
                className={`w-6 ${index > 0 && isMonday(day) ? 'ml-1.5' : ''}`}
                aria-label={t('perDayPoint', { day: format.longDate(day), count })}
              >
                <div
                  aria-hidden
                  className="flex flex-col items-center justify-end border-b border-line-strong"
                  style={{ height: PLOT_HEIGHT + 18 }}
                >
                  <span
                    className={`text-11 ${isToday ? 'font-semibold text-ink' : 'font-medium text-ink-2'}`}
                  >
                    {format.number(count)}
                  </span>
                  <span
                    className={`mt-0.5 w-[24px] ${isToday ? 'bg-accent' : 'bg-plot'}`}
                    style={{ height: Math.round((count / most) * PLOT_HEIGHT) }}
                  />
                </div>
                <div
                  aria-hidden
                  className={`pt-1 text-center text-11 leading-[14px] ${isToday ? 'font-semibold text-ink' : 'text-ink-3'}`}
                >
                  {format.weekdayDay(day).replace(/ \d+$/u, '')}
                  <br />
                  {Number(day.slice(8))}
                </div>
              </li>
            );
          })}
        </ol>
      ) : (
        <p className="py-3 text-13 text-ink-2">{t('perDayNone')}</p>
      )}
    </section>
  );
}
