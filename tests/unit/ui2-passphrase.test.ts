import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { passphraseFault } from '#main/engine/keys/passphrase.ts';
import {
  PASSPHRASE_MIN,
  isPassphraseAccepted,
  judgePassphrase,
} from '#renderer/features/first-run/passphrase-strength.ts';

const strengthOf = (text: string, known: readonly string[] = []) => judgePassphrase(text, known).strength;

describe('the passphrase as the form judges it', () => {
  it('says how many characters are missing', () => {
    expect(judgePassphrase('kopi susu', [])).toEqual({ strength: 'short', missing: 1 });
    expect(judgePassphrase('', [])).toEqual({ strength: 'empty', missing: PASSPHRASE_MIN });
  });

  it('takes sentences and refuses what a colleague tries first', () => {
    expect(strengthOf('gajah makan semangka biru')).toBe('strong');
    expect(strengthOf('1234567890123')).toBe('guessable');
    expect(strengthOf('aaaaaaaaaaaaaa')).toBe('guessable');
    expect(strengthOf('password rahasia')).toBe('guessable');
    expect(strengthOf('Bambang Hariyanto', ['Bambang Hariyanto, S.Sos.'])).toBe('guessable');
  });

  it('accepts nothing that the engine refuses', () => {
    const accepted = fc
      .string({ unit: 'grapheme', minLength: 8, maxLength: 24 })
      .filter((text) => isPassphraseAccepted(judgePassphrase(text, [])));
    const outcome = fc.check(fc.property(accepted, (text) => passphraseFault(text) === null));
    expect(outcome.counterexample).toBeNull();
  });
});
