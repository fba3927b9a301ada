import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView, SessionView } from '#core/contract/answers.ts';
import type { MethodOutput } from '#core/contract/methods.ts';
import { roles } from '#core/office/enums.ts';
import type { Role } from '#core/office/enums.ts';
import { PassphraseGate, useUnlock } from '#renderer/features/sign/index.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { DialogButtons } from '#renderer/ui/dialog-buttons.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

import { CodeDialog } from './code-dialog.tsx';
import { settingsWords } from './words.ts';

const nobody = '-';

/** Invites a person into a new position. What is typed stays until the invitation is made. */
export function InviteDialog(props: {
  readonly office: OfficeView;
  readonly session: SessionView;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const words = useOfficeWords();
  const { office } = props;
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [nip, setNip] = useState('');
  const [unit, setUnit] = useState(office.units[0]?.id ?? nobody);
  const [superior, setSuperior] = useState(office.positions.find((p) => p.role === 'pimpinan')?.id ?? nobody);
  const [role, setRole] = useState<Role>('staf');
  const [showsFaults, setShowsFaults] = useState(false);
  const [made, setMade] = useState<MethodOutput<'office.invite'> | null>(null);
  const unlock = useUnlock();
  const { run, error, isBusy } = useAct('office.invite');
  const missing = (text: string) => (showsFaults && text.trim() === '' ? t('required') : undefined);
  const invite = async () => {
    const isReady = name.trim() !== '' && title.trim() !== '';
    setShowsFaults(!isReady);
    if (!isReady || !(await unlock.unlock())) return;
    const answer = await run({
      person: { name, title, nip },
      unit: unit === nobody ? null : unit,
      role,
      superior: superior === nobody ? null : superior,
    });
    if (answer?.ok === true) setMade(answer.value);
  };
  if (made !== null) {
    return (
      <CodeDialog
        code={made.code}
        expires={made.expires}
        name={name}
        title={title}
        office={props.session.office?.name ?? ''}
        onClose={props.onClose}
      />
    );
  }
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={t('inviteTitle')}
      onSubmit={() => void invite()}
      footer={
        <DialogButtons
          cancelLabel={t('cancel')}
          onCancel={props.onClose}
          submitLabel={isBusy ? t('inviting') : t('inviteAct')}
          submitIcon="key"
          isSubmitDisabled={isBusy}
          onSubmit={() => void invite()}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <TextField
          label={t('fullName')}
          value={name}
          onChange={setName}
          error={missing(name)}
          autoFocus
          isRequired
        />
        <TextField
          label={t('jobTitle')}
          value={title}
          onChange={setTitle}
          error={missing(title)}
          isRequired
        />
        <div className="grid grid-cols-2 gap-3">
          <TextField label={t('nip')} aside={t('nipDetail')} value={nip} onChange={setNip} maxLength={32} />
          <Select
            label={t('role')}
            options={roles.map((id) => ({ id, label: words.role[id] }))}
            value={role}
            onChange={(id) => setRole(roles.find((r) => r === id) ?? role)}
          />
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
