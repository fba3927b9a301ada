import { randomBytes } from 'node:crypto';

import { derive } from './derive.ts';
import { exchangeKeyFromSecret } from './exchange-key.ts';
import type { ExchangeKey } from './exchange-key.ts';
import { signingKeyFromSeed } from './signing-key.ts';
import type { SigningKey } from './signing-key.ts';

/** The office's last resort. It lives in the recovery kit and nowhere else. */
export interface RootKey {
  /** The 32 bytes that the kit prints; both keys follow from them. */
  readonly secret: Uint8Array;
  readonly sign: SigningKey;
  readonly exchange: ExchangeKey;
}

/** The root key of these 32 bytes. */
export function rootKeyFrom(secret: Uint8Array): RootKey {
  const none = Buffer.alloc(0);
  return {
    secret,
    sign: signingKeyFromSeed(derive(secret, none, 'nirkertas/root-sign/0')),
    exchange: exchangeKeyFromSecret(derive(secret, none, 'nirkertas/root-exchange/0')),
  };
}

/** A new random root key. */
export function generateRootKey(): RootKey {
  return rootKeyFrom(randomBytes(32));
}
