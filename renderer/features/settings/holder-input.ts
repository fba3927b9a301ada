import type { Standing } from '#core/office/entry.ts';

/** A holder as typed. Days are ISO; `until` is empty while not limited. */
export interface HolderDraft {
  readonly user: string;
  readonly standing: Standing;
  readonly from: string;
  readonly until: string;
  readonly decision: string;
}

export type HolderFault = 'required' | 'decisionMissing' | 'untilMissing' | 'untilLimit';

/** The day `months` after `day`, in ISO. */
function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/**
 * What keeps a holder from being set. Acting holders stand by a written decision and for a limited time: a Plt. for
 * one year at most, a Plh. for three months (1-product).
 */
export function holderFaults(draft: HolderDraft): Partial<Record<keyof HolderDraft, HolderFault>> {
  const isActing = draft.standing === 'acting' || draft.standing === 'dailyActing';
  const limit = draft.standing === 'acting' ? 12 : 3;
  const last = isActing && draft.from !== '' ? monthsAfter(draft.from, limit) : '';
  const until: HolderFault | null =
    isActing && draft.until === ''
      ? 'untilMissing'
      : draft.until !== '' && (draft.until < draft.from || (isActing && draft.until > last))
        ? 'untilLimit'
        : null;
  return {
    ...(draft.user === '' ? { user: 'required' } : {}),
    ...(draft.from === '' ? { from: 'required' } : {}),
    ...(until === null ? {} : { until }),
    ...(isActing && draft.decision.trim() === '' ? { decision: 'decisionMissing' } : {}),
  };
}
