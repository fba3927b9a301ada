import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { bindingLetterActs } from '#core/office/letter-acts.ts';
import { bindingNumberActs } from '#core/office/number-acts.ts';
import { bindingLogActs } from '#core/office/roster-acts.ts';
import { typeTable } from '#tests/golden/type-table.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/format.md'), 'utf8');

it('the page of the format has every type of entry with all members of its body, and no other', () => {
  const lines = (page.split('## Types of entries')[1] ?? '')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' '));
  const table = lines.filter((line) => /^\| `[a-z]+\.[a-z-]+` \|/.test(line));
  expect(table).toEqual(typeTable());
});

it('the page of the format names every act that binds', () => {
  const rule = page.split('\n').find((line) => line.startsWith('5. **Acts that bind**')) ?? '';
  const named = [...rule.matchAll(/`([a-z]+\.[a-z-]+)`/g)].map(([, type]) => type);
  const binding = [...bindingLogActs, ...bindingNumberActs, ...bindingLetterActs];
  expect(named.toSorted()).toEqual(binding.toSorted());
});
