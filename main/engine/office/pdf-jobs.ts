import type { FileSource } from '#core/contract/inputs.ts';
import type { Result } from '#core/contract/result.ts';
import type { VerificationView } from '#core/contract/verification.ts';
import type { Placement } from '#core/office/letter-acts.ts';

import type { SigningCredential } from '../keys/p12/credential.ts';
import type { Stamp } from '../pdf/stamp/stamp.ts';
import type { TrustedRoot } from '../pdf/verify/verification.ts';

/** A document ready for the store. */
export interface ImportedDocument {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly source: 'pdf' | 'image';
  /** Words for the search, empty for a scan. */
  readonly words: string;
  readonly signed: boolean;
  /** A file's ending says something else than its content. */
  readonly misnamed: boolean;
  readonly wouldLose: readonly ('forms' | 'layers' | 'attachments')[];
}

export interface SignRequest {
  readonly pdf: Uint8Array;
  readonly field: string;
  /** Who signs; the key goes to the workers once and is dropped at `lock`. */
  readonly user: string;
  readonly credential: SigningCredential;
  readonly stamp: Stamp;
  readonly time: Date;
  /** Fields of the whole chain, made before the first signature; empty afterwards. */
  readonly prepare: readonly { readonly name: string; readonly placement: Placement }[];
}

/** PDF work, done in worker processes so that the engine goes on answering. */
export interface PdfJobs {
  /** One PDF, or images that become the pages of one. */
  readonly importFiles: (files: readonly FileSource[]) => Promise<Result<ImportedDocument>>;
  /** A fresh, gapless copy that can be signed; loses what `wouldLose` told. */
  readonly normalise: (pdf: Uint8Array, lossSeen: boolean) => Promise<Result<Uint8Array>>;
  /** Where a stamp fits on the last page when nobody placed it. */
  readonly freePlacements: (pdf: Uint8Array, count: number) => Promise<Result<readonly Placement[]>>;
  /** Signs and re-verifies; what does not verify is not answered. */
  readonly sign: (request: SignRequest) => Promise<Result<Uint8Array>>;
  readonly verify: (
    pdf: Uint8Array,
    trustedRoots: readonly TrustedRoot[],
  ) => Promise<Result<VerificationView & { readonly pages: number }>>;
  /** Words for the search; empty where there are none to be read. */
  readonly words: (pdf: Uint8Array) => Promise<string>;
  /** Drops a person's signing key from every worker. */
  readonly lock: (user: string) => void;
  readonly close: () => Promise<void>;
}
