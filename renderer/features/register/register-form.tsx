import type { ReactNode, RefObject } from 'react';

import { isSecret, securityClasses, urgencies } from '#core/office/enums.ts';
import type { PositionView } from '#core/contract/views.ts';
import { useWords, useOfficeWords } from '#renderer/lib/words/use-words.ts';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

import { DayField } from './day-field.tsx';
import type { FormFault, FormValues } from './form-values.ts';
import { SenderField } from './sender-field.tsx';
import { registerWords } from './words.ts';

const urgencyIcons = { biasa: undefined, segera: 'chevronUp', sangatSegera: 'chevronsUp' } as const;

/** The particulars in the order of the paper; Tab follows it. */
export function RegisterForm(props: {
  readonly values: FormValues;
  readonly faults: Partial<Record<keyof FormValues, FormFault>>;
  readonly positions: readonly PositionView[];
  /** The agenda number to come, as printed; null away from the registry. */
  readonly nextAgenda: string | null;
  readonly firstField: RefObject<HTMLInputElement | null>;
  readonly onChange: (part: Partial<FormValues>) => void;
}): ReactNode {
  const t = useWords(registerWords);
  const words = useOfficeWords();
  const { values, faults, onChange } = props;
  const to = props.positions.find(({ id }) => id === values.forwardTo);
  // By the bare names: degrees end in full stops of their own.
  const names = to?.holders.map(({ name }) => name.split(',')[0] ?? '').join(', ') ?? '';
  const secretNote = !isSecret(values.securityClass)
    ? undefined
    : to === undefined
      ? t('secretNote')
      : names === ''
        ? t('secretVacant')
        : t('secretNoteFor', { names });
  const said = (field: keyof FormValues) => {
    const fault = faults[field];
    return fault === undefined ? undefined : t(fault);
  };
  return (
    <div className="flex flex-col gap-1">
      <FormRow label={t('from')}>
        <SenderField
          value={values.from}
          error={said('from')}
          inputRef={props.firstField}
          onChange={(from) => onChange({ from })}
        />
      </FormRow>
      <FormRow label={t('number')}>
        <TextField
          label={t('number')}
          isLabelHidden
          value={values.number}
          onChange={(number) => onChange({ number })}
          maxLength={200}
        />
      </FormRow>
      <FormRow label={t('date')}>
        <DayField
          label={t('date')}
          day={values.date}
          error={said('date')}
          onDay={(date) => onChange({ date })}
        />
      </FormRow>
      <FormRow label={t('enclosure')}>
        <TextField
          label={t('enclosure')}
          isLabelHidden
          value={values.enclosure}
          onChange={(enclosure) => onChange({ enclosure })}
          maxLength={200}
        />
      </FormRow>
      <FormRow label={t('subject')}>
        <TextField
          label={t('subject')}
          isLabelHidden
          value={values.subject}
          onChange={(subject) => onChange({ subject })}
          error={said('subject')}
          maxLength={500}
          isRequired
        />
      </FormRow>
      <FormRow label={t('securityClass')}>
        <Select
          label={t('securityClass')}
          isLabelHidden
          options={securityClasses.map((id) => ({ id, label: words.securityClass[id] }))}
          value={values.securityClass}
          description={secretNote}
          onChange={(id) => {
            const securityClass = securityClasses.find((c) => c === id);
            if (securityClass !== undefined) onChange({ securityClass });
          }}
        />
      </FormRow>
      <FormRow label={t('urgency')}>
        <div className="py-0.5">
          <Segments
            label={t('urgency')}
            isLabelHidden
            segments={urgencies.map((id) => ({ id, label: words.urgency[id], icon: urgencyIcons[id] }))}
            value={values.urgency}
            onChange={(urgency) => onChange({ urgency })}
          />
        </div>
      </FormRow>
      <hr className="my-2 border-line-strong" />
      <FormRow label={t('agenda')}>
        <p className="flex min-h-8 flex-wrap items-center gap-x-2 text-13">
          <span className="font-semibold text-ink">{props.nextAgenda ?? t('agendaWaiting')}</span>
          <span className="text-12 text-ink-3">
            {props.nextAgenda === null ? t('agendaWaitingDetail') : t('agendaLocked')}
          </span>
        </p>
      </FormRow>
      <FormRow label={t('received')}>
        <div className="grid grid-cols-[1fr_84px] gap-2">
          <DayField
            label={t('received')}
            day={values.receivedDay}
            error={undefined}
            onDay={(receivedDay) => onChange({ receivedDay })}
          />
          <TextField
            label={t('receivedTime')}
            isLabelHidden
            value={values.receivedTime}
            onChange={(receivedTime) => onChange({ receivedTime })}
            error={said('receivedTime')}
          />
        </div>
      </FormRow>
      <FormRow label={t('classification')}>
        <TextField
          label={t('classification')}
          isLabelHidden
          value={values.classification}
          onChange={(classification) => onChange({ classification })}
          maxLength={64}
        />
      </FormRow>
      <FormRow label={t('forwardTo')}>
        <Select
          label={t('forwardTo')}
          isLabelHidden
          placeholder={t('forwardToPlaceholder')}
          options={props.positions.map((position) => ({
            id: position.id,
            label: position.title,
            detail: position.holders[0]?.name,
          }))}
          value={values.forwardTo === '' ? null : values.forwardTo}
          onChange={(forwardTo) => onChange({ forwardTo })}
          error={said('forwardTo')}
        />
      </FormRow>
    </div>
  );
}
