import { generateSigningKey } from '../keys/signing-key.ts';
import { certificateSpki, generateUserKeys, publicUserKeys } from '../keys/user-keys.ts';
import { wrapLogKey } from '../keys/wrapped-log-key.ts';
import { wrapUserKeys } from '../keys/wrapped-user-keys.ts';
import { logIdOf } from '../log/log-id.ts';
import { newId } from '../log/new-id.ts';
import { personActor } from '../office/acting.ts';
import { append } from '../office/append.ts';
import type { NewAct } from '../office/append.ts';
import { certify, openAuthority } from '../office/authority.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import type { Session } from '../office/session.ts';
import { deviceOf } from '../office/own-log.ts';
import { saveIdentity } from '../store/identities.ts';
import { needed } from './fill-failure.ts';

/** A person who comes to use this PC, and what they will hold. */
export interface NewColleague {
  readonly name: string;
  readonly nip: string;
  /** Title for the certificate. */
  readonly title: string;
  readonly deviceName: string;
  readonly passphrase: string;
  /** Acts that follow the admission, e.g. what the person holds. */
  readonly admittedWith: (user: string) => readonly NewAct[];
}

/**
 * Admits a person whose keys are made on this PC, without the detour over the share: several people may use one PC.
 * The roster's writer is signed in and unlocked. Answers the person's session, their log begun.
 */
export function enrolHere(runtime: OfficeRuntime, writer: Session, colleague: NewColleague): Session {
  const user = newId('usr');
  const keys = generateUserKeys();
  const logKey = generateSigningKey();
  const log = logIdOf(logKey.public);
  if (log === null) throw new TypeError('a fresh log key has no id');
  const { name, nip, title, deviceName, passphrase } = colleague;
  const { machine } = deviceOf(runtime);
  const now = runtime.clock();
  const holder = { user, name, nip, title, spki: certificateSpki(keys) };
  const authority = needed(openAuthority(runtime));
  const certificate = needed(certify(authority, runtime.roster.current().name, holder, now));
  const about = { subject: null, actor: personActor(writer.user) };
  const admitted = append(
    runtime,
    writer,
    [
      {
        ...about,
        type: 'roster.person-admitted',
        body: { user, name, nip, keys: publicUserKeys(keys), invitation: null },
      },
      { ...about, type: 'roster.certificate-issued', body: certificate },
      ...colleague.admittedWith(user),
    ],
    (db) =>
      saveIdentity(
        db,
        {
          user,
          wrapped: Buffer.from(wrapUserKeys(keys, user, passphrase)),
          log,
          log_key: Buffer.from(wrapLogKey(logKey, keys, { officeId: runtime.officeId, machine })),
          state: 'enrolled',
          secrets: null,
        },
        now,
      ),
  );
  needed(admitted);
  const session: Session = { user, log, logKey, userKeys: keys, credential: null, lastTouch: now };
  const opened = append(runtime, session, [
    {
      type: 'log.opened',
      subject: null,
      actor: personActor(user),
      body: { key: logKey.public, device: newId('dev'), deviceName, machine },
    },
  ]);
  needed(opened);
  return session;
}
