import { describe, expect, it } from 'vitest';

import { keptTexts } from '#renderer/features/first-run/kept-text.ts';
import {
  adminFaults,
  agendaStartOf,
  emptyOfficeDraft,
  linesOf,
  officeFaults,
} from '#renderer/features/first-run/office-draft.ts';

describe('the first office', () => {
  it('is not made before its name, folder, admin and recovery file are there', () => {
    expect(officeFaults(emptyOfficeDraft)).toEqual({ name: 'officeNameMissing', share: 'shareMissing' });
    expect(Object.keys(adminFaults(emptyOfficeDraft)).toSorted()).toEqual([
      'adminName',
      'adminTitle',
      'deviceName',
      'kit',
    ]);
  });

  it('reads lists line by line and numbers as they are printed', () => {
    expect(linesOf(' Bidang TIK \n\nBidang IKP\nBidang TIK')).toEqual(['Bidang TIK', 'Bidang IKP']);
    expect(agendaStartOf('1.338')).toBe(1338);
    expect(agendaStartOf('0')).toBeNull();
    expect(agendaStartOf('12a')).toBeNull();
  });

  it('keeps what was typed, and nothing that is no text', () => {
    expect(keptTexts({ a: '', b: 'x' })({ a: 'y', b: 3, c: 'z' })).toEqual({ a: 'y', b: 'x' });
    expect(keptTexts({ a: '' })(null)).toBeNull();
  });
});
