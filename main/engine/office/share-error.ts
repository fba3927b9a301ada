import type { ErrorCode } from '#core/contract/errors.ts';

import type { ShareFailure } from '../share/share-fs.ts';

const failures: Partial<Record<ShareFailure, ErrorCode>> = {
  full: 'share-full',
  'read-only': 'share-read-only',
  denied: 'share-read-only',
  timeout: 'share-hung',
};

/** A share's failure as the contract names it. */
export function shareError(failure: ShareFailure): ErrorCode {
  return failures[failure] ?? 'share-offline';
}
