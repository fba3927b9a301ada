import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView, SessionView } from '#core/contract/answers.ts';
import type { MethodOutput } from '#core/contract/methods.ts';
import type { OfficeError } from '#core/contract/result.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { CodeDialog } from './code-dialog.tsx';
import { settingsWords } from './words.ts';

type Person = OfficeView['people'][number];

/** A question that names its consequence; what went wrong stands under it. */
function AskKey(props: {
  readonly title: string;
  readonly consequence: string;
  readonly actLabel: string;
  readonly error: OfficeError | null;
  readonly isBusy: boolean;
  readonly onAct: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={props.onClose}
      title={props.title}
      footer={
        <>
          <Button autoFocus shortcut="Esc" onPress={props.onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" isDisabled={props.isBusy} onPress={props.onAct}>
            {props.actLabel}
          </Button>
        </>
      }
    >
      <p className="pb-1 text-13 text-ink-2">{props.consequence}</p>
      <ErrorNote error={props.error} />
    </Dialog>
  );
}

/** Somebody forgot the passphrase: an invitation with which they join again on their own PC. */
export function AgainDialog(props: {
  readonly person: Person;
  readonly office: OfficeView;
  readonly session: SessionView;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const { person, office, session, onClose } = props;
  const { run, isBusy, error } = useAct('office.invite');
  const [made, setMade] = useState<MethodOutput<'office.invite'> | null>(null);
  const title = office.positions.find(({ id }) => id === person.positions[0]?.position)?.title ?? '';
  const invite = async () => {
    // Where a person is named the rest is as the roster has it.
    const answer = await run({
      person: { name: person.name, title: title === '' ? person.name : title, nip: person.nip },
      unit: null,
      role: 'staf',
      superior: null,
      user: person.user,
    });
    if (answer?.ok === true) setMade(answer.value);
  };
  if (made !== null) {
    return (
      <CodeDialog
        code={made.code}
        expires={made.expires}
        name={person.name}
        title={title}
        office={session.office?.name ?? ''}
        onClose={onClose}
      />
    );
  }
  return (
    <AskKey
      title={t('againTitle', { name: person.name })}
      consequence={t('againText', { name: person.name })}
      actLabel={isBusy ? t('inviting') : t('inviteAct')}
      error={error}
      isBusy={isBusy}
      onAct={() => void invite()}
      onClose={onClose}
    />
  );
}

/** Another admin's PC writes the roster from now on. */
export function HandOverDialog(props: { readonly person: Person; readonly onClose: () => void }): ReactNode {
  const t = useWords(settingsWords);
  const { person, onClose } = props;
  const { run, isBusy, error } = useAct('office.hand-over');
  const hand = async () => {
    const answer = await run({ user: person.user, log: null });
    if (answer?.ok !== true) return;
    showToast({ text: t('handedOver', { name: person.name }) });
    onClose();
  };
  return (
    <AskKey
      title={t('handOverTitle', { name: person.name })}
      consequence={t('handOverText', { name: person.name, device: person.logs[0]?.device ?? '' })}
      actLabel={t('handOverAct')}
      error={error}
      isBusy={isBusy}
      onAct={() => void hand()}
      onClose={onClose}
    />
  );
}

/** A second official says that the new key is really that person's. */
export function ConfirmKeyDialog(props: {
  readonly person: Person;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const { person, onClose } = props;
  const { run, isBusy, error } = useAct('office.confirm-key');
  const confirm = async () => {
    const answer = await run({ user: person.user });
    if (answer?.ok !== true) return;
    showToast({ text: t('keyConfirmed', { name: person.name }) });
    onClose();
  };
  return (
    <AskKey
      title={t('confirmTitle', { name: person.name })}
      consequence={t('confirmText', { name: person.name })}
      actLabel={t('confirmAct')}
      error={error}
      isBusy={isBusy}
      onAct={() => void confirm()}
      onClose={onClose}
    />
  );
}

/** A new key for what the office writes from now on. */
export function RotateDialog(props: { readonly onClose: () => void }): ReactNode {
  const t = useWords(settingsWords);
  const { run, isBusy, error } = useAct('office.rotate-key');
  const rotate = async () => {
    const answer = await run(undefined);
    if (answer?.ok !== true) return;
    showToast({ text: t('rotated') });
    props.onClose();
  };
  return (
    <AskKey
      title={t('rotateTitle')}
      consequence={t('rotateText')}
      actLabel={t('rotateAct')}
      error={error}
      isBusy={isBusy}
      onAct={() => void rotate()}
      onClose={props.onClose}
    />
  );
}
