import { writeSync } from 'node:fs';

import { openEngine } from '#main/engine/engine.ts';

import { samplePdf } from './office-pcs.ts';

/**
 * A PC that registers letters and synchronises until it is killed: at the n-th time that a named point is reached
 * it sends itself SIGKILL, which no handler can soften. What it prints was acknowledged before.
 */
const [dir = '', passphrase = '', forwardTo = '', point = '', nth = '1', label = '', packs = ''] =
  process.argv.slice(2);
let left = Number(nth);

const opened = await openEngine(
  { dir, share: null, demo: false, appVersion: '0.0.0' },
  {
    background: false,
    machineId: 'tu',
    at: (reached) => {
      if (reached !== point) return;
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
    },
  },
);
if (!opened.ok) throw new Error(opened.error.code);
const engine = opened.value;
const state = await engine.call('session.state', undefined);
const user = state.ok ? (state.value.users[0]?.user ?? '') : '';
const unlocked = await engine.call('session.unlock', { user, passphrase });
if (!unlocked.ok) throw new Error(unlocked.error.code);

for (let turn = 0; ; turn += 1) {
  const subject = `Surat ${label} ${turn}`;
  const staged = await engine.call('intake.stage', {
    files: [{ name: 'scan.pdf', bytes: samplePdf(subject) }],
  });
  if (!staged.ok) throw new Error(staged.error.code);
  const registered = await engine.call('letters.register', {
    staged: staged.value.id,
    from: 'Sekretariat Daerah',
    number: subject,
    date: null,
    subject,
    securityClass: 'biasa',
    urgency: 'biasa',
    enclosure: '',
    receivedAt: Date.now(),
    classification: '',
    forwardTo,
    duplicateSeen: false,
  });
  if (!registered.ok) throw new Error(registered.error.code);
  writeSync(1, `${registered.value.letterId} ${registered.value.agendaNumber}\n`);
  // Packs are written in passes in which nothing is published.
  for (let pass = 0; pass < (packs === '' ? 1 : 2); pass += 1) {
    const synced = await engine.call('sync.now', undefined);
    if (!synced.ok) throw new Error(synced.error.code);
  }
}
