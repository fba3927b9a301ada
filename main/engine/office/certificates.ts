import type { TrustedRoot } from '../pdf/verify/verification.ts';
import type { OfficeRuntime } from './runtime.ts';

/** The root of the office's own CA, once the roster has it. */
export function officeRoot(runtime: OfficeRuntime): Uint8Array | null {
  const authority = runtime.roster.current().authority;
  return authority === null ? null : Buffer.from(authority.certificate, 'base64url');
}

/** Roots that count on this PC. */
export function trustedRoots(runtime: OfficeRuntime): readonly TrustedRoot[] {
  const root = officeRoot(runtime);
  return root === null ? [] : [{ der: root, category: 'office' }];
}
