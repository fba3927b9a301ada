import { basename } from 'node:path';

import type { FileSource } from '#core/contract/inputs.ts';
import { ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { VerificationView } from '#core/contract/verification.ts';

import type { EngineState } from '../engine-state.ts';
import { readIncomingFile } from '../pdf/intake/read-file.ts';
import type { TrustedRoot } from '../pdf/verify/verification.ts';
import { trustedRoots } from './certificates.ts';

/** Judges any PDF by the roots of this office, if there is one, and by further ones. The file goes nowhere. */
export async function verifyFile(
  engine: Pick<EngineState, 'office' | 'pdf'>,
  file: FileSource,
  furtherRoots: readonly TrustedRoot[] = [],
): Promise<Result<VerificationView & { name: string; size: number; pages: number }>> {
  const bytes = 'path' in file ? await readIncomingFile(file.path) : ok(file.bytes);
  if (!bytes.ok) return bytes;
  const roots = engine.office === null ? [] : trustedRoots(engine.office);
  const verified = await engine.pdf.verify(bytes.value, [...roots, ...furtherRoots]);
  if (!verified.ok) return verified;
  const name = 'path' in file ? basename(file.path) : file.name;
  return ok({ ...verified.value, name, size: bytes.value.length });
}
