import { describe, expect, it } from 'vitest';

import { disposeInput, enrol, refusal, register, samplePdf, testOffice, twoPcs } from './office-pcs.ts';
import { dumpOf, findingsOf, settle, userOf } from './roster-pcs.ts';

describe('closing keys', () => {
  it('holds back what a revoked person writes with the old key, however it is dated, until it is released', async () => {
    const office = testOffice();
    const { tu, head, headPosition, tuPosition } = await twoPcs(office);
    const first = await register(tu, headPosition, { subject: 'Pertama' });
    await settle(tu, head);
    await head.call('letters.dispose', disposeInput(first.letterId, null, tuPosition));
    await settle(head, tu);
    const user = await userOf(head);
    const second = await register(tu, headPosition, { subject: 'Kedua' });
    await settle(tu, head);
    // The roster writer closes the head's keys; the head's PC has not heard of it and acts under the older roster.
    expect(
      await refusal(tu.engine.call('office.revoke', { user: await userOf(tu), logs: null, reason: 'left' })),
    ).toBe('revoke-self');
    const revoked = await tu.call('office.revoke', { user, logs: null, reason: 'revoked' });
    expect(revoked).toMatchObject({ keyClosed: true, vacated: [headPosition] });
    const late = await head.call('letters.dispose', disposeInput(second.letterId, null, tuPosition));
    await settle(head, tu, head);
    const shown = await tu.call('letters.show', { letter: second.letterId });
    expect(shown.timeline.find(({ entry }) => entry === late.entry)?.ineffective).toBe('quarantined');
    const kept = await tu.call('letters.show', { letter: first.letterId });
    expect(kept.timeline.every(({ ineffective }) => ineffective === null)).toBe(true);
    expect(
      await refusal(head.engine.call('letters.dispose', disposeInput(first.letterId, null, tuPosition))),
    ).not.toBe('done');
    expect(dumpOf(tu)).toBe(dumpOf(head));
    const [held] = await tu.call('office.quarantine', undefined);
    expect(held).toMatchObject({ user, reason: 'revoked', name: 'Bambang Hariyanto' });
    expect(held?.entries.map(({ type }) => type)).toContain('letter.disposed');
    await tu.call('office.release', {
      log: held?.log ?? '',
      seq: held?.entries.find(({ type }) => type === 'letter.disposed')?.seq ?? 0,
    });
    await settle(tu, head);
    const released = await tu.call('letters.show', { letter: second.letterId });
    expect(released.timeline.find(({ entry }) => entry === late.entry)?.ineffective).toBe(null);
    expect(dumpOf(tu)).toBe(dumpOf(head));
    for (const pc of [tu, head]) expect(await findingsOf(pc)).toEqual([]);
  });

  it('shows no letter that a revoked person began after the cut, until it is released', async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    const desk = await office.open('loket');
    await enrol(office, tu, desk, { name: 'Dewi', title: 'Loket', role: 'tu' });
    await settle(tu, head, desk);
    const user = await userOf(desk);
    await tu.call('office.revoke', { user, logs: null, reason: 'left' });
    const { letterId } = await register(desk, headPosition, {
      subject: 'Dari kunci lama',
      pdf: samplePdf('x'),
    });
    await settle(desk, tu, head);
    expect(await refusal(head.engine.call('letters.show', { letter: letterId }))).toBe('letter-not-found');
    const [held] = await tu.call('office.quarantine', undefined);
    expect(held?.entries.some(({ letter }) => letter === letterId)).toBe(true);
    await tu.call('office.release', { log: held?.log ?? '', seq: (held?.keptSeq ?? 0) + (held?.total ?? 0) });
    await settle(tu, head);
    expect((await head.call('letters.show', { letter: letterId })).subject).toBe('Dari kunci lama');
    expect(new Set([tu, head].map(dumpOf)).size).toBe(1);
    expect(await findingsOf(head)).toEqual([]);
  });

  it('refuses to write with a closed key on the PC that has heard of it', async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    const { letterId } = await register(tu, headPosition);
    await settle(tu, head);
    await tu.call('office.revoke', { user: await userOf(head), logs: null, reason: 'lost' });
    await settle(tu, head);
    expect(await refusal(head.engine.call('letters.read', { letter: letterId }))).not.toBe('done');
  });
});
