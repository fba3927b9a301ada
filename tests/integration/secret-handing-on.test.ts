import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { makeLetterKey } from '#main/engine/keys/letter-key.ts';
import { actorOf } from '#main/engine/office/acting.ts';
import { append } from '#main/engine/office/append.ts';
import { entriesOfLetter } from '#main/engine/office/project.ts';
import { heldPositions } from '#main/engine/office/runtime.ts';

import { CANARIES, leaks, showsCanary } from './canaries.ts';
import { runtimeOf } from './number-desks.ts';
import { enrol, refusal, register, samplePdf, testOffice, twoPcs, value } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';
import { rekey } from './rekeying.ts';
import { settle, userOf } from './roster-pcs.ts';

const secret = {
  securityClass: 'rahasia' as const,
  from: CANARIES.sender,
  subject: CANARIES.subject,
  number: 'R-17/2026',
  enclosure: CANARIES.enclosure,
  pdf: samplePdf(CANARIES.pdf),
};

/** People whom a letter's key was sealed to, in the order of its acts. */
function wrappedTo(pc: Pc, letter: string): readonly string[] {
  const runtime = runtimeOf(pc);
  return entriesOfLetter(runtime.db, letter).flatMap(({ body }) => {
    const { keys } = body as { keys?: { wraps: readonly { to: string }[] } };
    return keys === undefined ? [] : keys.wraps.map(({ to }) => to);
  });
}

const holderInput = (position: string, user: string) => ({
  position,
  user,
  standing: 'definitive' as const,
  from: '2026-01-01',
  until: null,
  decision: '',
});

it('opens new letters to the new holder and no longer to the one before, or to who was revoked', async () => {
  const office = testOffice();
  const { tu, head, headPosition } = await twoPcs(office);
  const next = await office.open('next');
  await enrol(office, tu, next, { name: 'Ratna', title: 'Sekretaris', role: 'pejabat' });
  const [former, successor] = [await userOf(head), await userOf(next)];
  const old = await register(tu, headPosition, { ...secret, number: 'R-1/2026' });
  await settle(tu, head, next);
  expect(wrappedTo(tu, old.letterId)).toContain(former);
  await tu.call('office.set-holder', {
    ...holderInput(headPosition, former),
    until: '2026-01-02',
  });
  await tu.call('office.set-holder', holderInput(headPosition, successor));
  await settle(tu, head, next);
  const fresh = await register(tu, headPosition, { ...secret, number: 'R-2/2026' });
  await settle(tu, head, next);
  expect(wrappedTo(tu, fresh.letterId)).toContain(successor);
  expect(wrappedTo(tu, fresh.letterId)).not.toContain(former);
  expect(await next.call('letters.show', { letter: fresh.letterId })).toMatchObject({ sealed: false });
  expect(await refusal(head.engine.call('letters.show', { letter: fresh.letterId }))).toBe(
    'letter-not-found',
  );
  // What the letter before says waits for its key, and says from whom it comes.
  const waiting = await next.call('letters.show', { letter: old.letterId });
  expect(waiting.circle).toMatchObject({ reason: 'keyMissing' });
  const keepers = (await tu.call('letters.show', { letter: old.letterId })).circle;
  expect(keepers?.members.find(({ position }) => position === headPosition)?.holders).toMatchObject([
    { user: successor, hasKey: false },
  ]);
  expect(keepers?.others.map(({ user }) => user)).toEqual([former]);
  await tu.call('letters.share-key', { letter: old.letterId, position: headPosition });
  await settle(tu, next);
  expect(await next.call('letters.show', { letter: old.letterId })).toMatchObject({
    sealed: false,
    subject: CANARIES.subject,
  });

  await tu.call('office.revoke', { user: successor, logs: null, reason: 'left' });
  await settle(tu, next);
  const last = await register(tu, headPosition, { ...secret, number: 'R-3/2026' });
  expect(wrappedTo(tu, last.letterId)).not.toContain(successor);
  await settle(tu, next);
  expect((await next.engine.call('letters.show', { letter: last.letterId })).ok).toBe(false);
}, 120_000);

it('takes no other key than the one that the letter began with, and says when a key is of no use', async () => {
  const office = testOffice();
  const { tu, head, headPosition } = await twoPcs(office);
  const next = await office.open('next');
  await enrol(office, tu, next, { name: 'Ratna', title: 'Sekretaris', role: 'pejabat' });
  const { letterId } = await register(tu, headPosition, secret);
  await settle(tu, head, next);
  const successor = await userOf(next);
  await tu.call('office.set-holder', holderInput(headPosition, successor));
  await settle(tu, head, next);
  // A hostile colleague of the circle hands on a key of their own making.
  const runtime = runtimeOf(tu);
  const [held] = heldPositions(runtime);
  const { session } = runtime;
  if (session === null || held === undefined) throw new Error('nobody signed in');
  await value(
    append(runtime, session, [
      {
        type: 'letter.key-shared',
        subject: letterId,
        body: { position: headPosition },
        actor: actorOf(session.user, held),
        letterKey: makeLetterKey(),
      },
    ]),
  );
  await settle(tu, next);
  const fooled = await next.call('letters.show', { letter: letterId });
  expect(fooled).toMatchObject({ sealed: true, circle: { reason: 'keyMissing' } });
  await tu.call('letters.share-key', { letter: letterId, position: headPosition });
  await settle(tu, next);
  expect(await next.call('letters.show', { letter: letterId })).toMatchObject({ sealed: false });

  // A forgotten passphrase: the key of before is of no use to the new one until it is handed on again.
  await rekey(office, tu, next, successor);
  await settle(tu, next);
  const lost = await next.call('letters.show', { letter: letterId });
  expect(lost).toMatchObject({ sealed: true, circle: { reason: 'keyUseless' } });
  expect(showsCanary(Buffer.from(JSON.stringify(lost)))).toBe(false);
  await tu.call('letters.share-key', { letter: letterId, position: headPosition });
  await settle(tu, next);
  expect(await next.call('letters.show', { letter: letterId })).toMatchObject({ sealed: false });
}, 120_000);

it('hands the key on with the recovery kit when nobody of the circle is left, and shows the content to nobody else', async () => {
  const office = testOffice();
  const { tu, head, headPosition, tuPosition } = await twoPcs(office);
  const next = await office.open('next');
  await enrol(office, tu, next, { name: 'Ratna', title: 'Sekretaris', role: 'pejabat' });
  await settle(tu, head, next);
  // The head begins a secret letter that goes to nobody of TU.
  const staged = await head.call('intake.stage', {
    files: [{ name: `${CANARIES.file}.pdf`, bytes: samplePdf(CANARIES.pdf) }],
    purpose: 'memo',
  });
  const { letterId } = await head.call('memos.propose', {
    staged: staged.id,
    subject: CANARIES.subject,
    number: '',
    date: '2026-10-08',
    securityClass: 'rahasia',
    urgency: 'biasa',
    due: null,
    to: [tuPosition],
    copies: [],
    chain: [{ role: 'signature', position: headPosition, placement: null }],
    note: '',
    lossSeen: false,
  });
  await settle(head, tu, next);
  expect(wrappedTo(tu, letterId).filter((to) => to !== 'root')).toEqual([await userOf(head)]);
  await head.engine.close();
  await tu.call('office.set-holder', holderInput(headPosition, await userOf(next)));
  await settle(tu, next);
  const share = { letter: letterId, position: headPosition };
  expect(await refusal(tu.engine.call('letters.share-key', share))).toBe('letter-key-missing');
  const kit = readFileSync(office.kit, 'utf8');
  const other = testOffice();
  const stranger = await twoPcs(other);
  await stranger.tu.engine.close();
  const wrong = readFileSync(other.kit, 'utf8');
  expect(await refusal(tu.engine.call('letters.share-key-by-kit', { ...share, kit: wrong }))).toBe(
    'kit-other-office',
  );
  expect(await refusal(tu.engine.call('letters.share-key-by-kit', { ...share, kit: 'abc' }))).toBe(
    'kit-unreadable',
  );
  const { entry } = await tu.call('letters.share-key-by-kit', { ...share, kit });
  expect(await tu.call('letters.show', { letter: letterId })).toMatchObject({ sealed: true });
  await settle(tu, next);
  const opened = await next.call('letters.show', { letter: letterId });
  expect(opened).toMatchObject({ sealed: false, subject: CANARIES.subject });
  expect(opened.timeline.find((item) => item.entry === entry)).toMatchObject({
    type: 'letter.key-shared',
    by: { name: 'Endang Susilowati' },
    ineffective: null,
  });
  const bytes = await next.call('letters.document', { letter: letterId, sha256: opened.document.sha256 });
  expect(Buffer.from(bytes).includes(Buffer.from(CANARIES.pdf))).toBe(true);
  for (const pc of [tu, next]) expect(leaks(pc.dir)).toEqual([]);
}, 120_000);
