import { fail, ok } from '#core/contract/result.ts';
import type { CheckedInput } from '#core/contract/methods.ts';
import type { Result } from '#core/contract/result.ts';

import { encodeAuditCode } from '../keys/audit-code.ts';
import { saveRecoveryKit } from '../keys/kit-file.ts';
import { officeKeyFrom } from '../keys/office-key.ts';
import { officeKeys } from '../store/identities.ts';
import { readMeta } from '../store/meta.ts';
import { personActor } from './acting.ts';
import { append } from './append.ts';
import { isInside } from './paths-inside.ts';
import { rosterWriter } from './roster-editing.ts';
import type { OfficeRuntime } from './runtime.ts';

/**
 * Gives the office keys to date to a reader, in a file of its own, and writes into the log that it did: first the
 * log, so that no key leaves without a trace. Errors: `not-roster-writer`, `locked`, `audit-code-unwritable`.
 */
export async function makeAuditCode(
  runtime: OfficeRuntime,
  { file, reader }: CheckedInput<'office.audit-code'>,
): Promise<Result<{ file: string; keys: number }>> {
  const writer = rosterWriter(runtime);
  if (!writer.ok) return writer;
  const share = readMeta(runtime.db, 'share.path');
  if (share !== null && isInside(file, share)) return fail('audit-code-unwritable', { file });
  const keys = officeKeys(runtime.db).map((row) => officeKeyFrom(row.key));
  const written = append(runtime, writer.value, [
    {
      type: 'audit.code-made',
      subject: null,
      actor: personActor(writer.value.user),
      body: { reader, keys: keys.map(({ id }) => id) },
    },
  ]);
  if (!written.ok) return written;
  const made = runtime.clock();
  const text = encodeAuditCode({ genesisHash: runtime.genesisHash, reader, made, keys });
  const saved = await saveRecoveryKit(file, text);
  return saved.ok ? ok({ file, keys: keys.length }) : fail('audit-code-unwritable', { file });
}
