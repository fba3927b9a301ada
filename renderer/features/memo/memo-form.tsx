import type { ReactNode } from 'react';

import type { PositionView } from '#core/contract/views.ts';
import { isSecret, securityClasses, urgencies } from '#core/office/enums.ts';
import { DayField } from '#renderer/features/register/index.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

import type { MemoDraft, MemoFaults } from './memo-draft.ts';
import { PositionPicker } from './position-picker.tsx';
import { memoWords } from './words.ts';

const urgencyIcons = { biasa: undefined, segera: 'chevronUp', sangatSegera: 'chevronsUp' } as const;

/** What a memo says about itself, in the order of the paper. */
export function MemoForm(props: {
  readonly draft: MemoDraft;
  readonly faults: MemoFaults | null;
  readonly positions: readonly PositionView[];
  readonly onChange: (part: Partial<MemoDraft>) => void;
}): ReactNode {
  const t = useWords(memoWords);
  const words = useOfficeWords();
  const { draft, faults, positions, onChange } = props;
  return (
    <div className="flex flex-col gap-1">
      <FormRow label={t('to')}>
        <PositionPicker
          label={t('to')}
          autoFocus
          positions={positions}
          chosen={draft.to}
          without={draft.copies}
          error={faults?.to === true ? t('toMissing') : undefined}
          onChange={(to) => onChange({ to })}
        />
      </FormRow>
      <FormRow label={t('copies')}>
        <PositionPicker
          label={t('copies')}
          positions={positions}
          chosen={draft.copies}
          without={draft.to}
          onChange={(copies) => onChange({ copies })}
        />
      </FormRow>
      <FormRow label={t('date')}>
        <DayField label={t('date')} day={draft.date} onDay={(date) => onChange({ date })} />
      </FormRow>
      <FormRow label={t('number')}>
        <TextField
          label={t('number')}
          isLabelHidden
          placeholder={t('numberHint')}
          value={draft.number}
          onChange={(number) => onChange({ number })}
          maxLength={200}
        />
      </FormRow>
      <FormRow label={t('subject')}>
        <TextField
          label={t('subject')}
          isLabelHidden
          value={draft.subject}
          onChange={(subject) => onChange({ subject })}
          error={faults?.subject === true ? t('subjectMissing') : undefined}
          maxLength={500}
          isRequired
        />
      </FormRow>
      <FormRow label={t('securityClass')}>
        <Select
          label={t('securityClass')}
          isLabelHidden
          options={securityClasses.map((id) => ({ id, label: words.securityClass[id] }))}
          value={draft.securityClass}
          description={isSecret(draft.securityClass) ? t('secretNote') : undefined}
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
            value={draft.urgency}
            onChange={(urgency) => onChange({ urgency })}
          />
        </div>
      </FormRow>
      <FormRow label={t('due')}>
        <DayField label={t('due')} day={draft.due} direction="future" onDay={(due) => onChange({ due })} />
      </FormRow>
    </div>
  );
}
