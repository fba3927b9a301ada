import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView } from '#core/contract/answers.ts';
import type { PositionView } from '#core/contract/views.ts';
import { standings } from '#core/office/entry.ts';
import { DayField } from '#renderer/features/register/index.ts';
import { PassphraseGate, useUnlock } from '#renderer/features/sign/index.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { holderFaults } from './holder-input.ts';
import type { HolderDraft } from './holder-input.ts';
import { settingsWords } from './words.ts';

/** Who holds a position, from when, in which standing, by which decision. */
export function HolderDialog(props: {
  readonly position: PositionView;
  readonly office: OfficeView;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const words = useOfficeWords();
  const format = useFormat();
  const { position, office } = props;
  const [draft, setDraft] = useState<HolderDraft>({
    user: '',
    standing: position.holders.length === 0 ? 'definitive' : 'dailyActing',
    from: format.today(),
    until: '',
    decision: '',
  });
  const [showsFaults, setShowsFaults] = useState(false);
  const unlock = useUnlock();
  const { run, error, isBusy } = useAct('office.set-holder');
  const change = (part: Partial<HolderDraft>) => setDraft({ ...draft, ...part });
  const faults = holderFaults(draft);
  const said = (field: keyof HolderDraft) => {
    const fault = showsFaults ? faults[field] : undefined;
    return fault === undefined ? undefined : t(fault);
  };
  const save = async () => {
    setShowsFaults(Object.keys(faults).length > 0);
    if (Object.keys(faults).length > 0 || !(await unlock.unlock())) return;
    const answer = await run({
      position: position.id,
      user: draft.user,
      standing: draft.standing,
      from: draft.from,
      until: draft.until === '' ? null : draft.until,
      decision: draft.decision,
    });
    if (answer?.ok !== true) return;
    showToast({ text: t('holderSaved') });
    props.onClose();
  };
  const isActing = draft.standing === 'acting' || draft.standing === 'dailyActing';
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={t('holderTitle', { title: position.title })}
      onSubmit={() => void save()}
      footer={
        <>
          <Button shortcut="Esc" onPress={props.onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" shortcut="Ctrl+Enter" isDisabled={isBusy} onPress={() => void save()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
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
        {unlock.isUnlocked ? null : (
          <PassphraseGate
            isUnlocked={false}
            passphrase={unlock.passphrase}
            error={unlock.error}
            isMissing={unlock.isMissing}
            onChange={unlock.setPassphrase}
          />
        )}
        <ErrorNote error={error} />
      </div>
    </Dialog>
  );
}
