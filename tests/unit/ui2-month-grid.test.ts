import { describe, expect, it } from 'vitest';

import { weeksOf } from '#renderer/ui/month-grid.tsx';

describe('the calendar', () => {
  it('begins on Monday and holds every day of the month', () => {
    const days = weeksOf('2026-02-10').flat();
    expect(days[0]).toBe('2026-01-26');
    expect(days).toContain('2026-02-28');
    expect(weeksOf('2026-10-09').flat()).toHaveLength(35);
  });
});
