import { exchangeKeyFromSecret } from '#main/engine/keys/exchange-key.ts';
import { keyRing, officeKeyFrom } from '#main/engine/keys/office-key.ts';
import { rootKeyFrom } from '#main/engine/keys/root-key.ts';
import { signingKeyFromSeed } from '#main/engine/keys/signing-key.ts';
import { sha256 } from '#main/engine/log/digest.ts';
import { makeGenesis } from '#main/engine/log/genesis.ts';
import { officePaths } from '#main/engine/share/layout.ts';

/** 32 bytes that follow from a word: keys for vectors, which protect nothing. */
export const bytesOf = (word: string) => sha256('nirkertas golden vectors\n', word);
export const signingKey = (word: string) => signingKeyFromSeed(bytesOf(word));

export const TIME = Date.UTC(2026, 10, 24, 2);
export const root = rootKeyFrom(bytesOf('root'));
export const [user, position, dispositionUser] = [
  'usr_g01den0samp1e000',
  'pos_g01den0samp1e000',
  'usr_g01den0samp1e001',
];
export const userKey = signingKey('user');
export const userExchange = exchangeKeyFromSecret(bytesOf('user exchange'));
export const founderLog = signingKey('log');
export const oldKey = officeKeyFrom(bytesOf('old office key'));
export const officeKey = officeKeyFrom(bytesOf('office key'));

export const genesis = makeGenesis({
  created: TIME,
  root,
  officeKey: oldKey,
  writer: { user, userSign: userKey.public, userExchange: userExchange.public, logKey: founderLog.public },
});
export const { officeId } = genesis;
export const office = { officeId, keys: keyRing(officeKey, oldKey) };
export const earlier = { officeId, keys: keyRing(oldKey) };
export const paths = officePaths(officeId);
export const files: Record<string, string> = {};
export const put = (path: string, bytes: Uint8Array) => {
  files[path] = Buffer.from(bytes).toString('base64');
};
