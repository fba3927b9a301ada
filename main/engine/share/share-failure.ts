import { systemCode } from '../system-code.ts';

import type { ShareAnswer, ShareFailure } from './share-fs.ts';

const FAILURES: Readonly<Record<string, ShareFailure>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ESTALE: 'missing',
  ENODEV: 'missing',
  ENXIO: 'missing',
  ENOTCONN: 'missing',
  EHOSTDOWN: 'missing',
  EHOSTUNREACH: 'missing',
  ENETUNREACH: 'missing',
  ETIMEDOUT: 'timeout',
  EEXIST: 'exists',
  ENOTEMPTY: 'exists',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EAGAIN: 'busy',
  EPERM: 'denied',
  EACCES: 'denied',
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EISDIR: 'not-a-file',
  ELOOP: 'not-a-file',
};

/** An operation that failed for one of our own reasons. */
export function shareFailure(failure: ShareFailure, detail: string): ShareAnswer<never> {
  return { ok: false, failure, detail };
}

/** Turns a failure of the operating system into an answer; what is not one is a bug and thrown on. */
export function answerOf(error: unknown): ShareAnswer<never> {
  const code = systemCode(error);
  if (code === null) throw error;
  return shareFailure(FAILURES[code] ?? 'io', code);
}
