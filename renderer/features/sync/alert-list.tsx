import type { ReactNode } from 'react';

import type { AlertView } from '#core/contract/answers.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { alertKind } from './explain.ts';
import { syncWords } from './words.ts';

/** Things that somebody must look at: what happened, that nothing wrong was used, and what to do. */
export function AlertList({ alerts }: { readonly alerts: readonly AlertView[] }): ReactNode {
  const t = useWords(syncWords);
  const format = useFormat();
  const { run } = useAct('sync.dismiss-alert');
  if (alerts.length === 0) {
    return (
      <p className="flex items-center gap-2 py-2 text-13 text-ink-2">
        <Icon name="checkCircle" className="text-success" />
        {t('alertsNone')}
      </p>
    );
  }
  return (
    <ul>
      {alerts.map((alert) => {
        const kind = alertKind(alert.code);
        const { file, log, seq } = alert.params;
        return (
          <li key={alert.id} className="flex gap-2 border-b border-line py-2">
            <Icon name="warning" className="mt-0.5 text-warning" />
            <div className="selectable min-w-0 flex-1">
              <p className="text-13 font-medium text-ink">
                {kind === 'Other' ? t('alertOther', { code: alert.code }) : t(`alert${kind}`)}
              </p>
              <p className="text-12 text-ink-2">{t(`alert${kind}Text`)}</p>
              <p className="truncate text-12 text-ink-3">
                {format.dayDateTime(alert.time)}
                {file === undefined ? '' : ` · ${t('alertFile', { file })}`}
                {log === undefined || seq === undefined ? '' : ` · ${t('alertEntry', { log, seq })}`}
              </p>
            </div>
            <Button variant="secondary" size="dense" onPress={() => void run({ id: alert.id })}>
              {t('dismiss')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
