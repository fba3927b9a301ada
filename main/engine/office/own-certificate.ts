import type { CheckedInput } from '#core/contract/methods.ts';
import type { SessionView } from '#core/contract/answers.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { openOfficeOf } from '../engine-state.ts';
import type { EngineState } from '../engine-state.ts';
import { readIncomingFile } from '../pdf/intake/read-file.ts';
import { transact } from '../store/database.ts';
import { saveSecrets } from '../store/identities.ts';
import { sessionView } from './session-view.ts';
import { sealCredential } from './unlocking.ts';

/** Takes the person's own P12 into use. It is kept sealed to their key; its passphrase is not kept. */
export async function useP12(
  engine: EngineState,
  input: CheckedInput<'certificates.use-p12'>,
): Promise<Result<SessionView>> {
  const bytes = 'path' in input.file ? await readIncomingFile(input.file.path) : ok(input.file.bytes);
  if (!bytes.ok) return bytes;
  // Reading old P12 files takes a large library, which few ever need.
  const { openP12 } = await import('../keys/p12/open.ts');
  const opened = openP12(bytes.value, input.passphrase, new Date(engine.clock()));
  if (!opened.ok) return opened;
  const office = openOfficeOf(engine);
  if (!office.ok) return office;
  const { session, db } = office.value;
  if (session === null || session.userKeys === null) return fail('locked');
  const sealed = sealCredential(opened.value, session.userKeys, session.user);
  transact(db, (writable) => saveSecrets(writable, session.user, sealed));
  session.credential = opened.value;
  engine.notify({ keys: ['session'] });
  return ok(sessionView(engine));
}

/** Goes back to the certificate of the office's CA and forgets the P12. */
export function useOfficeCertificate(engine: EngineState): Result<SessionView> {
  const office = openOfficeOf(engine);
  if (!office.ok) return office;
  const { session, db } = office.value;
  if (session === null) return fail('passphrase-needed');
  transact(db, (writable) => saveSecrets(writable, session.user, null));
  session.credential = null;
  engine.pdf.lock(session.user);
  engine.notify({ keys: ['session'] });
  return ok(sessionView(engine));
}
