import type { HomeView } from '#core/contract/answers.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';

import { linePoints, pathOf, ticksFor } from './plot-scale.ts';
import { SectionHeading } from './section-heading.tsx';
import { homeWords } from './words.ts';

const WIDTH = 352;
const HEIGHT = 132;
const LEFT = 20;
const RIGHT = 16;
const TOP = 12;

/** Median working days from receipt to the first disposition by week, against the service promise. */
export function MedianLine(props: { readonly weeks: HomeView['medianToDispose']; readonly promise: number }) {
  const t = useWords(homeWords);
  const format = useFormat();
  const { weeks, promise } = props;
  const last = weeks.at(-1);
  const ticks = ticksFor(Math.max(promise, ...weeks.map((w) => w.days)));
  const top = ticks.at(-1) ?? 1;
  const heightOf = (value: number) => TOP + HEIGHT - (value / top) * HEIGHT;
  const points = linePoints(
    weeks.map((w) => w.days),
    top,
    { width: WIDTH - LEFT - RIGHT, height: HEIGHT },
  ).map((p) => ({ x: p.x + LEFT, y: p.y + TOP }));
  const end = points.at(-1);
  const middle = Math.floor((weeks.length - 1) / 2);
  const labelled = weeks.length > 2 ? [0, middle, weeks.length - 1] : weeks.map((_, i) => i);
  return (
    <section aria-labelledby="home-median">
      <SectionHeading id="home-median" title={t('median')} detail={t('medianDetail')} isDetailRight />
      {last === undefined || end === undefined ? (
        <p className="py-3 text-13 text-ink-2">{t('medianNone')}</p>
      ) : (
        <>
          <svg
            aria-hidden
            viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 24}`}
            className="mt-1 block w-full overflow-visible text-11"
          >
            {ticks.map((tick) => (
              <g key={tick}>
                <line
                  x1={LEFT}
                  x2={WIDTH}
                  y1={heightOf(tick)}
                  y2={heightOf(tick)}
                  shapeRendering="crispEdges"
                  className="stroke-line"
                />
                <text x={4} y={heightOf(tick) + 4} className="fill-ink-3">
                  {format.number(tick)}
                </text>
              </g>
            ))}
            <line
              x1={LEFT}
              x2={WIDTH}
              y1={heightOf(promise)}
              y2={heightOf(promise)}
              strokeDasharray="4 3"
              shapeRendering="crispEdges"
              className="stroke-ink-2"
            />
            <text x={WIDTH} y={heightOf(promise) - 6} textAnchor="end" className="fill-ink-2 font-medium">
              {t('promise', { days: format.number(promise) })}
            </text>
            <path
              d={pathOf(points)}
              fill="none"
              strokeWidth={2}
              strokeLinejoin="round"
              className="stroke-accent"
            />
            <circle cx={end.x} cy={end.y} r={4.5} strokeWidth={2} className="fill-accent stroke-sheet" />
            <text
              x={WIDTH}
              // Above the point where there is no room below it; the edge keeps the line out of the letters.
              y={end.y + 19 < TOP + HEIGHT ? end.y + 19 : end.y - 10}
              textAnchor="end"
              strokeWidth={4}
              strokeLinejoin="round"
              className="fill-ink stroke-sheet text-12 font-semibold [paint-order:stroke]"
            >
              {t('medianLast', { count: Math.round(last.days * 10) / 10 })}
            </text>
            {labelled.map((index) => {
              const week = weeks[index];
              const point = points[index];
              if (week === undefined || point === undefined) return null;
              const isLast = index === weeks.length - 1;
              return (
                <text
                  key={week.week}
                  x={isLast ? WIDTH : point.x}
                  y={TOP + HEIGHT + 18}
                  textAnchor={index === 0 ? 'start' : isLast ? 'end' : 'middle'}
                  className="fill-ink-3"
                >
                  {format.shortDate(week.week)}
                </text>
              );
            })}
          </svg>
          <ul className="sr-only">
            {weeks.map((week) => (
              <li key={week.week}>
                {t('medianPoint', { week: format.longDate(week.week), days: format.number(week.days, 1) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
