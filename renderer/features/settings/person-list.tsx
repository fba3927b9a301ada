import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView, SessionView } from '#core/contract/answers.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { MenuEntry } from '#renderer/ui/menu.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';

import { AskRevokeDialog } from './ask-revoke-dialog.tsx';
import { AgainDialog, ConfirmKeyDialog, HandOverDialog, RotateDialog } from './key-dialogs.tsx';
import { requestWords } from './request-words.ts';
import { RevokeDialog } from './revoke-dialog.tsx';
import { SettingsGroup } from './settings-row.tsx';
import { settingsWords } from './words.ts';

type Person = OfficeView['people'][number];
type Open = {
  readonly kind: 'revoke' | 'askRevoke' | 'again' | 'handOver' | 'confirm';
  readonly person: Person;
};

/** What the writer of the roster may do about a person, or another admin may ask for; about themselves nothing, that is a matter of the kit. */
function useActs(
  office: OfficeView,
  session: SessionView,
  open: (kind: Open['kind'], person: Person) => void,
): (person: Person) => readonly MenuEntry[] {
  const t = useWords(settingsWords);
  const asking = useWords(requestWords);
  const admins = new Set(office.positions.filter(({ role }) => role === 'admin').map(({ id }) => id));
  return (person) => {
    const { me } = session;
    if (me === null || person.user === me.user) return [];
    const entry = (kind: Open['kind'], label: string, icon: MenuEntry['icon']): MenuEntry => ({
      id: kind,
      label,
      icon,
      run: () => open(kind, person),
    });
    const isAdmin = person.positions.some(({ position }) => admins.has(position));
    const isIn = person.closed === null;
    if (!me.isRosterWriter) {
      const asks = isIn && me.positions.some(({ role }) => role === 'admin');
      return asks ? [entry('askRevoke', asking('askRevoke'), 'shieldCross')] : [];
    }
    return [
      ...(person.positions.length > 0 ? [entry('again', t('again'), 'key')] : []),
      ...(isIn && isAdmin && person.logs.length > 0 ? [entry('handOver', t('handOver'), 'forward')] : []),
      ...(isIn ? [entry('revoke', t('revoke'), 'shieldCross')] : []),
    ];
  };
}

/** The people of the office: where they work, whether their key is in force, and what to do when it is lost. */
export function PersonList(props: { readonly office: OfficeView; readonly session: SessionView }): ReactNode {
  const t = useWords(settingsWords);
  const format = useFormat();
  const { office, session } = props;
  const [open, setOpen] = useState<Open | null>(null);
  const [isRotating, setRotating] = useState(false);
  const acts = useActs(office, session, (kind, person) => setOpen({ kind, person }));
  const isWriter = session.me?.isRosterWriter ?? false;
  const close = () => setOpen(null);
  const titles = new Map(office.positions.map(({ id, title }) => [id, title]));
  return (
    <SettingsGroup
      title={t('personList')}
      actions={
        isWriter ? (
          <Button variant="secondary" size="dense" icon="key" onPress={() => setRotating(true)}>
            {t('rotate')}
          </Button>
        ) : null
      }
    >
      <table aria-label={t('personList')} className="w-full table-fixed border-collapse text-13">
        <thead>
          <tr className="h-7 border-b border-line-strong text-left text-11 text-ink-2">
            <th className="px-2 font-medium">{t('personName')}</th>
            <th className="px-2 font-medium">{t('position')}</th>
            <th className="w-40 px-2 font-medium min-[1200px]:w-48">{t('personDevices')}</th>
            <th className="w-28 px-2 text-right font-medium">{t('personSeen')}</th>
            <th className="w-44 px-2 font-medium min-[1200px]:w-52">{t('personKey')}</th>
            <th className="w-11">
              <span className="sr-only">{t('personActs')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {office.people.map((person) => (
            <tr key={person.user} className="h-[30px] border-b border-line hover:bg-hover">
              <th scope="row" className="truncate px-2 text-left font-medium text-ink" title={person.name}>
                {person.name}
              </th>
              <td className="truncate px-2 text-ink-2">
                {person.positions.map(({ position }) => titles.get(position) ?? '').join(', ') ||
                  t('noPosition')}
              </td>
              <td className="truncate px-2 text-ink-2" title={person.devices.join(', ')}>
                {person.devices.join(', ') || t('noDevice')}
              </td>
              <td className="truncate px-2 text-right text-12 text-ink-3">
                {person.lastSeen === null ? t('never') : format.shortDateTime(person.lastSeen)}
              </td>
              <td className="truncate px-2">
                <KeyState
                  person={person}
                  mayConfirm={person.user !== session.me?.user}
                  onConfirm={() => setOpen({ kind: 'confirm', person })}
                />
              </td>
              <td className="pr-1 text-right">
                <PersonMenu person={person} entries={acts(person)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open?.kind === 'revoke' ? <RevokeDialog person={open.person} onClose={close} /> : null}
      {open?.kind === 'askRevoke' ? <AskRevokeDialog person={open.person} onClose={close} /> : null}
      {open?.kind === 'again' ? (
        <AgainDialog person={open.person} office={office} session={session} onClose={close} />
      ) : null}
      {open?.kind === 'handOver' ? <HandOverDialog person={open.person} onClose={close} /> : null}
      {open?.kind === 'confirm' ? <ConfirmKeyDialog person={open.person} onClose={close} /> : null}
      {isRotating ? <RotateDialog onClose={() => setRotating(false)} /> : null}
    </SettingsGroup>
  );
}

function KeyState(props: {
  readonly person: Person;
  readonly mayConfirm: boolean;
  readonly onConfirm: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const { closed, rekeyed } = props.person;
  if (closed !== null) {
    return (
      <span className="flex items-center gap-1 text-danger">
        <Icon name="shieldCross" size={14} />
        {t('keyClosed')}
      </span>
    );
  }
  if (rekeyed === null || rekeyed.confirmedBy !== null) {
    return (
      <span className="flex items-center gap-1 text-ink-2">
        <Icon name="shieldCheck" size={14} className="text-success" />
        {t('keyGood')}
      </span>
    );
  }
  return (
    <span className="flex items-center gap-2">
      <span className="flex items-center gap-1 text-warning" title={t('keyNewText')}>
        <Icon name="shieldAlert" size={14} />
        {t('keyNew')}
      </span>
      {props.mayConfirm ? (
        <Button variant="link" onPress={props.onConfirm}>
          {t('confirmKey')}
        </Button>
      ) : null}
    </span>
  );
}

function PersonMenu(props: { readonly person: Person; readonly entries: readonly MenuEntry[] }): ReactNode {
  const t = useWords(settingsWords);
  if (props.entries.length === 0) return null;
  const label = t('personActsOf', { name: props.person.name });
  return (
    <Menu
      label={label}
      placement="bottom end"
      entries={props.entries}
      trigger={
        <MenuButton
          label={label}
          className="inline-flex size-7 items-center justify-center rounded-control text-ink-2 hover:bg-hover hover:text-ink"
        >
          <Icon name="more" />
        </MenuButton>
      }
    />
  );
}
