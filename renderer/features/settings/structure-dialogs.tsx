import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView } from '#core/contract/answers.ts';
import { roles } from '#core/office/enums.ts';
import type { Role } from '#core/office/enums.ts';
import { freshId } from '#renderer/lib/format/fresh-id.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { requestWords } from './request-words.ts';
import { RosterDialog } from './roster-dialog.tsx';
import { useRosterChange } from './use-roster-change.ts';
import { settingsWords } from './words.ts';

const nobody = '-';

/** Adds a unit, or changes the name and code of one. */
export function UnitDialog(props: {
  readonly unit: OfficeView['units'][number] | null;
  /** Another admin than who writes the roster asks for it. */
  readonly asks: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const asking = useWords(requestWords);
  const { unit, asks } = props;
  const [name, setName] = useState(props.unit?.name ?? '');
  const [code, setCode] = useState(props.unit?.code ?? '');
  const [showsFaults, setShowsFaults] = useState(false);
  const change = useRosterChange('office.set-unit', asks);
  const save = async () => {
    setShowsFaults(name.trim() === '');
    if (name.trim() === '') return;
    const facts = { name: name.trim(), code: code.trim() };
    const isWritten = await change.run(
      { unit: unit?.id ?? null, ...facts },
      // The place of a unit that is there already is the roster's own matter.
      { type: 'roster.unit-set', body: { unit: unit?.id ?? freshId('unt'), ...facts, order: 0 } },
    );
    if (!isWritten) return;
    showToast({ text: asks ? asking('sent') : t('unitAdded') });
    props.onClose();
  };
  const title =
    unit === null
      ? asks
        ? asking('askUnitTitle')
        : t('addUnit')
      : asks
        ? asking('askRenameTitle', { name: unit.name })
        : t('rename', { name: unit.name });
  return (
    <RosterDialog title={title} change={change} onSave={() => void save()} onClose={props.onClose}>
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
  /** Another admin than who writes the roster asks for it. */
  readonly asks: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const asking = useWords(requestWords);
  const words = useOfficeWords();
  const { office, asks } = props;
  const [title, setTitle] = useState('');
  const [role, setRole] = useState<Role>('pejabat');
  const [unit, setUnit] = useState(office.units[0]?.id ?? nobody);
  const [superior, setSuperior] = useState(office.positions.find((p) => p.role === 'pimpinan')?.id ?? nobody);
  const [showsFaults, setShowsFaults] = useState(false);
  const change = useRosterChange('office.add-position', asks);
  const save = async () => {
    setShowsFaults(title.trim() === '');
    if (title.trim() === '') return;
    const facts = {
      title: title.trim(),
      role,
      unit: unit === nobody ? null : unit,
      superior: superior === nobody ? null : superior,
    };
    const order = office.positions.length;
    const isWritten = await change.run(facts, {
      type: 'roster.position-set',
      body: { ...facts, position: freshId('pos'), order },
    });
    if (!isWritten) return;
    showToast({ text: asks ? asking('sent') : t('positionAdded') });
    props.onClose();
  };
  return (
    <RosterDialog
      title={asks ? asking('askPositionTitle') : t('positionTitle')}
      change={change}
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
