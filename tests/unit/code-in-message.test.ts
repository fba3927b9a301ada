import { expect, test } from 'vitest';

import { makeInvitation } from '#main/engine/keys/invitation.ts';
import { codeInMessage } from '#renderer/features/first-run/code-in-message.ts';

const { code } = makeInvitation('0123456789abcdef0123456789abcdef');

test.each([
  [
    'the file that the administrator saves',
    `Undangan Nirkertas\r\n\r\nKantor: Dinas Komunikasi\r\n\r\nKode:\r\n${code}\r\n\r\nDi komputer Anda: buka Nirkertas.\r\n`,
  ],
  [
    'a line that a mail program broke',
    `Pak, ini kodenya: ${code.slice(0, 36)}\n  ${code.slice(36)} terima kasih`,
  ],
  ['groups with spaces', code.replaceAll('-', ' ')],
  ['the code alone', code],
])('the code is found in %s', (_where, text) => {
  expect(codeInMessage(text)).toBe(code);
});

test('what is being typed stays as it is', () => {
  expect(codeInMessage('E7FYD-FT76W-')).toBe('E7FYD-FT76W-');
  expect(codeInMessage('x'.repeat(9000))).toHaveLength(4000);
});
