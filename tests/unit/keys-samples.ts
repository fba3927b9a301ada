import { makeOfficeKey } from '#main/engine/keys/office-key.ts';
import { generateRootKey } from '#main/engine/keys/root-key.ts';
import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import { generateUserKeys } from '#main/engine/keys/user-keys.ts';
import { makeGenesis } from '#main/engine/log/genesis.ts';
import { newId } from '#main/engine/log/new-id.ts';

/** The beginning of an office, with all the keys that only its founder has. */
export function sampleGenesis() {
  const root = generateRootKey();
  const officeKey = makeOfficeKey();
  const writer = generateUserKeys();
  const genesis = makeGenesis({
    created: 1_790_000_000_000,
    root,
    officeKey,
    writer: {
      user: newId('usr'),
      userSign: writer.sign.public,
      userExchange: writer.exchange.public,
      logKey: generateSigningKey().public,
    },
  });
  return { genesis, root, officeKey, writer };
}

/** The code of a refusal, or `accepted`. */
export function verdict(
  answer: { readonly ok: true } | { readonly ok: false; readonly code: string },
): string {
  return answer.ok ? 'accepted' : answer.code;
}

/** A copy with one bit of one byte changed. */
export function flippedAt(bytes: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
