import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView, SessionView } from '#core/contract/answers.ts';
import type { PositionView } from '#core/contract/views.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useMinute } from '#renderer/lib/use-now.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';

import { HolderDialog } from './holder-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { JoinRequests } from './join-requests.tsx';
import { OfficeActs } from './office-acts.tsx';
import { PersonList } from './person-list.tsx';
import { requestWords } from './request-words.ts';
import { RosterRequests } from './roster-requests.tsx';
import { SettingsGroup } from './settings-row.tsx';
import { PositionDialog, UnitDialog } from './structure-dialogs.tsx';
import { settingsWords } from './words.ts';

type Open =
  | { readonly kind: 'invite' }
  | { readonly kind: 'position' }
  | { readonly kind: 'unit'; readonly unit: OfficeView['units'][number] | null }
  | { readonly kind: 'holder'; readonly position: PositionView };

/** The roster: who holds what. Its one writer changes it, everybody reads it. */
export function PeopleSection(props: {
  readonly office: OfficeView;
  readonly session: SessionView;
}): ReactNode {
  const t = useWords(settingsWords);
  const asking = useWords(requestWords);
  const format = useFormat();
  const { office, session } = props;
  const [open, setOpen] = useState<Open | null>(null);
  const now = useMinute();
  const isWriter = session.me?.isRosterWriter ?? false;
  const isAdmin = session.me?.positions.some(({ role }) => role === 'admin') ?? false;
  // Another admin than the one whose PC writes the roster asks for what that one does.
  const asks = !isWriter && isAdmin;
  const mayChange = isWriter || asks;
  const waiting = office.invitations.filter((invitation) => !invitation.used && invitation.expires > now);
  const close = () => setOpen(null);
  return (
    <>
      {isWriter ? (
        <JoinRequests />
      ) : (
        <div className="pb-4">
          <Banner
            tone="accent"
            title={office.writer === null ? t('readOnly') : asking('writtenBy', office.writer)}
          >
            {asks ? asking('deputyText') : undefined}
          </Banner>
        </div>
      )}
      {mayChange ? <RosterRequests office={office} isWriter={isWriter} /> : null}
      <SettingsGroup
        title={t('structure')}
        detail={t('structureDetail', { positions: office.positions.length, people: office.people.length })}
        actions={
          mayChange ? (
            <>
              <Button
                variant="secondary"
                size="dense"
                icon="plus"
                onPress={() => setOpen({ kind: 'position' })}
              >
                {asks ? asking('askPosition') : t('addPosition')}
              </Button>
              {isWriter ? (
                <Button
                  variant="secondary"
                  size="dense"
                  icon="person"
                  onPress={() => setOpen({ kind: 'invite' })}
                >
                  {t('invite')}
                </Button>
              ) : null}
            </>
          ) : null
        }
      >
        <PositionTable
          office={office}
          holderLabel={
            mayChange
              ? ({ title }) => (asks ? asking('askHolder', { title }) : t('holderOpen', { title }))
              : null
          }
          onHolder={(position) => setOpen({ kind: 'holder', position })}
        />
      </SettingsGroup>
      <PersonList office={office} session={session} />
      {waiting.length === 0 ? null : (
        <SettingsGroup title={t('invitations')}>
          <ul>
            {waiting.map((invitation) => (
              <li
                key={invitation.id}
                className="flex h-[30px] items-center gap-2 border-b border-line px-2 text-13"
              >
                <span className="font-medium text-ink">{invitation.name}</span>
                <span className="text-ink-2">{invitation.title}</span>
                <span className="ml-auto text-12 text-ink-3">
                  {t('invitationUntil', { date: format.dayDateTime(invitation.expires) })}
                </span>
              </li>
            ))}
          </ul>
        </SettingsGroup>
      )}
      <SettingsGroup
        title={t('units')}
        actions={
          mayChange ? (
            <Button
              variant="secondary"
              size="dense"
              icon="plus"
              onPress={() => setOpen({ kind: 'unit', unit: null })}
            >
              {asks ? asking('askUnit') : t('addUnit')}
            </Button>
          ) : null
        }
      >
        {office.units.length === 0 ? <p className="py-2 text-13 text-ink-2">{t('unitsNone')}</p> : null}
        <ul>
          {office.units.map((unit) => (
            <li key={unit.id} className="flex h-[30px] items-center gap-2 border-b border-line px-2 text-13">
              <span className="text-ink">{unit.name}</span>
              <span className="text-12 text-ink-3">{unit.code}</span>
              {mayChange ? (
                <span className="ml-auto">
                  <IconButton
                    icon="pen"
                    iconSize={14}
                    label={asks ? asking('askRename', { name: unit.name }) : t('rename', { name: unit.name })}
                    onPress={() => setOpen({ kind: 'unit', unit })}
                  />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </SettingsGroup>
      <OfficeActs />
      {open?.kind === 'invite' ? <InviteDialog office={office} session={session} onClose={close} /> : null}
      {open?.kind === 'position' ? <PositionDialog office={office} asks={asks} onClose={close} /> : null}
      {open?.kind === 'unit' ? <UnitDialog unit={open.unit} asks={asks} onClose={close} /> : null}
      {open?.kind === 'holder' ? (
        <HolderDialog position={open.position} office={office} asks={asks} onClose={close} />
      ) : null}
    </>
  );
}

function PositionTable(props: {
  readonly office: OfficeView;
  /** Says what the button in a row does; null where nothing may be changed. */
  readonly holderLabel: ((position: PositionView) => string) | null;
  readonly onHolder: (position: PositionView) => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const words = useOfficeWords();
  const format = useFormat();
  const { office, holderLabel } = props;
  return (
    <table className="w-full table-fixed border-collapse text-13">
      <thead>
        <tr className="h-7 border-b border-line-strong text-left text-11 text-ink-2">
          <th className="w-40 px-2 font-medium min-[1200px]:w-44">{t('position')}</th>
          <th className="px-2 font-medium">{t('holder')}</th>
          <th className="w-36 px-2 font-medium min-[1200px]:w-52">{t('unit')}</th>
          <th className="w-36 px-2 font-medium">{t('role')}</th>
          {holderLabel === null ? null : (
            <th className="w-11">
              <span className="sr-only">{t('standing')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {office.positions.map((position) => (
          <tr key={position.id} className="h-[30px] border-b border-line hover:bg-hover">
            <th scope="row" className="truncate px-2 text-left font-medium text-ink" title={position.title}>
              {position.title}
            </th>
            <td className="px-2 py-1 text-ink-2">
              {position.holders.length === 0 ? (
                <span className="text-ink-3">{t('vacant')}</span>
              ) : (
                position.holders.map((holder) => (
                  <p key={`${holder.user}${holder.standing}`}>
                    {holder.standing === 'definitive' ? '' : `${words.standing[holder.standing]} `}
                    {holder.name}
                    {holder.until === null ? null : (
                      <span className="text-ink-3">
                        {' '}
                        {t('until', { date: format.shortDate(holder.until) })}
                      </span>
                    )}
                  </p>
                ))
              )}
            </td>
            <td className="truncate px-2 text-ink-2">
              {office.units.find((unit) => unit.id === position.unit)?.name ?? t('noUnit')}
            </td>
            <td className="truncate px-2 text-ink-2">{words.role[position.role]}</td>
            {holderLabel === null ? null : (
              <td className="pr-1 text-right">
                <IconButton
                  icon="person"
                  iconSize={14}
                  label={holderLabel(position)}
                  onPress={() => props.onHolder(position)}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
