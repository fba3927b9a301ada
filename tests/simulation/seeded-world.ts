import type * as NodeCrypto from 'node:crypto';
import type { KeyObject, ScryptOptions } from 'node:crypto';
import { createRequire, syncBuiltinESMExports } from 'node:module';

import { randomFrom } from '#main/engine/audit/seed/random.ts';

/** What this module replaces; everything else of node:crypto stays as it is. */
interface Replaced {
  randomBytes: (size: number) => Buffer;
  generateKeyPairSync: (...args: never[]) => unknown;
  scryptSync: (password: string, salt: Uint8Array, length: number, options: ScryptOptions) => Buffer;
  sign: (algorithm: string | null, data: Uint8Array, key: KeyObject) => Buffer;
}

const crypto: typeof NodeCrypto = createRequire(import.meta.url)('node:crypto');
const real = {
  generateKeyPairSync: crypto.generateKeyPairSync,
  scryptSync: crypto.scryptSync,
  sign: crypto.sign,
};

let seed = '';
let drawn = 0;
let next = randomFrom('').next;

/** Bytes that follow from the seed and from how many were drawn before. */
function seededBytes(size: number): Buffer {
  const blocks: Buffer[] = [];
  for (let have = 0; have < size; have += 32) {
    drawn += 1;
    blocks.push(crypto.createHash('sha256').update(`${seed}\n${drawn}`).digest());
  }
  return Buffer.concat(blocks).subarray(0, size);
}

/** PKCS #8 before the 32 secret bytes (RFC 8410 section 7). */
const PKCS8 = {
  ed25519: Buffer.from('302e020100300506032b657004220420', 'hex'),
  x25519: Buffer.from('302e020100300506032b656e04220420', 'hex'),
};

/** Order of P-256 (FIPS 186-5, SP 800-186 section 3.2.1.3). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

function bytesOf(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
}

function scalar(): Buffer {
  for (;;) {
    const bytes = seededBytes(32);
    const value = numberOf(bytes);
    if (value > 0n && value < ORDER) return bytes;
  }
}

/** The point of P-256 that a scalar leads to, uncompressed: 0x04, x, y. */
function pointOf(secret: Uint8Array): Buffer {
  const ecdh = crypto.createECDH('prime256v1');
  ecdh.setPrivateKey(secret);
  return ecdh.getPublicKey();
}

function pair(privateKey: KeyObject): { privateKey: KeyObject; publicKey: KeyObject } {
  return { privateKey, publicKey: crypto.createPublicKey(privateKey) };
}

function seededKeyPair(type: string, ...rest: unknown[]): unknown {
  if (type === 'ed25519' || type === 'x25519') {
    const key = Buffer.concat([PKCS8[type], seededBytes(32)]);
    return pair(crypto.createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
  }
  if (type !== 'ec') return Reflect.apply(real.generateKeyPairSync, crypto, [type, ...rest]);
  const secret = scalar();
  const point = pointOf(secret);
  const text = (bytes: Buffer) => bytes.toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', d: text(secret) };
  const [x, y] = [text(point.subarray(1, 33)), text(point.subarray(33))];
  return pair(crypto.createPrivateKey({ key: { ...jwk, x, y }, format: 'jwk' }));
}

function inverse(value: bigint): bigint {
  let [a, b] = [value % ORDER, ORDER];
  let [u, v] = [1n, 0n];
  while (a > 1n) {
    const quotient = b / a;
    [a, b] = [b % a, a];
    [u, v] = [v - quotient * u, u];
    if (a === 0n) throw new RangeError('no inverse');
  }
  return ((u % ORDER) + ORDER) % ORDER;
}

function derInteger(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  const body = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes;
  return Buffer.concat([Buffer.from([2, body.length]), body]);
}

/** ECDSA (FIPS 186-5 section 6.4.1) with a nonce that follows from key and message, as RFC 6979 has it in spirit. */
function steadyEcdsa(data: Uint8Array, key: KeyObject): Buffer {
  const { d = '' } = key.export({ format: 'jwk' });
  const secret = Buffer.from(d, 'base64url');
  const hash = crypto.createHash('sha256').update(data).digest();
  for (let round = 0; ; round += 1) {
    const nonce = crypto.createHmac('sha256', secret).update(hash).update(String(round)).digest();
    const k = numberOf(nonce);
    if (k === 0n || k >= ORDER) continue;
    const r = numberOf(pointOf(bytesOf(k)).subarray(1, 33)) % ORDER;
    const s = (inverse(k) * (numberOf(hash) + r * numberOf(secret))) % ORDER;
    if (r === 0n || s === 0n) continue;
    const content = Buffer.concat([derInteger(r), derInteger(s)]);
    return Buffer.concat([Buffer.from([0x30, content.length]), content]);
  }
}

const stretched = new Map<string, Buffer>();

const replaced: Replaced = {
  randomBytes: (size) => seededBytes(size),
  generateKeyPairSync: seededKeyPair,
  // The same passphrase and salt give the same key: a person who unlocks a hundred times pays once.
  scryptSync: (password, salt, length, options) => {
    const text = JSON.stringify([Buffer.from(password).toString('hex'), Buffer.from(salt).toString('hex')]);
    const name = JSON.stringify([text, length, options]);
    const known = stretched.get(name) ?? real.scryptSync(password, salt, length, options);
    stretched.set(name, known);
    return Buffer.from(known);
  },
  sign: (algorithm, data, key) =>
    key.asymmetricKeyType === 'ec' ? steadyEcdsa(data, key) : real.sign(algorithm, data, key),
};

/**
 * Makes this process the same whenever it begins with the same seed: keys, ids, nonces, salts and jitter follow from
 * it, ECDSA signs without chance, and nothing happens by the real time (the idle lock is one of the simulator's acts).
 * Only for processes that simulate; what is made in them protects nothing.
 */
export function beginSeededWorld(): void {
  Object.assign(crypto, replaced);
  syncBuiltinESMExports();
  Math.random = () => next();
  const never = { unref: () => never, ref: () => never };
  Object.assign(globalThis, { setInterval: () => never, clearInterval: () => undefined });
}

/** From here on chance follows from this text. */
export function reseed(text: string): void {
  seed = text;
  drawn = 0;
  next = randomFrom(`${text}\nMath.random`).next;
}
