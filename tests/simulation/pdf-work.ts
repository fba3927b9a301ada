import { createHash } from 'node:crypto';

import { fontsFolder } from '#main/engine/engine-resources.ts';
import type { SigningCredential } from '#main/engine/keys/p12/credential.ts';
import { pdfServiceOver } from '#main/engine/pdf-service.ts';
import type { PdfWork } from '#main/engine/pdf-service.ts';
import type { PdfJobName, PdfJobRequest, PdfJobs } from '#main/engine/pdf/pool/jobs.ts';
import { runJob } from '#main/engine/pdf/pool/run-job.ts';
import type { PdfResult } from '#main/engine/pdf/codes.ts';

/** The day on which PDFs are looked at, whatever the real one is: certificates of the simulated office are good on it. */
const PDF_DAY = new Date(Date.UTC(2026, 9, 6));

/** Jobs whose answer depends on their input alone; done once in a process, however many offices it simulates. */
const repeatable: ReadonlySet<PdfJobName> = new Set(['import', 'text', 'normalise', 'lint', 'verify']);

function nameOf(name: PdfJobName, input: object): string {
  const hash = createHash('sha256').update(name);
  hash.update(
    JSON.stringify(input, (_, value: unknown) => (value instanceof Uint8Array ? [value.length] : value)),
  );
  const bytes = (value: unknown): void => {
    if (value instanceof Uint8Array) hash.update(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(bytes);
  };
  bytes(input);
  return hash.digest('hex');
}

function dated(name: PdfJobName, input: PdfJobs[PdfJobName]['input']): PdfJobs[PdfJobName]['input'] {
  if (name === 'import' || name === 'normalise') return { ...input, time: PDF_DAY };
  return 'options' in input ? { ...input, options: { ...input.options, at: PDF_DAY } } : input;
}

/** The real work on PDFs, in this thread and one job after the other, so that nothing depends on which is first. */
class WorkInThread implements PdfWork {
  readonly #credentials = new Map<string, SigningCredential>();
  readonly #known: Map<string, PdfResult<unknown>>;

  constructor(known: Map<string, PdfResult<unknown>>) {
    this.#known = known;
  }

  run<Name extends PdfJobName>(
    name: Name,
    input: PdfJobs[Name]['input'],
  ): Promise<PdfResult<PdfJobs[Name]['output']>>;
  async run(name: PdfJobName, input: PdfJobs[PdfJobName]['input']): Promise<PdfResult<unknown>> {
    const asked = dated(name, input);
    const key = repeatable.has(name) ? nameOf(name, asked) : null;
    const known = key === null ? undefined : this.#known.get(key);
    if (known !== undefined) return known;
    const request = { kind: 'job', id: 0, name, input: asked } as PdfJobRequest;
    const done = await runJob(request, this.#credentials, fontsFolder);
    if (key !== null) this.#known.set(key, done);
    return done;
  }

  unlock(key: string, credential: SigningCredential): void {
    this.#credentials.set(key, credential);
  }

  lock(key: string): void {
    this.#credentials.delete(key);
  }

  async close(): Promise<void> {
    this.#credentials.clear();
  }
}

const known = new Map<string, PdfResult<unknown>>();

/** The engine's own PDF service over that work. */
export function simulatedPdfService(): ReturnType<typeof pdfServiceOver> {
  return pdfServiceOver(new WorkInThread(known));
}
