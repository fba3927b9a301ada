import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The programs that judge our signatures without knowing us (poppler-utils, mupdf-tools, qpdf, openssl, libnss3-tools). */
const TOOLS = [
  ['pdfsig', '-v'],
  ['pdftoppm', '-v'],
  ['mutool', '-v'],
  ['qpdf', '--version'],
  ['openssl', 'version'],
  ['certutil', '-H'],
] as const;

/** Names the missing programs; a test that needs them prints this and is skipped. */
export function missingTools(): string {
  const missing = TOOLS.filter(([tool, flag]) => spawnSync(tool, [flag]).error !== undefined).map(
    ([tool]) => tool,
  );
  if (missing.length > 0) console.log(`skipped: needs ${missing.join(', ')}`);
  return missing.join(', ');
}

export interface Verdict {
  readonly accepted: boolean;
  readonly said: string;
}

/** A folder with an NSS database that trusts one root, in which files are judged. */
export class Oracles {
  readonly folder: string;

  constructor(root: Uint8Array) {
    this.folder = mkdtempSync(join(tmpdir(), 'nirkertas-oracle-'));
    writeFileSync(this.at('root.pem'), new X509Certificate(root).toString());
    this.run('certutil', '-N', '-d', 'sql:.', '--empty-password');
    this.run('certutil', '-A', '-d', 'sql:.', '-n', 'root', '-t', 'C,C,C', '-i', 'root.pem');
  }

  at(name: string): string {
    return join(this.folder, name);
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true });
  }

  run(command: string, ...args: string[]): { code: number | null; said: string } {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: this.folder, encoding: 'utf8' });
    return { code: status, said: `${stdout}${stderr}` };
  }

  private put(pdf: Uint8Array): string {
    writeFileSync(this.at('judged.pdf'), pdf);
    return 'judged.pdf';
  }

  /** pdfsig: every signature valid, its certificate trusted, and the newest one over the whole file. */
  pdfsig(pdf: Uint8Array, signatures: number): Verdict {
    const { said } = this.run('pdfsig', '-nssdir', 'sql:.', this.put(pdf));
    const count = (pattern: RegExp): number => said.match(pattern)?.length ?? 0;
    const accepted =
      count(/Signature is Valid\./gu) === signatures &&
      count(/Certificate is Trusted\./gu) === signatures &&
      count(/- Total document signed/gu) === 1 &&
      count(/^Signature #/gmu) === signatures;
    return { accepted, said };
  }

  /** mutool's printed verdict (its exit code says nothing): one unchanged, all valid. */
  mutool(pdf: Uint8Array, signatures: number): Verdict {
    const { said } = this.run('mutool', 'sign', '-v', this.put(pdf));
    const unchanged = said.match(/The document is unchanged since signing\./gu)?.length ?? 0;
    const edited =
      said.match(/The signature is valid but there have been edits since signing\./gu)?.length ?? 0;
    return {
      accepted:
        unchanged === 1 &&
        edited === signatures - 1 &&
        !/invalid|error: /iu.test(
          said.replace(/Certificate error: Self-signed certificate in chain\./gu, ''),
        ),
      said,
    };
  }

  /** qpdf judges the structure alone. */
  qpdf(pdf: Uint8Array): Verdict {
    const { code, said } = this.run('qpdf', '--check', this.put(pdf));
    return { accepted: code === 0, said };
  }

  /** openssl over each signature's CMS and covered bytes, with the CAdES attributes demanded. */
  openssl(pdf: Uint8Array, time: Date): Verdict[] {
    return coveredRanges(pdf).map(({ cms, covered }) => {
      writeFileSync(this.at('signature.der'), cms);
      writeFileSync(this.at('covered.bin'), covered);
      const { code, said } = this.run(
        'openssl',
        'cms',
        '-verify',
        '-cades',
        '-binary',
        '-inform',
        'DER',
        '-in',
        'signature.der',
        '-content',
        'covered.bin',
        '-CAfile',
        'root.pem',
        '-purpose',
        'any',
        '-attime',
        String(Math.floor(time.getTime() / 1000)),
        '-out',
        'content.out',
      );
      const same = code === 0 && readFileSync(this.at('content.out')).equals(covered);
      return { accepted: same, said };
    });
  }

  /** Whether a file's first page is shown as it was before; what poppler could not show before may only get better. */
  looksLike(after: Uint8Array, before: Uint8Array): boolean {
    const shot = (pdf: Uint8Array): Buffer => {
      rmSync(this.at('page.png'), { force: true });
      const file = this.put(pdf);
      this.run('pdftoppm', '-r', '40', '-l', '1', '-singlefile', '-png', file, 'page');
      return existsSync(this.at('page.png')) ? readFileSync(this.at('page.png')) : Buffer.alloc(0);
    };
    const original = shot(before);
    return original.length === 0 || shot(after).equals(original);
  }

  /** A page as PNG bytes. */
  render(pdf: Uint8Array, page = 1, dpi = 60): Buffer {
    const file = this.put(pdf);
    this.run(
      'pdftoppm',
      '-r',
      String(dpi),
      '-f',
      String(page),
      '-l',
      String(page),
      '-singlefile',
      '-png',
      file,
      'page',
    );
    return readFileSync(this.at('page.png'));
  }
}

/** Each signature's CMS (without padding) and the bytes its /ByteRange covers, in file order, read by their marks. */
export function coveredRanges(pdf: Uint8Array): { cms: Buffer; covered: Buffer; gap: [number, number] }[] {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  return [...text.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/gu)].map((match) => {
    const [a = 0, b = 0, c = 0, d = 0] = match.slice(1).map(Number);
    const covered = Buffer.concat([bytes.subarray(a, a + b), bytes.subarray(c, c + d)]);
    const padded = Buffer.from(text.slice(b + 1, c - 1), 'hex');
    // The outer SEQUENCE says how long the CMS is; the rest is zero padding.
    const length = 4 + padded.readUInt16BE(2);
    return { cms: padded.subarray(0, length), covered, gap: [b, c] };
  });
}
