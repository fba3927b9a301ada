import { createHash } from 'node:crypto';

/** What the derived bytes are for (RFC 7292 appendix B.3). */
export const PKCS12_PURPOSE = { encryptionKey: 1, iv: 2, macKey: 3 } as const;

/** Hashes that PKCS#12 files are protected with, and their input block in bytes. */
const BLOCK_BYTES = { sha1: 64, sha224: 64, sha256: 64, sha384: 128, sha512: 128 } as const;

export type Pkcs12Hash = keyof typeof BLOCK_BYTES;

/** A passphrase as PKCS#12 hashes it: UTF-16 big-endian with a final zero character (RFC 7292 appendix B.1). */
function bmpString(passphrase: string): Uint8Array {
  const bytes = Buffer.from(`${passphrase}\0`, 'utf16le');
  return bytes.swap16();
}

function repeatTo(bytes: Uint8Array, multiple: number): Buffer {
  const length = multiple * Math.ceil(bytes.length / multiple);
  return Buffer.alloc(length, bytes);
}

/** Adds `addend` + 1 to `number`, both big-endian of one length, modulo 2^(8 * length), in place. */
function addPlusOne(number: Uint8Array, addend: Uint8Array): void {
  let carry = 1;
  for (let i = number.length - 1; i >= 0; i -= 1) {
    const sum = (number[i] ?? 0) + (addend[i] ?? 0) + carry;
    number[i] = sum & 0xff;
    carry = sum >> 8;
  }
}

/** PKCS#12 key derivation (RFC 7292 appendix B.2); the names follow the standard's letters. */
export function derivePkcs12(
  hash: Pkcs12Hash,
  passphrase: string,
  salt: Uint8Array,
  purpose: number,
  iterations: number,
  bytes: number,
): Buffer {
  const v = BLOCK_BYTES[hash];
  const diversifier = Buffer.alloc(v, purpose);
  const saltBlocks = salt.length === 0 ? Buffer.alloc(0) : repeatTo(salt, v);
  const input = Buffer.concat([saltBlocks, repeatTo(bmpString(passphrase), v)]);
  const output: Buffer[] = [];
  for (let made = 0; made < bytes;) {
    let a = createHash(hash).update(diversifier).update(input).digest();
    for (let i = 1; i < iterations; i += 1) a = createHash(hash).update(a).digest();
    output.push(a);
    made += a.length;
    const b = repeatTo(a, v).subarray(0, v);
    for (let j = 0; j < input.length; j += v) addPlusOne(input.subarray(j, j + v), b);
  }
  return Buffer.concat(output).subarray(0, bytes);
}
