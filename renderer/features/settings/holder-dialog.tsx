import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView } from '#core/contract/answers.ts';
import type { PositionView } from '#core/contract/views.ts';
import { standings } from '#core/office/entry.ts';
import { DayField } from '#renderer/features/register/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { holderFaults } from './holder-input.ts';
import type { HolderDraft } from './holder-input.ts';
import { requestWords } from './request-words.ts';
import { RosterDialog } from './roster-dialog.tsx';
import { useRosterChange } from './use-roster-change.ts';
import { settingsWords } from './words.ts';

/** Who holds a position, from when, in which standing, by which decision. */
export function HolderDialog(props: {
  readonly position: PositionView;
  readonly office: OfficeView;
  /** Another admin than who writes the roster asks for it. */
  readonly asks: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const asking = useWords(requestWords);
  const words = useOfficeWords();
  const format = useFormat();
  const { position, office, asks } = props;
  const [draft, setDraft] = useState<HolderDraft>({
    user: '',
    standing: position.holders.length === 0 ? 'definitive' : 'dailyActing',
    from: format.today(),
    until: '',
    decision: '',
  });
  const [showsFaults, setShowsFaults] = useState(false);
  const roster = useRosterChange('office.set-holder', asks);
  const change = (part: Partial<HolderDraft>) => setDraft({ ...draft, ...part });
  const faults = holderFaults(draft);
  const said = (field: keyof HolderDraft) => {
    const fault = showsFaults ? faults[field] : undefined;
    return fault === undefined ? undefined : t(fault);
  };
  const save = async () => {
    setShowsFaults(Object.keys(faults).length > 0);
    if (Object.keys(faults).length > 0) return;
    const body = {
      position: position.id,
      user: draft.user,
      standing: draft.standing,
      from: draft.from,
      until: draft.until === '' ? null : draft.until,
      decision: draft.decision.trim(),
    };
    if (!(await roster.run(body, { type: 'roster.holder-set', body }))) return;
    showToast({ text: asks ? asking('sent') : t('holderSaved') });
    props.onClose();
  };
  const isActing = draft.standing === 'acting' || draft.standing === 'dailyActing';
  return (
    <RosterDialog
      title={
        asks
          ? asking('askHolderTitle', { title: position.title })
          : t('holderTitle', { title: position.title })
      }
      change={roster}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <Select
        label={t('personField')}
        placeholder={t('choosePerson')}
        options={office.people.map((person) => ({
          id: person.user,
          label: person.name,
          detail: person.nip,
        }))}
        value={draft.user === '' ? null : draft.user}
        onChange={(user) => change({ user })}
        error={said('user')}
      />
      <Select
        label={t('standing')}
        options={standings.map((id) => ({ id, label: words.standing[id] }))}
        value={draft.standing}
        onChange={(id) => change({ standing: standings.find((s) => s === id) ?? draft.standing })}
      />
      <div className="grid grid-cols-2 gap-3">
        <DayField
          label={t('from')}
          isLabelShown
          direction="future"
          day={draft.from}
          error={said('from')}
          onDay={(from) => change({ from })}
        />
        <DayField
          label={t('untilDay')}
          isLabelShown
          direction="future"
          day={draft.until}
          error={said('until')}
          onDay={(until) => change({ until })}
        />
      </div>
      <p className="-mt-2 text-12 text-ink-3">{isActing ? t('untilLimit') : t('untilDetail')}</p>
      {isActing ? (
        <TextField
          label={t('decision')}
          value={draft.decision}
          onChange={(decision) => change({ decision })}
          error={said('decision')}
          maxLength={200}
        />
      ) : null}
    </RosterDialog>
  );
}
