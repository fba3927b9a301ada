import { expect, test } from 'vitest';

import { fileOfAddress } from '#main/app/page-address.ts';

const root = '/app/renderer';

test.each([
  ['app://nirkertas/', '/app/renderer/index.html'],
  ['app://nirkertas/index.html', '/app/renderer/index.html'],
  ['app://nirkertas/assets/a%20b.js?x=1#y', '/app/renderer/assets/a b.js'],
  // The URL standard resolves these before we see them, to a file inside.
  ['app://nirkertas/../../etc/passwd', '/app/renderer/etc/passwd'],
  ['app://nirkertas/%2e%2e/%2e%2e/etc/passwd', '/app/renderer/etc/passwd'],
])('%s is a file of the pages', (address, file) => {
  expect(fileOfAddress(root, address)).toBe(file);
});

test.each([
  'app://nirkertas/..%2f..%2fetc%2fpasswd',
  'app://nirkertas/a/..%2f..%2f..%2fengine/process.js',
  'app://nirkertas/..%5c..%5cengine%5cprocess.js',
  'app://nirkertas/index.html%00.js',
  'app://nirkertas/%E0%A4%A',
  'app://elsewhere/index.html',
])('%s is no file of the pages', (address) => {
  expect(fileOfAddress(root, address)).toBeNull();
});
