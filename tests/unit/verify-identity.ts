import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether the independent signer of these tests, OpenSSL's command line, is there. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

export type KeyKind = 'rsa' | 'rsa1024' | 'rsa-pss' | 'p256' | 'p384' | 'p521' | 'ed25519';

/** A certificate with its key, as files for `openssl` and as DER. */
export type Identity = { readonly key: string; readonly certificate: string; readonly der: Buffer };

const keyArguments: Readonly<Record<KeyKind, readonly string[]>> = {
  rsa: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  rsa1024: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'],
  'rsa-pss': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  p256: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  p384: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  p521: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
  ed25519: ['-algorithm', 'ED25519'],
};

/** A small certificate authority and signers, made by OpenSSL in a folder of its own. */
export class Authority {
  readonly folder = mkdtempSync(join(tmpdir(), 'verify-'));
  readonly root: Identity;
  private count = 0;

  constructor(name = 'Uji Akar', kind: KeyKind = 'p256') {
    this.root = this.issue(kind, name, { ca: true });
  }

  /** Issues a certificate; `days` from now until it ends. */
  issue(
    kind: KeyKind,
    name: string,
    options: {
      ca?: boolean;
      days?: number;
      issuer?: Identity;
      extendedKeyUsage?: string;
      keyUsage?: string;
      /** How many authorities may stand below. */
      pathLength?: number;
      /** A certificate whose key and serial number this one gets too, as a forger would make it. */
      twinOf?: Identity;
    } = {},
  ): Identity {
    this.count += 1;
    const base = join(this.folder, String(this.count));
    const [key, certificate, request, extensions] = ['key', 'pem', 'csr', 'ext'].map(
      (end) => `${base}.${end}`,
    );
    if (!key || !certificate || !request || !extensions) throw new Error('no file names');
    if (options.twinOf) copyFileSync(options.twinOf.key, key);
    else this.run(['genpkey', ...keyArguments[kind], '-out', key]);
    this.run(['req', '-new', '-key', key, '-subj', `/C=ID/O=Dinas Uji/CN=${name}`, '-out', request]);
    const usage =
      options.keyUsage ?? (options.ca ? 'keyCertSign,cRLSign' : 'digitalSignature,nonRepudiation');
    writeFileSync(
      extensions,
      [
        `basicConstraints=critical,CA:${options.ca ? 'TRUE' : 'FALSE'}${options.pathLength === undefined ? '' : `,pathlen:${options.pathLength}`}`,
        `keyUsage=critical,${usage}`,
        'subjectKeyIdentifier=hash',
        ...(options.extendedKeyUsage ? [`extendedKeyUsage=critical,${options.extendedKeyUsage}`] : []),
      ].join('\n'),
    );
    const issuer = options.issuer ?? (options.ca && this.count === 1 ? undefined : this.root);
    const signing = issuer ? ['-CA', issuer.certificate, '-CAkey', issuer.key] : ['-signkey', key];
    this.run([
      'x509',
      '-req',
      '-in',
      request,
      ...signing,
      '-set_serial',
      options.twinOf ? this.serialOf(options.twinOf) : String(1000 + this.count),
      '-days',
      String(options.days ?? 3650),
      '-extfile',
      extensions,
      '-out',
      certificate,
    ]);
    const der = execFileSync('openssl', ['x509', '-in', certificate, '-outform', 'DER']);
    return { key, certificate, der };
  }

  /** A detached CAdES signature over the pieces, in DER. */
  sign(signer: Identity, content: Uint8Array, extra: readonly string[] = []): Buffer {
    const file = join(this.folder, 'content');
    const out = join(this.folder, 'signature');
    writeFileSync(file, content);
    this.run([
      'cms',
      '-sign',
      '-binary',
      '-cades',
      '-md',
      'sha256',
      '-signer',
      signer.certificate,
      '-inkey',
      signer.key,
      '-in',
      file,
      '-outform',
      'DER',
      '-out',
      out,
      ...extra,
    ]);
    return readFileSync(out);
  }

  /** Parameters of `sign` that put further certificates into the signature. */
  withCertificates(identities: readonly Identity[]): readonly string[] {
    const file = join(this.folder, 'chain.pem');
    writeFileSync(file, identities.map(({ certificate }) => readFileSync(certificate, 'utf8')).join(''));
    return ['-certfile', file];
  }

  /** A timestamp token over the content by `openssl ts`, in DER. */
  stamp(authority: Identity, content: Uint8Array): Buffer {
    const at = (name: string): string => join(this.folder, name);
    writeFileSync(at('content'), content);
    writeFileSync(at('tsa.serial'), '01');
    writeFileSync(
      at('tsa.cnf'),
      [
        '[tsa]',
        'default_tsa = one',
        '[one]',
        `serial = ${at('tsa.serial')}`,
        'digests = sha256',
        'default_policy = 1.2.3.4',
        'signer_digest = sha256',
        'ess_cert_id_alg = sha256',
      ].join('\n'),
    );
    this.run(['ts', '-query', '-data', at('content'), '-sha256', '-cert', '-out', at('query')]);
    const signer = ['-signer', authority.certificate, '-inkey', authority.key];
    const reply = ['-config', at('tsa.cnf'), '-queryfile', at('query'), ...signer];
    this.run(['ts', '-reply', ...reply, '-token_out', '-out', at('token')]);
    return readFileSync(at('token'));
  }

  /** The authority's revocation list, in DER; `revoked` with the time since when. */
  revocationList(revoked: readonly (readonly [Identity, Date])[], days = 30): Buffer {
    this.writeDatabase(revoked, []);
    const at = (name: string): string => join(this.folder, name);
    this.run(['ca', '-config', at('ca.cnf'), '-gencrl', '-crldays', String(days), '-out', at('crl.pem')]);
    return execFileSync('openssl', ['crl', '-in', at('crl.pem'), '-outform', 'DER']);
  }

  /** An OCSP response about `subject`, in DER, by the authority itself or by a responder that it has appointed. */
  ocspResponse(
    subject: Identity,
    revoked: readonly (readonly [Identity, Date])[],
    responder = this.root,
  ): Buffer {
    this.writeDatabase(revoked, [subject]);
    const at = (name: string): string => join(this.folder, name);
    const signer = ['-rsigner', responder.certificate, '-rkey', responder.key];
    const issuer = ['-CA', this.root.certificate, '-issuer', this.root.certificate];
    const question = ['-cert', subject.certificate, '-ndays', '7'];
    this.run([
      'ocsp',
      '-index',
      at('index.txt'),
      ...signer,
      ...issuer,
      ...question,
      '-respout',
      at('ocsp.der'),
    ]);
    return readFileSync(at('ocsp.der'));
  }

  /** The certificate database of `openssl ca`: one line a certificate. */
  private writeDatabase(revoked: readonly (readonly [Identity, Date])[], good: readonly Identity[]): void {
    const stamp = (date: Date): string => `${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`;
    const serial = (identity: Identity): string => this.serialOf(identity).slice(2);
    const end = stamp(new Date(Date.UTC(2049, 0, 1)));
    const names = new Set(revoked.map(([identity]) => identity.certificate));
    const lines = [
      ...revoked.map(
        ([identity, since]) => `R\t${end}\t${stamp(since)}\t${serial(identity)}\tunknown\t/CN=x`,
      ),
      ...good
        .filter(({ certificate }) => !names.has(certificate))
        .map((identity) => `V\t${end}\t\t${serial(identity)}\tunknown\t/CN=y`),
    ];
    const at = (name: string): string => join(this.folder, name);
    writeFileSync(at('index.txt'), lines.map((line) => `${line}\n`).join(''));
    writeFileSync(at('index.txt.attr'), 'unique_subject = no\n');
    writeFileSync(
      at('ca.cnf'),
      [
        '[ca]',
        'default_ca = one',
        '[one]',
        `database = ${at('index.txt')}`,
        `certificate = ${this.root.certificate}`,
        `private_key = ${this.root.key}`,
        'default_md = sha256',
      ].join('\n'),
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private serialOf({ certificate }: Identity): string {
    const parameters = ['x509', '-in', certificate, '-noout', '-serial'];
    return execFileSync('openssl', parameters, { encoding: 'utf8' }).trim().replace('serial=', '0x');
  }

  private run(parameters: readonly string[]): void {
    execFileSync('openssl', [...parameters], { stdio: ['ignore', 'ignore', 'pipe'] });
  }
}
