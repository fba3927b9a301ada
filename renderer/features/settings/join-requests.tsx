import { useState } from 'react';
import type { ReactNode } from 'react';

import type { JoinRequestView } from '#core/contract/answers.ts';
import { PassphraseGate, useUnlock } from '#renderer/features/sign/index.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { SettingsGroup } from './settings-row.tsx';
import { settingsWords } from './words.ts';

/** How often the share is looked at for requests while the administrator has this page open. */
const LOOK_MS = 3000;

/** Six digits in two groups of three, as they stand on the other screen. */
export function spacedDigits(digits: string): string {
  return `${digits.slice(0, 3)} ${digits.slice(3)}`;
}

/** Requests that opened with an invitation's secret. Digits are compared before anybody is admitted. */
export function JoinRequests(): ReactNode {
  const t = useWords(settingsWords);
  const format = useFormat();
  const requests = useAsk('office.requests', undefined, { every: LOOK_MS });
  const [chosen, setChosen] = useState<JoinRequestView | null>(null);
  if (requests.data === undefined || requests.data.length === 0) return null;
  return (
    <SettingsGroup title={t('requests')} detail={t('requestsDetail')}>
      <ul>
        {requests.data.map((request) => (
          <li key={request.invitation} className="flex items-center gap-3 border-b border-line py-2.5">
            <Avatar name={request.name} size={36} />
            <div className="min-w-0 flex-1">
              <p className="truncate text-13 font-semibold text-ink">{request.name}</p>
              <p className="truncate text-12 text-ink-2">
                {t('requestFrom', {
                  title: request.title,
                  device: request.device,
                  date: format.dayDateTime(request.requestedAt),
                })}
              </p>
            </div>
            <p
              role="img"
              aria-label={t('requestDigits', { name: request.name, digits: [...request.digits].join(' ') })}
              className="selectable text-20 font-semibold tracking-widest text-ink"
            >
              {spacedDigits(request.digits)}
            </p>
            <Button variant="primary" size="dense" icon="check" onPress={() => setChosen(request)}>
              {t('admit')}
            </Button>
          </li>
        ))}
      </ul>
      {chosen === null ? null : (
        <AdmitDialog key={chosen.invitation} request={chosen} onClose={() => setChosen(null)} />
      )}
    </SettingsGroup>
  );
}

/** The one question before somebody becomes a member; Cancel has the focus. */
function AdmitDialog(props: { readonly request: JoinRequestView; readonly onClose: () => void }): ReactNode {
  const t = useWords(settingsWords);
  const unlock = useUnlock();
  const { run, error, isBusy } = useAct('office.admit');
  const { name, title, digits, invitation } = props.request;
  const admit = async () => {
    if (!(await unlock.unlock())) return;
    const answer = await run({ invitations: [invitation] });
    if (answer?.ok !== true) return;
    showToast({ text: t('admitted', { name }) });
    props.onClose();
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={props.onClose}
      title={t('admitTitle', { name })}
      footer={
        <>
          <Button autoFocus={unlock.isUnlocked} shortcut="Esc" onPress={props.onClose}>
            {t('cancel')}
          </Button>
          <Button
            variant="primary"
            icon="check"
            isDisabled={isBusy || unlock.isBusy}
            onPress={() => void admit()}
          >
            {t('admitAct')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-center text-28 font-semibold tracking-widest text-ink">{spacedDigits(digits)}</p>
        <p className="text-13 text-ink-2">{t('admitText', { name, title, digits: spacedDigits(digits) })}</p>
        {unlock.isUnlocked ? null : (
          <PassphraseGate
            isUnlocked={false}
            passphrase={unlock.passphrase}
            error={unlock.error}
            isMissing={unlock.isMissing}
            autoFocus
            onChange={unlock.setPassphrase}
          />
        )}
        <ErrorNote error={error} />
      </div>
    </Dialog>
  );
}
