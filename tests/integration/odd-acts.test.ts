import { expect, it } from 'vitest';

import { rebuildProjections } from '#main/engine/audit/rebuild.ts';
import { randomFrom } from '#main/engine/audit/seed/random.ts';
import { encodeEntry } from '#main/engine/log/entry-codec.ts';

import { bookLife, letterAct, letterActTypes, logActs, rosterActs } from '../fuzz/fold-samples.ts';
import { mutatedJson } from '../fuzz/json-mutation.ts';
import type { Forgery } from '../simulation/forged-log.ts';
import { officeOf } from './cli-audit-samples.ts';
import { memberOn, putLog } from './hostile-member.ts';
import { disposeInput, register, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';
import { dumpOf, findingsOf, settle } from './roster-pcs.ts';

const LOGS = 6;
const ACTS = 60;
const TIMES = [0, 1, 1_790_000_000_000, 253_402_300_799_000, 8.64e15];

const samples: readonly (readonly [type: string, body: Record<string, unknown>])[] = [
  ...letterActTypes.map((type) => [type, letterAct(type, 1).body] as const),
  ...bookLife.map(({ type, body }) => [type, body] as const),
  ...Object.entries(rosterActs),
  ...Object.entries(logActs),
];

/** What people look at: every list, the start page, the book, the search, a letter and the office. */
async function lookAtEverything(pc: Pc, letters: readonly string[]): Promise<void> {
  for (const box of ['todo', 'all', 'incoming'] as const) {
    await pc.call('letters.queue', { box, offset: 0, limit: 100 });
  }
  for (const letter of letters) await pc.call('letters.show', { letter });
  await pc.call('home.summary', undefined);
  await pc.call('office.status', undefined);
  await pc.call('sync.status', undefined);
  await pc.call('numbers.series', undefined);
}

it('acts of odd content by a member with genuine keys stop no PC, and all PCs make the same of them', async () => {
  const office = testOffice();
  const { tu, head, headPosition, tuPosition } = await twoPcs(office);
  const { letterId } = await register(tu, headPosition);
  await settle(tu, head);
  await head.call('letters.dispose', disposeInput(letterId, null, tuPosition));
  await settle(head, tu);
  const me = memberOn(head);
  const random = randomFrom('odd acts');
  const subjects = [letterId, letterId, 'agenda/-/-/2026', 'let_0123456789abcdef', null, 'x'.repeat(64), ''];
  const taken = new Map<string, number>();
  for (let log = 0; log < LOGS; log += 1) {
    const acts: Forgery[] = [];
    while (acts.length < ACTS) {
      const [type, sample] = random.pick(samples);
      let bytes: Uint8Array = Buffer.from(JSON.stringify(sample));
      for (let change = random.below(4); change > 0; change -= 1) bytes = mutatedJson(random, bytes) ?? bytes;
      const body: unknown = JSON.parse(Buffer.from(bytes).toString());
      const act: Forgery = {
        type,
        subject: random.pick(subjects),
        body: body as Forgery['body'],
        actor: me.actor(random.pick([headPosition, headPosition, null])),
        signer: random.chance(0.7) ? me.keys.sign : null,
      };
      if (!isEntry(act)) continue;
      acts.push(act);
      taken.set(type, (taken.get(type) ?? 0) + 1);
    }
    putLog(office, head, me, { acts, time: random.pick(TIMES) });
    for (const pc of [tu, head]) await pc.sync();
    for (const pc of [tu, head]) await lookAtEverything(pc, [letterId]);
  }
  expect(taken.size).toBe(samples.length);
  await settle(tu, head);
  const dump = dumpOf(tu);
  expect(dumpOf(head)).toBe(dump);
  for (const pc of [tu, head]) {
    // The audit names what the member did; nothing is wrong with the store.
    const found = new Set((await findingsOf(pc)).map((finding) => String(JSON.parse(finding).code)));
    expect([...found].filter((code) => code !== 'act-not-signed' && code !== 'log-refused')).toEqual([]);
    rebuildProjections(officeOf(pc.engine));
    expect(dumpOf(pc)).toBe(dump);
  }
  // And work goes on.
  const next = await register(tu, headPosition, { subject: 'Sesudahnya' });
  await settle(tu, head);
  expect((await head.call('letters.show', { letter: next.letterId })).subject).toBe('Sesudahnya');
});

/** Whether a log would take the act at all: what its format refuses reaches nobody's fold. */
function isEntry({ type, subject, body, actor }: Forgery): boolean {
  try {
    return encodeEntry({
      v: 0,
      log: 'a'.repeat(64),
      seq: 1,
      prev: 'b'.repeat(64),
      deps: [],
      roster: { index: 0, hash: 'c'.repeat(64) },
      time: 1,
      basis: [],
      type,
      subject,
      body,
      actor,
    }).ok;
  } catch {
    return false;
  }
}
