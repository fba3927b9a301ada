import { describe, expect, it } from 'vitest';

import { keptTexts } from '#renderer/features/first-run/kept-text.ts';
import {
  adminFaults,
  agendaStartOf,
  emptyOfficeDraft,
  linesOf,
  officeFaults,
} from '#renderer/features/first-run/office-draft.ts';
import { dueTag } from '#renderer/features/home/due-tag.ts';
import { linePoints, pathOf, roundedMean, ticksFor } from '#renderer/features/home/plot-scale.ts';
import { holderFaults } from '#renderer/features/settings/holder-input.ts';
import { capacityLines } from '#renderer/features/sign/capacity-lines.ts';
import { alertKind, otherEntries, syncState } from '#renderer/features/sync/explain.ts';
import { weeksOf } from '#renderer/ui/month-grid.tsx';

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

describe('what presses', () => {
  it('counts days late, and tells hours of today apart', () => {
    expect(dueTag('2026-10-07', '2026-10-09T10:42')).toEqual({ kind: 'late', days: 2 });
    expect(dueTag('2026-10-09T10:00', '2026-10-09T10:42')).toEqual({ kind: 'passed', time: '10:00' });
    expect(dueTag('2026-10-09T16:00', '2026-10-09T10:42')).toEqual({ kind: 'today', time: '16:00' });
    expect(dueTag('2026-10-09', '2026-10-09T23:59')).toEqual({ kind: 'today', time: null });
  });
});

describe('plots', () => {
  it('have whole ticks that hold the highest value', () => {
    expect(ticksFor(2.9)).toEqual([0, 1, 2, 3]);
    expect(ticksFor(0)).toEqual([0, 1, 2, 3]);
    expect(ticksFor(11).at(-1)).toBeGreaterThanOrEqual(11);
    expect(ticksFor(4000).at(-1)).toBeGreaterThanOrEqual(4000);
  });

  it('draw higher values higher, from edge to edge', () => {
    const points = linePoints([0, 3], 3, { width: 100, height: 30 });
    expect(pathOf(points)).toBe('M0.0 30.0 L100.0 0.0');
    expect(roundedMean([18, 24, 21])).toBe(21);
    expect(roundedMean([])).toBe(0);
  });
});

describe('acting holders', () => {
  const draft = { user: 'usr', standing: 'dailyActing' as const, from: '2026-10-01', until: '2026-10-16', decision: '800/1' };
  it('stand by a decision and for a limited time', () => {
    expect(holderFaults(draft)).toEqual({});
    expect(holderFaults({ ...draft, decision: ' ', until: '' })).toEqual({
      decision: 'decisionMissing',
      until: 'untilMissing',
    });
    expect(holderFaults({ ...draft, until: '2027-02-01' })).toEqual({ until: 'untilLimit' });
    expect(holderFaults({ ...draft, standing: 'acting', until: '2027-02-01' })).toEqual({});
    expect(holderFaults({ ...draft, standing: 'definitive', until: '', decision: '' })).toEqual({});
  });

  it('sign under the words that their capacity asks for', () => {
    const position = (id: string, title: string, superior: string | null) => ({
      id,
      title,
      superior,
      unit: null,
      role: 'pejabat' as const,
      holders: [],
    });
    const all = [position('1', 'Wali Kota', null), position('2', 'Sekda', '1'), position('3', 'Asisten', '2')];
    expect(capacityLines('Kadis', 'dailyActing', '2', all)).toEqual(['Plh. Kadis']);
    expect(capacityLines('Sekda', 'onBehalfOf', '2', all)).toEqual(['a.n. Wali Kota', 'Sekda']);
    expect(capacityLines('Asisten', 'byOrderOf', '3', all)).toEqual(['a.n. Wali Kota', 'Sekda', 'u.b. Asisten']);
  });
});

describe('sync in words', () => {
  it('is calm while entries travel and plain about what keeps them', () => {
    expect(syncState({ share: 'online', waiting: 0 })).toEqual({ key: 'allThere', tone: 'success' });
    expect(syncState({ share: 'online', waiting: 3 })).toEqual({ key: 'sending', tone: 'plain' });
    expect(syncState({ share: 'offline', waiting: 3 }).tone).toBe('warning');
    expect(syncState({ share: 'foreign', waiting: 0 }).tone).toBe('danger');
  });

  it('shows alerts that it does not know under their code', () => {
    expect(alertKind('chain-broken')).toBe('Forged');
    expect(alertKind('something-new')).toBe('Other');
    expect(otherEntries({ waiting: 3, waitingLetters: [{ letter: 'x', subject: 's', since: 0 }] })).toBe(2);
  });
});

describe('the calendar', () => {
  it('begins on Monday and holds every day of the month', () => {
    const days = weeksOf('2026-02-10').flat();
    expect(days[0]).toBe('2026-01-26');
    expect(days).toContain('2026-02-28');
    expect(weeksOf('2026-10-09').flat()).toHaveLength(35);
  });
});
