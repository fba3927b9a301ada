import { useState } from 'react';
import type { ReactNode } from 'react';

import type { MethodInput } from '#core/contract/methods.ts';
import type { RosterActView } from '#core/contract/roster-views.ts';
import { officeActSentence } from '#core/words/office-acts.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useLanguage, useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';

import { actsWords } from './acts-words.ts';
import { SettingsGroup } from './settings-row.tsx';

type Cursor = MethodInput<'office.roster-acts'>['before'];
/** Acts on a page: what fits under the tables without another scroll of its own. */
const PAGE = 15;

/** What was done to people, positions, keys and PCs of the office, the newest first, each with its proof. */
export function OfficeActs(): ReactNode {
  const t = useWords(actsWords);
  /** Beginnings of the pages that were leafed through; the last one is shown. */
  const [pages, setPages] = useState<readonly Cursor[]>([null]);
  const before = pages.at(-1) ?? null;
  const page = useAsk('office.roster-acts', { before, limit: PAGE }, { keepsLast: true });
  if (page.error !== null) return <ErrorNote error={page.error.officeError} />;
  if (page.data === undefined || page.data.acts.length === 0) return null;
  const { acts, next } = page.data;
  return (
    <SettingsGroup
      title={t('title')}
      detail={t('detail')}
      actions={
        pages.length === 1 && next === null ? null : (
          <>
            <Button
              size="dense"
              icon="chevronLeft"
              isDisabled={pages.length === 1}
              onPress={() => setPages(pages.slice(0, -1))}
            >
              {t('newer')}
            </Button>
            <Button
              size="dense"
              icon="chevronRight"
              isDisabled={next === null}
              onPress={() => setPages([...pages, next])}
            >
              {t('older')}
            </Button>
          </>
        )
      }
    >
      <table aria-label={t('title')} className="w-full table-fixed border-collapse text-13">
        <thead>
          <tr className="h-7 border-b border-line-strong text-left text-11 text-ink-2">
            <th className="px-2 font-medium">{t('act')}</th>
            <th className="w-36 px-2 text-right font-medium">{t('time')}</th>
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <ActRow key={act.entry} act={act} />
          ))}
        </tbody>
      </table>
    </SettingsGroup>
  );
}

function ActRow({ act }: { readonly act: RosterActView }): ReactNode {
  const t = useWords(actsWords);
  const language = useLanguage();
  const format = useFormat();
  const { from, until } = act.params;
  const params = {
    ...act.params,
    ...(typeof from === 'string' && from !== '' ? { from: format.longDate(from) } : {}),
    ...(typeof until === 'string' && until !== '' ? { until: format.longDate(until) } : {}),
  };
  return (
    <tr className="border-b border-line align-top">
      <td className={`selectable px-2 py-1.5 break-words ${act.counts ? 'text-ink' : 'text-ink-3'}`}>
        {officeActSentence({ ...act, params }, language)}
      </td>
      <td
        className="px-2 py-1.5 text-right text-12 text-ink-3"
        title={t('proof', { device: act.proof.device, seq: act.proof.seq })}
      >
        {format.shortDateTime(act.time)}
      </td>
    </tr>
  );
}
