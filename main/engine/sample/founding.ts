import { SAMPLE_PASSPHRASE } from '#core/office/sample-passphrase.ts';

import { newId } from '../log/new-id.ts';
import { personActor } from '../office/acting.ts';
import { append } from '../office/append.ts';
import type { NewAct } from '../office/append.ts';
import { createOffice } from '../office/creating.ts';
import type { Place } from '../office/creating.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import type { Session } from '../office/session.ts';
import { enrolHere } from './enrolment.ts';
import { needed } from './fill-failure.ts';
import { letterheadLines, OFFICE_NAME } from './office-paper.ts';
import { makeSamplePlaces } from './sample-places.ts';
import { ABSENCE, FOUNDER, holders, people, positions, units } from './scenario/people.ts';
import type { PositionKey, PositionPlan, UnitKey, Who } from './scenario/people.ts';
import { SAMPLE_ZONE } from './scenario/sample-days.ts';
import type { SampleDays } from './scenario/sample-days.ts';

/** First agenda number: the office came from paper in the middle of a year. */
export const AGENDA_START = 1280;

/** The people with their sessions, and the positions' ids. */
export interface Cast {
  readonly sessions: Readonly<Record<Who, Session>>;
  readonly positions: Readonly<Record<PositionKey, string>>;
}

const positionKeys = Object.keys(positions) as PositionKey[];
const unitKeys = Object.keys(units) as UnitKey[];

/** Makes the office by its founder, on a share inside the throw-away data folder. */
export async function foundOffice(place: Place, folder: string): Promise<OfficeRuntime> {
  const { share, kit } = await makeSamplePlaces(folder);
  const { name, nip, device } = people[FOUNDER];
  const created = await createOffice(
    {
      share,
      name: OFFICE_NAME,
      letterhead: [...letterheadLines],
      admin: { name, title: positions.arsiparis.title, nip },
      units: unitKeys.map((key) => units[key]),
      kit,
      passphrase: SAMPLE_PASSPHRASE,
      deviceName: device,
      agendaStart: AGENDA_START,
    },
    { ...place, timeZone: SAMPLE_ZONE },
  );
  return needed(created);
}

function holderAct(writer: Session, body: Extract<NewAct, { type: 'roster.holder-set' }>['body']): NewAct {
  return { type: 'roster.holder-set', subject: null, actor: personActor(writer.user), body };
}

/** Sets up the positions; the founder's own is there already and gets its place in the line. */
function setPositions(runtime: OfficeRuntime, writer: Session): Record<PositionKey, string> {
  const roster = runtime.roster.current();
  const founding = [...roster.positions.keys()][0] ?? '';
  const ids = Object.fromEntries(
    positionKeys.map((key) => [key, key === 'arsiparis' ? founding : newId('pos')]),
  ) as Record<PositionKey, string>;
  const unitOf = (key: UnitKey | null) =>
    key === null ? null : ([...roster.units.values()].find((u) => u.name === units[key])?.id ?? null);
  const acts = positionKeys.map((key, order): NewAct => {
    const plan: PositionPlan = positions[key];
    const superior = positionKeys.find((other) => other === plan.superior);
    return {
      type: 'roster.position-set',
      subject: null,
      actor: personActor(writer.user),
      body: {
        position: ids[key],
        title: plan.title,
        unit: unitOf(plan.unit),
        superior: superior === undefined ? null : ids[superior],
        role: plan.role,
        order,
      },
    };
  });
  needed(append(runtime, writer, acts));
  return ids;
}

/** Enrols the other seven. Gives way between two of them: wrapping keys takes a while. */
export async function enrolEverybody(
  runtime: OfficeRuntime,
  founded: string,
  progress: (share: number) => void,
): Promise<Cast> {
  const writer = runtime.session;
  if (writer === null) throw new TypeError('the founder is signed in');
  const ids = setPositions(runtime, writer);
  const sessions: Partial<Record<Who, Session>> = { [FOUNDER]: writer };
  const everybody = Object.keys(people) as Who[];
  for (const [index, who] of everybody.entries()) {
    if (who === FOUNDER) continue;
    const mine = holders.filter((h) => h.who === who);
    const { name, nip, device } = people[who];
    sessions[who] = enrolHere(runtime, writer, {
      name,
      nip,
      title: mine[0] === undefined ? '' : positions[mine[0].position].title,
      deviceName: device,
      passphrase: SAMPLE_PASSPHRASE,
      admittedWith: (user) =>
        mine.map(({ position, standing, decision }) =>
          holderAct(writer, {
            position: ids[position],
            user,
            standing,
            from: founded,
            until: null,
            decision,
          }),
        ),
    });
    progress((index + 1) / everybody.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { sessions: sessions as Record<Who, Session>, positions: ids };
}

/** Names who stands in for the head of the office while she travels. */
export function nameSubstitute(runtime: OfficeRuntime, cast: Cast, days: SampleDays): void {
  const { position, who, standing, decision, since, until } = ABSENCE;
  const writer = cast.sessions[FOUNDER];
  const act = holderAct(writer, {
    position: cast.positions[position],
    user: cast.sessions[who].user,
    standing,
    from: days.past(since),
    until: days.due([until]),
    decision,
  });
  needed(append(runtime, writer, [act]));
}
