// Spellings and ciphers of the second reader (second-reader.mjs), from docs/format.md alone.
import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  verify,
} from 'node:crypto';

export const none = Buffer.alloc(0);
export const sha256 = (...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
export const hkdf = (secret, salt, use, length = 32) =>
  Buffer.from(hkdfSync('sha256', secret, salt, use, length));
export const fail = (why) => {
  throw new Error(why);
};

/** Bytes of base64url in its one spelling. */
export function base64url(text) {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : fail('base64url');
}

export function gcm(key, nonce, sealed, bound) {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  cipher.setAAD(bound);
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
}
export const openGcm = (key, bytes, bound) =>
  gcm(key, bytes.subarray(0, 12), bytes.subarray(12), Buffer.from(bound));

/** JSON in exactly the spelling of `JSON.stringify`. */
export function json(bytes) {
  const text = Buffer.from(bytes).toString('utf8');
  const value = JSON.parse(text);
  return JSON.stringify(value) === text ? value : fail('not strict JSON');
}

export function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const names = Object.keys(value).toSorted();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

const der = (prefix, raw) => Buffer.concat([Buffer.from(prefix, 'hex'), raw]);
export const publicKey = (oid, raw) =>
  createPublicKey({ key: der(`302a300506032b65${oid}032100`, raw), format: 'der', type: 'spki' });
export const privateKey = (oid, raw) =>
  createPrivateKey({ key: der(`302e020100300506032b65${oid}04220420`, raw), format: 'der', type: 'pkcs8' });
export const rawOf = (key) =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64url');

export function checkSignature(key, payload, signature, why) {
  if (!verify(null, Buffer.from(payload), publicKey('70', base64url(key)), base64url(signature))) fail(why);
}

/** What a text without its last member was before it was signed. */
export function unsigned(bytes, name, value) {
  const tail = `,"${name}":"${value}"}`;
  const text = Buffer.from(bytes).toString('utf8');
  return text.endsWith(tail) ? `${text.slice(0, -tail.length)}}` : fail(`${name} is not last`);
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
export function crockford(bytes) {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** Bytes of a code that people type. */
export function codeBytes(kind, text, length) {
  const symbols = text.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
  const bits = [...symbols].map((symbol) => ALPHABET.indexOf(symbol).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const [data, check] = [bytes.subarray(0, length), bytes.subarray(length)];
  return sha256(`nirkertas/code/0\n${kind}\n`, data).subarray(0, 2).equals(check) ? data : fail('mistyped');
}

/** Opens what was sealed to the holder of an X25519 secret. */
export function openSealed(secret, purpose, sealed) {
  const key = privateKey('6e', secret);
  const bytes = base64url(sealed);
  const shared = diffieHellman({ privateKey: key, publicKey: publicKey('6e', bytes.subarray(0, 32)) });
  const bound = `nirkertas/seal/0\n${purpose}\n${bytes.subarray(0, 32).toString('base64url')}\n${rawOf(key)}`;
  return openGcm(hkdf(shared, none, bound), bytes.subarray(32), bound);
}
