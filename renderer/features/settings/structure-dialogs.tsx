import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView } from '#core/contract/answers.ts';
import { roles } from '#core/office/enums.ts';
import type { Role } from '#core/office/enums.ts';
import { PassphraseGate, useUnlock } from '#renderer/features/sign/index.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { settingsWords } from './words.ts';

const nobody = '-';
type Unlock = ReturnType<typeof useUnlock>;

/** A form of the roster: the roster's writer gives the passphrase when the session is locked. */
function RosterDialog(props: {
  readonly title: string;
  readonly unlock: Unlock;
  readonly isBusy: boolean;
  readonly error: Parameters<typeof ErrorNote>[0]['error'];
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const t = useWords(settingsWords);
  const { unlock } = props;
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={props.title}
      onSubmit={props.onSave}
      footer={
        <>
          <Button shortcut="Esc" onPress={props.onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" shortcut="Ctrl+Enter" isDisabled={props.isBusy} onPress={props.onSave}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {props.children}
        {unlock.isUnlocked ? null : (
          <PassphraseGate
            isUnlocked={false}
            passphrase={unlock.passphrase}
            error={unlock.error}
            isMissing={unlock.isMissing}
            onChange={unlock.setPassphrase}
          />
        )}
        <ErrorNote error={props.error} />
      </div>
    </Dialog>
  );
}

/** Adds a unit, or changes the name and code of one. */
export function UnitDialog(props: {
  readonly unit: OfficeView['units'][number] | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const [name, setName] = useState(props.unit?.name ?? '');
  const [code, setCode] = useState(props.unit?.code ?? '');
  const [showsFaults, setShowsFaults] = useState(false);
  const unlock = useUnlock();
  const { run, error, isBusy } = useAct('office.set-unit');
  const save = async () => {
    setShowsFaults(name.trim() === '');
    if (name.trim() === '' || !(await unlock.unlock())) return;
    const answer = await run({ unit: props.unit?.id ?? null, name, code });
    if (answer?.ok !== true) return;
    showToast({ text: t('unitAdded') });
    props.onClose();
  };
  const title = props.unit === null ? t('addUnit') : t('rename', { name: props.unit.name });
  return (
    <RosterDialog
      title={title}
      unlock={unlock}
      isBusy={isBusy}
      error={error}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <TextField
        label={t('unitName')}
        value={name}
        onChange={setName}
        error={showsFaults && name.trim() === '' ? t('required') : undefined}
        autoFocus
        isRequired
      />
      <TextField
        label={t('unitCode')}
        aside={t('unitCodeDetail')}
        value={code}
        onChange={setCode}
        maxLength={32}
      />
    </RosterDialog>
  );
}

/** Adds a position that nobody holds yet. */
export function PositionDialog(props: {
  readonly office: OfficeView;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const words = useOfficeWords();
  const { office } = props;
  const [title, setTitle] = useState('');
  const [role, setRole] = useState<Role>('pejabat');
  const [unit, setUnit] = useState(office.units[0]?.id ?? nobody);
  const [superior, setSuperior] = useState(office.positions.find((p) => p.role === 'pimpinan')?.id ?? nobody);
  const [showsFaults, setShowsFaults] = useState(false);
  const unlock = useUnlock();
  const { run, error, isBusy } = useAct('office.add-position');
  const save = async () => {
    setShowsFaults(title.trim() === '');
    if (title.trim() === '' || !(await unlock.unlock())) return;
    const answer = await run({
      title,
      role,
      unit: unit === nobody ? null : unit,
      superior: superior === nobody ? null : superior,
    });
    if (answer?.ok !== true) return;
    showToast({ text: t('positionAdded') });
    props.onClose();
  };
  return (
    <RosterDialog
      title={t('positionTitle')}
      unlock={unlock}
      isBusy={isBusy}
      error={error}
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <TextField
        label={t('jobTitle')}
        value={title}
        onChange={setTitle}
        error={showsFaults && title.trim() === '' ? t('required') : undefined}
        autoFocus
        isRequired
      />
      <Select
        label={t('role')}
        options={roles.map((id) => ({ id, label: words.role[id] }))}
        value={role}
        onChange={(id) => setRole(roles.find((r) => r === id) ?? role)}
      />
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t('unit')}
          options={[
            { id: nobody, label: t('noUnit') },
            ...office.units.map((u) => ({ id: u.id, label: u.name })),
          ]}
          value={unit}
          onChange={setUnit}
        />
        <Select
          label={t('superior')}
          options={[
            { id: nobody, label: t('noSuperior') },
            ...office.positions.map((p) => ({ id: p.id, label: p.title })),
          ]}
          value={superior}
          onChange={setSuperior}
        />
      </div>
    </RosterDialog>
  );
}
