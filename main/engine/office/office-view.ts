import type { OfficeView, PersonLogView } from '#core/contract/answers.ts';
import type { PositionView } from '#core/contract/views.ts';
import { holdersOn, positionsOf } from '#core/office/roster.ts';
import type { Position, RosterState } from '#core/office/roster.ts';

import { allLogs, findLog } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import { isClosedLog, today } from './runtime.ts';
import { confirmedKeys } from './key-confirmation.ts';
import type { OfficeRuntime } from './runtime.ts';
import { titleOf } from './titles.ts';

function positionView(position: Position, roster: RosterState, day: string): PositionView {
  return {
    id: position.id,
    title: position.title,
    unit: position.unit,
    superior: position.superior,
    role: position.role,
    holders: holdersOn(position, day).map((holder) => ({
      user: holder.user,
      name: roster.people.get(holder.user)?.name ?? '',
      nip: roster.people.get(holder.user)?.nip ?? '',
      standing: holder.standing,
      until: holder.until,
    })),
  };
}

function personLog(runtime: OfficeRuntime, log: LogRow): PersonLogView {
  return {
    log: log.log,
    device: log.device_name ?? '',
    lastSeen: log.last_time,
    state: log.retired_seq !== null ? 'retired' : isClosedLog(runtime, log.log) ? 'closed' : 'open',
    isThisPc: log.own === 1,
  };
}

function writerOf(runtime: OfficeRuntime): OfficeView['writer'] {
  const roster = runtime.roster.current();
  const log = findLog(runtime.db, roster.writerLog);
  if (log === undefined || log.user === null) return null;
  return { name: roster.people.get(log.user)?.name ?? '', device: log.device_name ?? '' };
}

/** People, positions, units, invitations and devices of the office as of today. */
export function officeView(runtime: OfficeRuntime): OfficeView {
  const roster = runtime.roster.current();
  const day = today(runtime);
  const logs = allLogs(runtime.db);
  const confirmed = confirmedKeys(runtime);
  return {
    people: [...roster.people.values()].map((person) => {
      const own = logs.filter((log) => log.user === person.id && log.branch === 0);
      return {
        user: person.id,
        name: person.name,
        nip: person.nip,
        positions: positionsOf(roster, person.id, day).map(({ position, holder }) => ({
          position: position.id,
          standing: holder.standing,
        })),
        hasCertificate: person.certificate !== null,
        lastSeen: own.length === 0 ? null : Math.max(...own.map((log) => log.last_time)),
        rekeyed:
          person.rekeyed === null
            ? null
            : { time: person.rekeyed.time, confirmedBy: confirmed.get(person.keys.sign) ?? null },
        logs: own.toSorted((a, b) => b.last_time - a.last_time).map((log) => personLog(runtime, log)),
        closed: roster.closedKeys.get(person.keys.sign)?.reason ?? null,
        devices: [...new Set(own.map((log) => log.device_name ?? ''))].filter((name) => name !== ''),
      };
    }),
    positions: [...roster.positions.values()]
      .toSorted((a, b) => a.order - b.order)
      .map((position) => positionView(position, roster, day)),
    units: [...roster.units.values()]
      .toSorted((a, b) => a.order - b.order)
      .map(({ id, name, code }) => ({ id, name, code })),
    invitations: [...roster.invitations.values()].map((invitation) => ({
      id: invitation.id,
      name: invitation.name,
      title: titleOf(roster, invitation.position),
      expires: invitation.expires,
      used: invitation.used,
    })),
    rosterIndex: roster.at.index,
    writer: writerOf(runtime),
  };
}
