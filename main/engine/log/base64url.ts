/** Bytes as base64url without padding (RFC 4648 section 5). */
export function toBase64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}

/**
 * Bytes of a base64url text, or null when the text is not the one spelling of those bytes: other alphabets,
 * padding and loose trailing bits are refused, so that nobody can alter a text without altering its meaning.
 * With `length`, also null when there are more or fewer bytes.
 */
export function fromBase64url(text: string, length?: number): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  if (length !== undefined && bytes.length !== length) return null;
  return bytes.toString('base64url') === text ? bytes : null;
}
