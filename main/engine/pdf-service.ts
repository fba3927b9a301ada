import { basename } from 'node:path';

import type { FileSource } from '#core/contract/inputs.ts';
import { ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { SignatureView } from '#core/contract/verification.ts';

import type { ImportedDocument, PdfJobs, SignRequest } from './office/pdf-jobs.ts';
import type { SigningCredential } from './keys/p12/credential.ts';
import { freePlaces } from './pdf/free-places.ts';
import type { IncomingFile } from './pdf/intake/import.ts';
import { readIncomingFile } from './pdf/intake/read-file.ts';
import type { Losses } from './pdf/losses.ts';
import { PdfPool } from './pdf/pool/pool.ts';
import type { PdfPoolOptions } from './pdf/pool/pool.ts';
import type { SignatureVerification } from './pdf/verify/verification.ts';

/** Words kept of one document for the search; a book scanned by mistake does not fill the store. */
const WORD_LIMIT = 200_000;

async function bytesOf(file: FileSource): Promise<Result<IncomingFile>> {
  if (!('path' in file)) return ok(file);
  const bytes = await readIncomingFile(file.path);
  return bytes.ok ? ok({ name: basename(file.path), bytes: bytes.value }) : bytes;
}

function lost(losses: Losses): ImportedDocument['wouldLose'] {
  const names: ('forms' | 'layers' | 'attachments')[] = [];
  if (losses.filledFields > 0 || losses.dynamicForm) names.push('forms');
  if (losses.layers > 0) names.push('layers');
  if (losses.attachments > 0) names.push('attachments');
  return names;
}

function signatureView(s: SignatureVerification): SignatureView {
  return {
    field: s.field,
    certificate: s.certificateHash,
    kind: s.kind,
    signer: s.signer?.commonName ?? '',
    title: s.signer?.title ?? '',
    issuer: s.signer?.issuer ?? '',
    claimedTime: s.claimedTime === null ? null : Date.parse(s.claimedTime),
    integrity: s.integrity,
    level: s.level,
    trust: s.trust,
    category: s.category,
    coversWholeFile: s.coversWholeFile,
    findings: s.findings,
  };
}

/** Who does the jobs: the pool, or in a tool that wants no threads whatever runs them the same way. */
export type PdfWork = Pick<PdfPool, 'run' | 'unlock' | 'lock' | 'close'>;

/** PDF work for the use cases, over a pool of worker threads. */
export function pdfService(options: PdfPoolOptions): PdfJobs {
  return pdfServiceOver(new PdfPool(options));
}

/** PDF work for the use cases, done by `pool`. */
export function pdfServiceOver(pool: PdfWork): PdfJobs {
  const unlocked = new Map<string, SigningCredential>();

  async function importFiles(files: readonly FileSource[]): Promise<Result<ImportedDocument>> {
    const incoming: IncomingFile[] = [];
    for (const file of files) {
      const read = await bytesOf(file);
      if (!read.ok) return read;
      incoming.push(read.value);
    }
    const imported = await pool.run('import', { files: incoming, time: new Date() });
    if (!imported.ok) return imported;
    const { pdf, source, report, misnamed } = imported.value;
    // A document whose words cannot be read is still a document; it is found by its subject.
    return ok({
      pdf,
      pages: report.pages,
      source: source === 'images' ? 'image' : 'pdf',
      words: source === 'pdf' ? await words(pdf) : '',
      signed: report.signatures > 0,
      misnamed: misnamed.length > 0,
      wouldLose: lost(report.losses),
    });
  }

  async function words(pdf: Uint8Array): Promise<string> {
    const text = await pool.run('text', { pdf });
    return text.ok ? text.value.text.slice(0, WORD_LIMIT) : '';
  }

  async function sign(request: SignRequest): Promise<Result<Uint8Array>> {
    const { user, credential, prepare, ...input } = request;
    if (unlocked.get(user) !== credential) {
      pool.unlock(user, credential);
      unlocked.set(user, credential);
    }
    const prepared =
      prepare.length === 0
        ? ok(input.pdf)
        : await pool.run('prepareChain', { pdf: input.pdf, fields: prepare });
    if (!prepared.ok) return prepared;
    const signed = await pool.run('sign', { ...input, pdf: prepared.value, key: user });
    return signed.ok ? ok(signed.value.pdf) : signed;
  }

  return {
    importFiles,
    sign,
    words,
    normalise: async (pdf, lossSeen) => {
      const fresh = await pool.run('normalise', { pdf, time: new Date(), acceptLosses: lossSeen });
      return fresh.ok ? ok(fresh.value.pdf) : fresh;
    },
    freePlacements: async (pdf, count) => freePlaces(pdf, count),
    verify: async (pdf, trustedRoots) => {
      const verified = await pool.run('verify', { pdf, options: { trustedRoots } });
      if (!verified.ok) return verified;
      const report = await pool.run('lint', { pdf });
      const { verdict, signatures, findings } = verified.value;
      return ok({
        verdict,
        findings,
        signatures: signatures.map(signatureView),
        pages: report.ok ? report.value.pages : 0,
      });
    },
    lock: (user) => {
      unlocked.delete(user);
      pool.lock(user);
    },
    close: () => pool.close(),
  };
}
