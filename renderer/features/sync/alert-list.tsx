import { useState } from 'react';
import type { ReactNode } from 'react';

import type { AlertView } from '#core/contract/answers.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { alertKind, isSecurity } from './alert-kinds.ts';
import { alertWords } from './words.ts';

/** Things that somebody must look at: what happened, what it means, what to do, and the proof one click deeper. */
export function AlertList({ alerts }: { readonly alerts: readonly AlertView[] }): ReactNode {
  const t = useWords(alertWords);
  if (alerts.length === 0) {
    return (
      <p className="flex items-center gap-2 py-2 text-13 text-ink-2">
        <Icon name="checkCircle" className="text-success" />
        {t('none')}
      </p>
    );
  }
  return (
    <ul>
      {alerts.map((alert) => (
        <AlertItem key={alert.id} alert={alert} />
      ))}
    </ul>
  );
}

function AlertItem({ alert }: { readonly alert: AlertView }): ReactNode {
  const t = useWords(alertWords);
  const format = useFormat();
  const { run, isBusy } = useAct('sync.dismiss-alert');
  const [showsProof, setShowsProof] = useState(false);
  const kind = alertKind(alert.code);
  const isSerious = isSecurity(kind);
  const facts = useProof(alert);
  const id = `alert-${alert.id}`;
  const copy = async () => {
    const lines = facts.map(([name, value]) => `${name}: ${value}`);
    await navigator.clipboard.writeText([t(kind), ...lines].join('\n'));
    showToast({ text: t('proofCopied') });
  };
  return (
    <li className="flex gap-2.5 border-b border-line py-2.5">
      <Icon
        name={isSerious ? 'shieldAlert' : 'warning'}
        className={`mt-0.5 ${isSerious ? 'text-danger' : 'text-warning'}`}
      />
      <div className="min-w-0 flex-1">
        <p id={id} className="selectable text-13 font-semibold text-ink">
          {t(kind)}
        </p>
        <p className="selectable text-13 text-ink-2">{t(`${kind}Means`)}</p>
        <p className="selectable text-13 text-ink-2">
          <span className="font-medium text-ink">{t('todo')}</span> {t(`${kind}Todo`)}
        </p>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1">
          <span className={`text-12 font-medium ${isSerious ? 'text-danger' : 'text-warning'}`}>
            {t(isSerious ? 'security' : 'disturbance')}
          </span>
          <span className="text-12 text-ink-3">{format.dayDateTime(alert.time)}</span>
          <button
            type="button"
            aria-expanded={showsProof}
            aria-controls={`${id}-proof`}
            aria-describedby={id}
            onClick={() => setShowsProof(!showsProof)}
            className="flex items-center gap-1 rounded-chip text-12 font-medium text-accent hover:underline"
          >
            <Icon name={showsProof ? 'chevronUp' : 'chevronDown'} size={14} />
            {t('proof')}
          </button>
        </div>
        {showsProof ? (
          <div
            id={`${id}-proof`}
            className="mt-2 rounded-control border border-line-strong bg-page px-3 py-2"
          >
            <dl className="selectable grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-12">
              {facts.map(([name, value]) => (
                <div key={name} className="contents">
                  <dt className="text-ink-3">{name}</dt>
                  <dd className="break-all text-ink">{value}</dd>
                </div>
              ))}
            </dl>
            <div className="pt-2">
              <Button variant="link" icon="copy" onPress={() => void copy()}>
                {t('copyProof')}
              </Button>
            </div>
          </div>
        ) : null}
      </div>
      <Button
        variant="secondary"
        size="dense"
        label={`${t('dismiss')}: ${t(kind)}`}
        isDisabled={isBusy}
        onPress={() => void run({ id: alert.id })}
      >
        {t('dismiss')}
      </Button>
    </li>
  );
}

/** What the alert rests on, as names and values. */
function useProof({ code, params, time, by }: AlertView): readonly (readonly [string, string])[] {
  const t = useWords(alertWords);
  const format = useFormat();
  const { file, log, seq, ill, known, number, series } = params;
  const facts: (readonly [string, string])[] = [[t('proofCode'), code]];
  if (log !== undefined) {
    facts.push([
      t('proofBy'),
      by === null ? t('proofByUnknown') : t('writer', { person: by.person, device: by.device }),
    ]);
    facts.push([t('proofLog'), String(log)]);
  }
  if (seq !== undefined) facts.push([t('proofSeq'), format.number(Number(seq))]);
  if (number !== undefined) {
    facts.push([
      t('proofNumber'),
      `${format.number(Number(number))}${series === undefined ? '' : ` · ${series}`}`,
    ]);
  }
  if (ill !== undefined && known !== undefined) {
    facts.push([t('proofFiles'), t('proofFilesOf', { ill: Number(ill), known: Number(known) })]);
  }
  if (file !== undefined) facts.push([t('proofFile'), String(file)]);
  facts.push([t('proofTime'), `${format.dayDateTime(time)} ${format.zone}`]);
  return facts;
}
