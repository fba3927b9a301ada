import { describe, expect, it } from 'vitest';

import { keyName, printedKey } from '#renderer/lib/commands/key-names.ts';
import { CommandRegistry } from '#renderer/lib/commands/registry.ts';
import { fitting, snippetPieces } from '#renderer/features/palette/palette-match.ts';
import { isStale } from '#renderer/lib/office/query-keys.ts';

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('keys', () => {
  it('have one name, however they are pressed', () => {
    expect([
      keyName({ ...bare, key: 'd' }),
      keyName({ ...bare, key: '?', shiftKey: true }),
      keyName({ ...bare, key: 'K', shiftKey: true }),
      keyName({ ...bare, key: 'k', ctrlKey: true }),
      keyName({ ...bare, key: 'Enter', ctrlKey: true }),
      keyName({ ...bare, key: 'Tab', shiftKey: true }),
      keyName({ ...bare, key: '2', altKey: true }),
    ]).toEqual(['d', '?', 'K', 'Ctrl+K', 'Ctrl+Enter', 'Shift+Tab', 'Alt+2']);
    expect(printedKey('ArrowDown')).toBe('↓');
  });

  it('do what the screen on top says, while it is there', () => {
    const registry = new CommandRegistry();
    const [list, letter] = [Symbol('list'), Symbol('letter')];
    const command = (id: string, isEnabled = true) => ({
      id,
      label: id,
      group: 'queue' as const,
      keys: ['k'],
      isEnabled,
      run: () => undefined,
    });
    registry.register(list, [command('up')]);
    registry.register(letter, [command('return')]);
    const onTop = registry.byKeys('k')?.id;
    registry.register(letter, [command('return', false)]);
    const disabled = registry.byKeys('k')?.id;
    registry.register(letter, []);
    expect([onTop, disabled, registry.byKeys('k')?.id, registry.byKeys('j')]).toEqual([
      'return',
      'up',
      'up',
      null,
    ]);
  });
});

describe('the palette', () => {
  it('puts what begins with the typed words first', () => {
    const names = ['Cetak surat', 'Surat masuk', 'Daftarkan surat masuk', 'Pengaturan'];
    expect(fitting(names, 'surat', (name) => name)).toEqual([
      'Surat masuk',
      'Cetak surat',
      'Daftarkan surat masuk',
    ]);
  });

  it('shows the matching words of a letter in weight', () => {
    expect(snippetPieces('rapat \u0002SPBE\u0003 kota')).toEqual([
      { text: 'rapat ', isMatch: false },
      { text: 'SPBE', isMatch: true },
      { text: ' kota', isMatch: false },
    ]);
  });
});

describe('a change notice makes stale', () => {
  const notice = { keys: ['letters' as const], letters: ['let_a'], arrived: [] };

  it('lists, and of the letters those that were touched', () => {
    expect([
      isStale(['letters.queue', { box: 'todo' }], notice),
      isStale(['letters.show', { letter: 'let_a' }], notice),
      isStale(['letters.show', { letter: 'let_b' }], notice),
      isStale(['letters.show', { letter: 'let_b' }], { ...notice, letters: [] }),
      isStale(['letters.document', { letter: 'let_a', sha256: '' }], notice),
      isStale(['sync.status', undefined], notice),
    ]).toEqual([true, true, false, true, false, false]);
  });
});
