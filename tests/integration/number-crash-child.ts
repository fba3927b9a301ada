import { writeSync } from 'node:fs';

import type { MethodInput, MethodName, MethodOutput } from '#core/contract/methods.ts';
import { openEngine } from '#main/engine/engine.ts';

import { samplePdf } from './office-pcs.ts';

/**
 * The registry's PC at work until it is killed: it registers a letter, gives most of the numbers below its ceiling up,
 * so that the next ceiling is due at once, and synchronises. At the n-th time that a named point is reached it sends
 * itself SIGKILL. What it prints was acknowledged before: a letter with its number, or `-` while it waits for one.
 */
const [dir = '', passphrase = '', forwardTo = '', point = '', nth = '1', label = ''] = process.argv.slice(2);
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

async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  const result = await engine.call(method, input);
  if (!result.ok) throw new Error(`${method}: ${result.error.code}`);
  return result.value;
}

const [user] = (await call('session.state', undefined)).users;
await call('session.unlock', { user: user?.user ?? '', passphrase });

/** Numbers left below the ceiling: fewer than the reserve with which the next one is announced. */
const LEFT = 12;

for (let turn = 0; ; turn += 1) {
  const subject = `Surat ${label} ${turn}`;
  const staged = await call('intake.stage', { files: [{ name: 'scan.pdf', bytes: samplePdf(subject) }] });
  const { letterId, agendaNumber } = await call('letters.register', {
    staged: staged.id,
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
  writeSync(1, `${letterId} ${agendaNumber ?? '-'}\n`);
  const { series, given, ceiling } = await call('numbers.book', {
    series: null,
    from: null,
    limit: 1,
    gapsOnly: false,
  });
  const [from, to] = [given + 1, ceiling - LEFT];
  if (from <= to) await call('numbers.void', { series, from, to, note: 'uji' });
  await call('sync.now', undefined);
}
