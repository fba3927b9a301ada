import type { HomeView } from '#core/contract/answers.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';

import { SectionHeading } from './section-heading.tsx';
import { homeWords } from './words.ts';

type UnitRow = HomeView['units'][number];

const hatch =
  'border border-danger bg-[repeating-linear-gradient(-45deg,var(--color-danger)_0_2px,transparent_2px_4.5px)]';

/** Open letters by unit. Lateness is hatched and counted, so that it is not told by colour alone. */
export function UnitLoad(props: { readonly units: readonly UnitRow[] }) {
  const t = useWords(homeWords);
  const most = Math.max(1, ...props.units.map((unit) => unit.open));
  return (
    <section aria-labelledby="home-load">
      <SectionHeading id="home-load" title={t('load')} detail={t('loadDetail')}>
        <span className="flex items-center gap-1.5 text-12 text-ink-2">
          <span aria-hidden className="h-2 w-3 bg-plot" />
          {t('inTime')}
        </span>
        <span className="ml-2 flex items-center gap-1.5 text-12 text-ink-2">
          <span aria-hidden className={`h-2.5 w-3 ${hatch}`} />
          {t('overdue')}
        </span>
      </SectionHeading>
      {props.units.length === 0 ? (
        <p className="py-3 text-13 text-ink-2">{t('loadNone')}</p>
      ) : (
        <table className="-ml-2 w-[calc(100%+16px)] table-fixed border-collapse text-13">
          <thead>
            <tr className="h-[27px] border-b border-line-strong text-left text-11 text-ink-3">
              <th className="w-56 pl-2 font-medium">{t('unit')}</th>
              <th aria-hidden className="font-medium" />
              <th className="w-20 text-right font-medium">{t('open')}</th>
              <th className="w-20 text-right font-medium">{t('lateHead')}</th>
              <th className="w-[72px] pr-2 text-right font-medium">{t('oldest')}</th>
            </tr>
          </thead>
          <tbody>
            {props.units.map((unit) => (
              <UnitLine key={unit.unit} unit={unit} most={most} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function UnitLine({ unit, most }: { readonly unit: UnitRow; readonly most: number }) {
  const t = useWords(homeWords);
  const format = useFormat();
  const share = (count: number) => `${((count / most) * 100).toFixed(2)}%`;
  return (
    <tr className="h-[30px] border-b border-line text-ink">
      <th scope="row" className="truncate pl-2 text-left font-normal" title={unit.name}>
        {unit.name}
      </th>
      <td aria-hidden>
        <span className="mr-6 flex h-2.5 gap-0.5">
          {unit.open > unit.late ? (
            <span className="h-full bg-plot" style={{ width: share(unit.open - unit.late) }} />
          ) : null}
          {unit.late > 0 ? <span className={`h-full ${hatch}`} style={{ width: share(unit.late) }} /> : null}
        </span>
      </td>
      <td className="text-right">{format.number(unit.open)}</td>
      <td className={`text-right ${unit.late > 0 ? 'font-semibold text-danger' : 'text-ink-2'}`}>
        {format.number(unit.late)}
      </td>
      <td className="pr-2 text-right text-ink-2">
        {unit.open === 0 ? '' : t('oldestDays', { count: unit.oldestDays })}
      </td>
    </tr>
  );
}
