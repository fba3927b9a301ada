import { type ReactNode, useState } from 'react';

import type { NumberSeriesView } from '#core/contract/numbers.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DialogButtons } from '#renderer/ui/dialog-buttons.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { keeperChoices } from './book-keepers.ts';
import { handOverWords } from './hand-over-words.ts';

/** Names who gives the numbers of a book from now on; what the one before left unused is given up with the reason. */
export function HandOverBookDialog(props: {
  readonly series: NumberSeriesView;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(handOverWords);
  const format = useFormat();
  const { series, onClose } = props;
  const { registry } = series;
  const office = useAsk('office.status', undefined);
  const { run, isBusy, error } = useAct('numbers.set-registry');
  const [log, setLog] = useState<string | null>(null);
  const [isGone, setGone] = useState(false);
  const [showsFaults, setShowsFaults] = useState(false);
  const choices = office.data === undefined ? [] : keeperChoices(office.data, registry?.log ?? null);
  const chosen = choices.find((choice) => choice.log === log);
  const name = (full: string) => full.split(',')[0] ?? '';
  const ceiling = format.number(Math.max(series.ceiling, series.given));
  const submit = async () => {
    setShowsFaults(chosen === undefined);
    if (chosen === undefined) return;
    const { kind, unit, code } = series.series;
    const gone = isGone && registry !== null;
    const answer = await run({ book: { kind, unit, code }, log: chosen.log, start: null, gone });
    if (answer?.ok !== true) return;
    showToast({ text: t('done', { name: name(chosen.name), device: chosen.device }) });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title')}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          cancelLabel={t('cancel')}
          onCancel={onClose}
          submitLabel={t('act')}
          submitIcon="forward"
          isSubmitDisabled={isBusy || choices.length === 0}
          onSubmit={() => void submit()}
        />
      }
    >
      <div className="flex flex-col gap-3">
        {office.data !== undefined && choices.length === 0 ? (
          <p className="text-13 text-ink-2">{t('nobody')}</p>
        ) : (
          <Select
            label={t('to')}
            placeholder={t('choose')}
            options={choices.map((choice) => ({
              id: choice.log,
              label: t('option', { name: name(choice.name), device: choice.device }),
              detail: t('seen', { date: format.shortDateTime(choice.lastSeen) }),
            }))}
            value={log}
            onChange={setLog}
            error={showsFaults && chosen === undefined ? t('missing') : undefined}
          />
        )}
        {registry === null ? (
          <p className="text-12 text-ink-2">{t('textFirst')}</p>
        ) : (
          <>
            <Checkbox isChecked={isGone} onChange={setGone}>
              {t('gone')}
            </Checkbox>
            {isGone ? (
              <p className="-mt-2 pl-6 text-12 text-warning">{t('goneText', { device: registry.device })}</p>
            ) : null}
            <p className="text-12 text-ink-2">
              {isGone
                ? t('textGone', { ceiling })
                : t('text', { name: name(registry.name), device: registry.device, ceiling })}
            </p>
          </>
        )}
        <ErrorNote error={error} />
      </div>
    </Dialog>
  );
}
