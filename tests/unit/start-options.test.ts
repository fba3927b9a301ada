import { expect, test } from 'vitest';

import { readStartOptions } from '#main/app/start-options.ts';

test('nothing asked: the usual folder, no sample office', () => {
  expect(readStartOptions([], '/home/tu')).toEqual({ dir: null, share: null, demo: false, files: [] });
});

test('folders may follow their option or stand behind an equals sign, relative to where one is', () => {
  expect(readStartOptions(['--dir', 'kantor', '--share=/mnt/a=b'], '/home/tu')).toEqual({
    dir: '/home/tu/kantor',
    share: '/mnt/a=b',
    demo: false,
    files: [],
  });
});

test('documents are taken in, switches of Chromium and other words are passed over', () => {
  const args = [
    '--no-sandbox',
    '--remote-debugging-port=0',
    'Surat Undangan.PDF',
    'catatan.docx',
    '/s/a.jpeg',
  ];
  expect(readStartOptions([...args, '--demo'], '/home/tu')).toEqual({
    dir: null,
    share: null,
    demo: true,
    files: ['/home/tu/Surat Undangan.PDF', '/s/a.jpeg'],
  });
});

test('an option without its folder asks for nothing', () => {
  expect(readStartOptions(['--dir'], '/home/tu').dir).toBeNull();
});
