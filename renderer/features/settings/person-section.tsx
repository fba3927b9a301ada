import { useState } from 'react';
import type { ReactNode } from 'react';

import type { SessionView } from '#core/contract/answers.ts';
import { PassphraseGate, useUnlock } from '#renderer/features/sign/index.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { MyDevices } from './my-devices.tsx';
import { SettingsGroup, SettingsRow } from './settings-row.tsx';
import { settingsWords } from './words.ts';

type Me = NonNullable<SessionView['me']>;

/** Who I am in this office, and what I sign with. */
export function PersonSection(props: { readonly session: SessionView; readonly me: Me }): ReactNode {
  const t = useWords(settingsWords);
  const words = useOfficeWords();
  const format = useFormat();
  const { me } = props;
  return (
    <>
      <SettingsGroup title={t('me')}>
        <div className="flex items-center gap-3 py-3">
          <Avatar name={me.name} size={36} />
          <div className="selectable">
            <p className="text-14 font-semibold text-ink">{me.name}</p>
            <p className="text-12 text-ink-2">
              {t('nip')} {me.nip === '' ? t('none') : me.nip}
            </p>
          </div>
        </div>
        <SettingsRow label={t('positions')}>
          <ul>
            {me.positions.map((position) => (
              <li key={`${position.id}${position.standing}`}>
                {position.title}
                <span className="text-ink-3">
                  {' '}
                  {words.role[position.role]}
                  {position.until === null
                    ? ''
                    : `, ${t('until', { date: format.longDate(position.until) })}`}
                </span>
              </li>
            ))}
          </ul>
        </SettingsRow>
      </SettingsGroup>
      <MyDevices session={props.session} />
      <CertificateGroup certificate={me.certificate} />
    </>
  );
}

function CertificateGroup({ certificate }: { readonly certificate: Me['certificate'] }): ReactNode {
  const t = useWords(settingsWords);
  const format = useFormat();
  const useOffice = useAct('certificates.use-office');
  const [path, setPath] = useState<string | null>(null);
  const isP12 = certificate?.category === 'p12';
  const [label, detail] =
    certificate === null
      ? [t('noCertificate'), t('noCertificateDetail')]
      : isP12
        ? [t('p12Label'), t('p12Detail')]
        : [t('officeLabel'), t('officeDetail')];
  const choose = async () => {
    const [chosen] = await shell.openFiles({ title: t('useP12Title'), kind: 'certificate', multiple: false });
    if (chosen !== undefined) setPath(chosen);
  };
  const back = async () => {
    const answer = await useOffice.run(undefined);
    if (answer?.ok === true) showToast({ text: t('officeDone') });
  };
  return (
    <SettingsGroup
      title={t('certificate')}
      actions={
        <>
          {isP12 ? (
            <Button
              variant="secondary"
              size="dense"
              isDisabled={useOffice.isBusy}
              onPress={() => void back()}
            >
              {t('useOffice')}
            </Button>
          ) : null}
          <Button variant="secondary" size="dense" icon="certificate" onPress={() => void choose()}>
            {t('useP12')}
          </Button>
        </>
      }
    >
      <div className="flex gap-3 py-3">
        <Icon name="shield" size={20} className={certificate === null ? 'text-warning' : 'text-ink-2'} />
        <div className="max-w-[640px]">
          <p className="text-13 font-semibold text-ink">{label}</p>
          <p className="text-12 text-ink-2">{detail}</p>
        </div>
      </div>
      {certificate === null ? null : (
        <>
          <SettingsRow label={t('subject')}>{certificate.subject}</SettingsRow>
          <SettingsRow label={t('issuer')}>{certificate.issuer}</SettingsRow>
          <SettingsRow label={t('validUntil')}>
            {format.longDate(format.dayOf(certificate.notAfter))}
          </SettingsRow>
        </>
      )}
      <ErrorNote error={useOffice.error} />
      {path === null ? null : <P12Dialog key={path} path={path} onClose={() => setPath(null)} />}
    </SettingsGroup>
  );
}

/** The file's password, and the person's own passphrase when the session is locked: the key is kept under it. */
function P12Dialog(props: { readonly path: string; readonly onClose: () => void }): ReactNode {
  const t = useWords(settingsWords);
  const unlock = useUnlock();
  const { run, error, isBusy } = useAct('certificates.use-p12');
  const [passphrase, setPassphrase] = useState('');
  const name = props.path.split(/[\\/]/).at(-1) ?? props.path;
  const use = async () => {
    if (!(await unlock.unlock())) return;
    const answer = await run({ file: { path: props.path }, passphrase });
    if (answer?.ok !== true) return;
    showToast({ text: t('p12Done') });
    props.onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={t('useP12')}
      onSubmit={() => void use()}
      footer={
        <>
          <Button shortcut="Esc" onPress={props.onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" shortcut="Ctrl+Enter" isDisabled={isBusy} onPress={() => void use()}>
            {t('p12Use')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="selectable truncate text-13 text-ink-2">{t('p12File', { name })}</p>
        <TextField
          label={t('p12Passphrase')}
          type="password"
          icon="key"
          value={passphrase}
          onChange={setPassphrase}
          description={t('p12PassphraseDetail')}
          autoFocus
        />
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
