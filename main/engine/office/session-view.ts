import { X509Certificate } from 'node:crypto';

import type { CertificateView, SessionView } from '#core/contract/answers.ts';
import { positionsOf } from '#core/office/roster.ts';

import type { EngineState } from '../engine-state.ts';
import { allIdentities } from '../store/identities.ts';
import { pendingJoin } from './joining.ts';
import { isRegistry } from './numbers.ts';
import { today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { Session } from './session.ts';
import { standingTitle } from './titles.ts';
import { deviceOf } from './own-log.ts';

/** The common name in a distinguished name as Node prints it: one attribute a line, RFC 2253 escapes. */
function commonName(name: string): string {
  const found = /^CN=(.*)$/m.exec(name)?.[1] ?? name.replaceAll('\n', ', ');
  return found.replaceAll(/\\(.)/g, '$1');
}

function certificateView(runtime: OfficeRuntime, session: Session): CertificateView | null {
  const own = session.credential?.certificate;
  const office = runtime.roster.current().people.get(session.user)?.certificate ?? null;
  const der = own ?? (office === null ? null : Buffer.from(office, 'base64url'));
  if (der === null) return null;
  const certificate = new X509Certificate(der);
  return {
    subject: commonName(certificate.subject),
    issuer: commonName(certificate.issuer),
    notAfter: Date.parse(certificate.validTo),
    category: own === undefined ? 'office' : 'p12',
  };
}

function me(runtime: OfficeRuntime, session: Session): NonNullable<SessionView['me']> {
  const roster = runtime.roster.current();
  const person = roster.people.get(session.user);
  return {
    user: session.user,
    name: person?.name ?? '',
    nip: person?.nip ?? '',
    positions: positionsOf(roster, session.user, today(runtime)).map(({ position, holder }) => ({
      id: position.id,
      title: standingTitle(position.title, holder.standing),
      role: position.role,
      standing: holder.standing,
      until: holder.until,
    })),
    certificate: certificateView(runtime, session),
    isRosterWriter: roster.writerLog === session.log,
    isRegistry: isRegistry(runtime, session),
    unlocked: session.userKeys !== null,
  };
}

/** What decides the first screen: is there an office, who uses this PC, who is signed in. */
export function sessionView(engine: Pick<EngineState, 'office' | 'demo'>): SessionView {
  const runtime = engine.office;
  const nobody = { office: null, device: null, users: [], me: null, pending: null, demo: engine.demo };
  if (runtime === null) return { ...nobody, state: 'none' };
  const roster = runtime.roster.current();
  const pending = pendingJoin(runtime);
  const device = deviceOf(runtime);
  const base = {
    demo: engine.demo,
    office: {
      id: runtime.officeId,
      name: pending?.officeName ?? roster.name,
      letterhead: roster.letterhead,
      timeZone: roster.timeZone,
    },
    device: { id: device.id, name: device.name },
    users: allIdentities(runtime.db).map(({ user }) => {
      const [first] = positionsOf(roster, user, today(runtime));
      return {
        user,
        name: roster.people.get(user)?.name ?? pending?.name ?? '',
        title:
          first !== undefined
            ? standingTitle(first.position.title, first.holder.standing)
            : pending?.user === user
              ? pending.title
              : '',
      };
    }),
    pending:
      pending === null
        ? null
        : {
            digits: pending.digits,
            name: pending.name,
            title: pending.title,
            officeName: pending.officeName,
            device: pending.device,
          },
  };
  const { session } = runtime;
  // A recovery that is under way, or broke off, has the office here and nobody yet who could unlock.
  if (session === null) return { ...base, state: base.users.length === 0 ? 'none' : 'locked', me: null };
  // The answer opens with the user key, so a locked PC would wait for ever.
  if (pending?.user === session.user)
    return { ...base, state: session.userKeys === null ? 'locked' : 'pending', me: null };
  return { ...base, state: 'open', me: me(runtime, session) };
}
