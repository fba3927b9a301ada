import type { SigningCredential } from '#main/engine/keys/p12/credential.ts';
import type { PdfResult } from '../codes.ts';
import type { NewField } from '../increment/add-fields.ts';
import type { ImportedDocument, IncomingFile } from '../intake/import.ts';
import type { PdfReport } from '../lint.ts';
import type { NormalisedPdf } from '../normalise/normalise.ts';
import type { SignedPdf, SignInput } from '../sign.ts';
import type { PdfText } from '../text.ts';
import type { PdfVerification, VerifyOptions } from '../verify/verification.ts';

/** What the pool can do: the input of each job and what it answers. Everything here can be sent between threads. */
export interface PdfJobs {
  readonly lint: { readonly input: { readonly pdf: Uint8Array }; readonly output: PdfReport };
  readonly import: {
    readonly input: { readonly files: readonly IncomingFile[]; readonly time: Date };
    readonly output: ImportedDocument;
  };
  readonly text: { readonly input: { readonly pdf: Uint8Array }; readonly output: PdfText };
  readonly normalise: {
    readonly input: { readonly pdf: Uint8Array; readonly time: Date; readonly acceptLosses: boolean };
    readonly output: NormalisedPdf;
  };
  readonly prepareChain: {
    readonly input: { readonly pdf: Uint8Array; readonly fields: readonly NewField[] };
    readonly output: Uint8Array;
  };
  readonly sign: {
    /** `key` names a credential that was unlocked before; the credential itself is not sent with each letter. */
    readonly input: Omit<SignInput, 'credential' | 'fonts'> & { readonly key: string };
    readonly output: SignedPdf;
  };
  readonly verify: {
    readonly input: { readonly pdf: Uint8Array; readonly options: VerifyOptions };
    readonly output: PdfVerification;
  };
}

export type PdfJobName = keyof PdfJobs;

/** A job under way. */
export type PdfJobRequest = {
  [Name in PdfJobName]: {
    readonly kind: 'job';
    readonly id: number;
    readonly name: Name;
    readonly input: PdfJobs[Name]['input'];
  };
}[PdfJobName];

/** What the pool sends to a worker. */
export type ToWorker =
  | PdfJobRequest
  | { readonly kind: 'unlock'; readonly key: string; readonly credential: SigningCredential }
  | { readonly kind: 'lock'; readonly key: string }
  /** Nothing comes any more. */
  | { readonly kind: 'leave' };

/** What a worker sends back. */
export interface FromWorker {
  readonly id: number;
  readonly result: PdfResult<unknown>;
}

/** What a worker is told at its start. */
export interface WorkerSettings {
  /** Folder of the stamp's fonts (`resources/fonts`), wherever the host keeps it. */
  readonly fontsFolder: string;
}
