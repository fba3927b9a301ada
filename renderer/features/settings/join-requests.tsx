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
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { deviceWords } from './device-words.ts';
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
  return (
    <RequestList
      requests={requests.data ?? []}
      title={t('requests')}
      detail={t('requestsDetail')}
      wordsOf={({ name, title, device, digits, requestedAt }) => ({
        who: name,
        from: t('requestFrom', { title, device, date: format.dayDateTime(requestedAt) }),
        digits: t('requestDigits', { name, digits: [...digits].join(' ') }),
        title: t('admitTitle', { name }),
        text: t('admitText', { name, title, digits: spacedDigits(digits) }),
        done: t('admitted', { name }),
      })}
      method="office.admit"
    />
  );
}

/** The person's own further PCs: they compare the digits themselves, sitting between the two screens. */
export function DeviceRequests(): ReactNode {
  const t = useWords(deviceWords);
  const format = useFormat();
  const requests = useAsk('office.device-requests', undefined, { every: LOOK_MS });
  return (
    <RequestList
      requests={requests.data ?? []}
      title={t('requests')}
      detail={t('requestsDetail')}
      wordsOf={({ device, digits, requestedAt }) => ({
        who: device,
        from: t('requestFrom', { date: format.dayDateTime(requestedAt) }),
        digits: t('requestDigits', { device, digits: [...digits].join(' ') }),
        title: t('admitTitle', { device }),
        text: t('admitText', { device, digits: spacedDigits(digits) }),
        done: t('admitted', { device }),
      })}
      method="office.admit-device"
    />
  );
}

interface RequestSentences {
  readonly who: string;
  readonly from: string;
  readonly digits: string;
  readonly title: string;
  readonly text: string;
  readonly done: string;
}
type Admitting = 'office.admit' | 'office.admit-device';

function RequestList(props: {
  readonly requests: readonly JoinRequestView[];
  readonly title: string;
  readonly detail: string;
  readonly wordsOf: (request: JoinRequestView) => RequestSentences;
  readonly method: Admitting;
}): ReactNode {
  const t = useWords(settingsWords);
  const { requests, wordsOf } = props;
  const [chosen, setChosen] = useState<JoinRequestView | null>(null);
  if (requests.length === 0) return null;
  return (
    <SettingsGroup title={props.title} detail={props.detail}>
      <ul>
        {requests.map((request) => (
          <li key={request.invitation} className="flex items-center gap-3 border-b border-line py-2.5">
            {props.method === 'office.admit' ? (
              <Avatar name={request.name} size={36} />
            ) : (
              <Icon name="computer" size={20} className="text-ink-2" />
            )}
            <div className="min-w-0 flex-1">
              <p className="truncate text-13 font-semibold text-ink">{wordsOf(request).who}</p>
              <p className="truncate text-12 text-ink-2">{wordsOf(request).from}</p>
            </div>
            <p
              role="img"
              aria-label={wordsOf(request).digits}
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
        <AdmitDialog
          key={chosen.invitation}
          request={chosen}
          words={wordsOf(chosen)}
          method={props.method}
          onClose={() => setChosen(null)}
        />
      )}
    </SettingsGroup>
  );
}

/** The one question before somebody becomes a member; Cancel has the focus. */
function AdmitDialog(props: {
  readonly request: JoinRequestView;
  readonly words: RequestSentences;
  readonly method: Admitting;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const unlock = useUnlock();
  const { run, error, isBusy } = useAct(props.method);
  const { words } = props;
  const { digits, invitation } = props.request;
  const admit = async () => {
    if (!(await unlock.unlock())) return;
    const answer = await run({ invitations: [invitation] });
    if (answer?.ok !== true) return;
    showToast({ text: words.done });
    props.onClose();
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={props.onClose}
      title={words.title}
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
        <p className="text-13 text-ink-2">{words.text}</p>
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
