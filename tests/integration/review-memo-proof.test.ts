import { createHash } from 'node:crypto';

import { expect, it } from 'vitest';

import { chainOf } from '#core/office/letter-reducers-memo.ts';
import { canonicalDigest } from '#main/engine/log/canonical-json.ts';
import { append } from '#main/engine/office/append.ts';
import { trustedRoots } from '#main/engine/office/certificates.ts';
import { credentialOf } from '#main/engine/office/own-credential.ts';
import { keepDocument, readDocument } from '#main/engine/store/document-files.ts';
import { readLetter } from '#main/engine/store/letters.ts';

import { refusal, samplePdf, testOffice, twoPcs, value } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

function signedIn(pc: Pc) {
  const { office, pdf } = pc.engine.state;
  if (office === null || office.session === null) throw new Error('nobody signed in');
  return { office, pdf, session: office.session };
}

async function proposed(tu: Pc, tuPosition: string, headPosition: string): Promise<string> {
  const staged = await tu.call('intake.stage', {
    files: [{ name: 'nota.pdf', bytes: samplePdf('Nota dinas yang disetujui') }],
  });
  const { letterId } = await tu.call('memos.propose', {
    staged: staged.id,
    subject: 'Usulan anggaran',
    number: '',
    date: null,
    securityClass: 'biasa',
    urgency: 'biasa',
    due: null,
    to: [headPosition],
    copies: [],
    chain: [tuPosition, headPosition].map((position) => ({ role: 'signature', position, placement: null })),
    note: '',
    lossSeen: false,
  });
  return letterId;
}

/** What a changed program on the first signatory's PC could do: sign another document, or with another certificate. */
async function signOtherwise(
  pc: Pc,
  letterId: string,
  choose: { other?: Uint8Array; certificate?: string },
): Promise<string> {
  const { office, pdf, session } = signedIn(pc);
  const letter = readLetter(office.db, letterId);
  const memo = letter?.memo;
  const step = memo?.chain[0];
  if (letter === undefined || memo == null || step?.placement == null || step.field === null) {
    throw new Error('no step');
  }
  const credential = await value(credentialOf(office, session));
  const proposal = (await readDocument(office.folder, memo.revision)) ?? expect.fail('no document');
  const fields = memo.chain.flatMap((s) =>
    s.field === null || s.placement === null ? [] : [{ name: s.field, placement: s.placement }],
  );
  const result = await value(
    pdf.sign({
      pdf: choose.other === undefined ? proposal : await value(pdf.normalise(choose.other, false)),
      field: step.field,
      user: session.user,
      credential,
      prepare: fields,
      time: new Date(),
      stamp: { qr: 'NIRKERTAS', capacity: { kind: 'holder', title: 'Arsiparis' }, name: 'Endang' },
    }),
  );
  const sha256 = await keepDocument(office.folder, result);
  const own = createHash('sha256').update(credential.certificate).digest('hex');
  await value(
    append(office, session, [
      {
        type: 'memo.signed',
        subject: letterId,
        actor: { user: session.user, position: step.position, standing: 'definitive' },
        body: {
          step: 0,
          revision: memo.revision,
          chain: canonicalDigest(chainOf(memo)),
          result: { ...letter.document, sha256, size: result.length },
          field: step.field,
          certificate: choose.certificate ?? own,
        },
      },
    ]),
  );
  return sha256;
}

it('tells that a validly signed document is not the one that was approved, and lets nobody sign under it', async () => {
  const office = testOffice();
  const { tu, head, headPosition, tuPosition } = await twoPcs(office);
  const letterId = await proposed(tu, tuPosition, headPosition);
  const sha256 = await signOtherwise(tu, letterId, { other: samplePdf('Surat lain sama sekali') });
  await tu.sync();
  await head.sync();

  const alone = await value(
    head.engine.state.pdf.verify(
      await head.call('letters.document', { letter: letterId, sha256 }),
      trustedRoots(signedIn(head).office),
    ),
  );
  expect(alone.verdict).toBe('valid');
  const panel = await head.call('letters.signatures', { letter: letterId, sha256 });
  expect(panel.verdict).toBe('invalid');
  expect(panel.findings.map((f) => f.code)).toContain('log-other-document');
  expect(
    await refusal(head.engine.call('memos.sign', { letter: letterId, revision: sha256, placement: null })),
  ).toBe('act-other-revision');
});

it('tells that a signature is not by the certificate that the act names', async () => {
  const office = testOffice();
  const { tu, head, headPosition, tuPosition } = await twoPcs(office);
  const letterId = await proposed(tu, tuPosition, headPosition);
  const sha256 = await signOtherwise(tu, letterId, { certificate: 'a'.repeat(64) });
  await tu.sync();
  await head.sync();
  const panel = await head.call('letters.signatures', { letter: letterId, sha256 });
  expect(panel).toMatchObject({ verdict: 'invalid', findings: [{ code: 'log-other-signer' }] });
});

it('has nothing to say against a chain that was signed as it was approved', async () => {
  const office = testOffice();
  const { tu, head, headPosition, tuPosition } = await twoPcs(office);
  const letterId = await proposed(tu, tuPosition, headPosition);
  for (const pc of [tu, head]) {
    const { memo } = await pc.call('letters.show', { letter: letterId });
    await pc.call('memos.sign', { letter: letterId, revision: memo?.revision ?? '', placement: null });
    await pc.sync();
    await head.sync();
  }
  await tu.sync();
  for (const pc of [tu, head]) {
    const { document } = await pc.call('letters.show', { letter: letterId });
    const panel = await pc.call('letters.signatures', { letter: letterId, sha256: document.sha256 });
    expect(panel.verdict).toBe('valid');
    expect(panel.findings.map((f) => f.code).filter((code) => code.startsWith('log-'))).toEqual([]);
  }
});
