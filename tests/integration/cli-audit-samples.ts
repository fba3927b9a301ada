import { dumpOffice } from '#main/engine/audit/dump.ts';
import type { Engine } from '#main/engine/engine.ts';
import type { OfficeRuntime } from '#main/engine/office/runtime.ts';
import type { WritableDb } from '#main/engine/store/database.ts';

import { disposeInput, register, samplePdf, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';

/** The office of an open engine. */
export function officeOf({ state }: Engine): OfficeRuntime {
  if (state.office === null) throw new Error('no office is open');
  return state.office;
}

/** The store of a PC for a test that damages it, as no program would. */
export function storeOf(pc: Pc): WritableDb {
  return officeOf(pc.engine).db as WritableDb;
}

/** The dump of a PC as one text. */
export function dumpOf(pc: Pc, confidential = true): string {
  return [...dumpOffice(officeOf(pc.engine), { confidential })].join('');
}

export interface BusyOffice {
  readonly office: TestOffice;
  readonly tu: Pc;
  readonly head: Pc;
  readonly letter: string;
  /** A letter of class Rahasia, whose subject is `SECRET`. */
  readonly secret: string;
  readonly memo: string;
}

export const SECRET = 'Perihal yang hanya boleh dibaca pimpinan';

/** An office of two PCs that agree, with every kind of entry that this version writes. */
export async function busyOffice(): Promise<BusyOffice> {
  const office = testOffice();
  const { tu, head, headPosition, tuPosition } = await twoPcs(office);
  const { letterId: letter } = await register(tu, headPosition);
  const { letterId: secret } = await register(tu, headPosition, {
    subject: SECRET,
    securityClass: 'rahasia',
  });
  const extra = await tu.call('intake.stage', {
    files: [{ name: 'lampiran.pdf', bytes: samplePdf('lampiran') }],
  });
  await tu.call('letters.attach', { letter, staged: extra.id });
  await tu.call('letters.correct', { letter, subject: 'Undangan rapat, diperbaiki' });
  const both = async () => {
    for (const pc of [tu, head, tu, head]) await pc.sync();
  };
  await both();
  await head.call('letters.read', { letter });
  const { disposition } = await head.call('letters.dispose', disposeInput(letter, null, tuPosition));
  const unwanted = await head.call('letters.dispose', disposeInput(letter, null, tuPosition));
  await head.call('letters.recall', { letter, disposition: unwanted.disposition });
  await both();
  await tu.call('letters.acknowledge', { letter, disposition });
  await tu.call('letters.follow-up', { letter, disposition, note: 'Sudah dihadiri', attachments: [] });
  await tu.call('letters.finish', { letter, disposition, note: 'selesai' });
  const staged = await tu.call('intake.stage', {
    files: [{ name: 'nd.pdf', bytes: samplePdf('nota dinas') }],
  });
  const step = (role: 'initials' | 'signature', position: string) => ({ role, position, placement: null });
  const { letterId: memo } = await tu.call('memos.propose', {
    staged: staged.id,
    subject: 'Permohonan narasumber',
    number: '900/1',
    date: null,
    securityClass: 'biasa',
    urgency: 'biasa',
    due: null,
    to: [headPosition],
    copies: [],
    chain: [step('initials', tuPosition), step('signature', headPosition)],
    note: '',
    lossSeen: false,
  });
  const { memo: proposed } = await tu.call('letters.show', { letter: memo });
  await tu.call('memos.approve', { letter: memo, revision: proposed?.revision ?? '', note: '' });
  await both();
  await head.call('memos.sign', { letter: memo, revision: proposed?.revision ?? '', placement: null });
  await both();
  return { office, tu, head, letter, secret, memo };
}
