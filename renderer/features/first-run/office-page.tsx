import type { ReactNode } from 'react';

import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { submitKeys } from '#renderer/ui/submit-keys.ts';
import { TextField } from '#renderer/ui/text-field.tsx';

import { LetterFrame } from './letter-frame.tsx';
import type { OfficeDraft, OfficeFault } from './office-draft.ts';
import { PathField } from './path-field.tsx';
import { firstRunWords } from './words.ts';

/** Which office, its letterhead and units, and the folder that its PCs share. */
export function OfficePage(props: {
  readonly draft: OfficeDraft;
  readonly faults: Partial<Record<keyof OfficeDraft, OfficeFault>>;
  readonly onChange: (part: Partial<OfficeDraft>) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}): ReactNode {
  const t = useWords(firstRunWords);
  const { draft, faults, onChange } = props;
  const said = (field: keyof OfficeDraft) => {
    const fault = faults[field];
    return fault === undefined ? undefined : t(fault);
  };
  const chooseShare = async () => {
    const chosen = await shell.chooseFolder({ title: t('chooseShareTitle') });
    if (chosen !== null) onChange({ share: chosen.path });
  };
  return (
    <LetterFrame
      question={t('officeQuestion')}
      step={2}
      actions={
        <>
          <Button variant="quiet" icon="chevronLeft" onPress={props.onBack}>
            {t('back')}
          </Button>
          <Button variant="primary" shortcut="Ctrl+Enter" onPress={props.onNext}>
            {t('next')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 pb-4" onKeyDownCapture={submitKeys(props.onNext)}>
        <div className="grid grid-cols-[1fr_176px] gap-4">
          <TextField
            label={t('officeName')}
            value={draft.name}
            onChange={(name) => onChange({ name })}
            placeholder={t('officeNameExample')}
            error={said('name')}
            autoFocus
            isRequired
          />
          <TextField
            label={t('agendaStart')}
            value={draft.agendaStart}
            onChange={(agendaStart) => onChange({ agendaStart })}
            inputMode="numeric"
            error={said('agendaStart')}
          />
        </div>
        <p className="-mt-2 text-right text-12 text-ink-3">{t('agendaStartDetail')}</p>
        <div className="grid grid-cols-2 gap-4">
          <TextArea
            label={t('letterhead')}
            value={draft.letterhead}
            onChange={(letterhead) => onChange({ letterhead })}
            rows={4}
            description={t('letterheadDetail')}
            error={said('letterhead')}
          />
          <TextArea
            label={t('units')}
            value={draft.units}
            onChange={(units) => onChange({ units })}
            rows={4}
            description={t('unitsDetail')}
          />
        </div>
        <PathField
          label={t('share')}
          description={t('shareDetail')}
          error={said('share')}
          icon="folder"
          path={draft.share}
          chooseLabel={t('chooseFolder')}
          onChoose={() => void chooseShare()}
        />
      </div>
    </LetterFrame>
  );
}
