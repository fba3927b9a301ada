import { describe, expect, it } from 'vitest';

import type { SignatureView, VerificationView } from '#core/contract/verification.ts';
import { judge, stateOf, stripOf } from '#renderer/features/verify/judgement.ts';
import { reportText } from '#renderer/features/verify/report-text.ts';
import { factsOf, shownFindings } from '#renderer/features/verify/signature-facts.ts';

const intact: SignatureView = {
  field: 'S',
  certificate: null,
  kind: 'signature',
  signer: 'Dr. Agus Setiabudi',
  title: 'Sekretaris Daerah',
  issuer: 'CA',
  claimedTime: 0,
  integrity: 'intact',
  level: 'B-B',
  trust: 'trusted',
  category: 'office',
  coversWholeFile: true,
  findings: [],
};
const view = (verdict: VerificationView['verdict'], ...signatures: SignatureView[]): VerificationView => ({
  verdict,
  signatures,
  findings: [],
});

describe('the verdict as it is shown', () => {
  it('never frightens over an intact letter whose root is not installed', () => {
    const letter = view('indeterminate', { ...intact, trust: 'unknown-root', category: 'unknown' });
    expect(judge(letter)).toMatchObject({ headline: 'intactUnknown', tone: 'plain' });
    expect(stateOf(letter.signatures[0] ?? intact)).toBe('intact');
  });

  it('keeps red for what is broken', () => {
    const tones = (['valid', 'indeterminate', 'unsigned', 'unreadable'] as const).map(
      (v) => judge(view(v)).tone,
    );
    expect(tones).not.toContain('danger');
    expect(judge(view('invalid', { ...intact, integrity: 'bad-signature' })).tone).toBe('danger');
  });

  it('says after which signature the content changed, and shows it between the cards', () => {
    const changed: SignatureView = { ...intact, integrity: 'modified' };
    const letter = view('invalid', changed, intact, intact);
    expect(judge(letter)).toEqual({ headline: 'changedAfter', tone: 'danger', bad: 1, order: 1 });
    expect(stripOf(letter.signatures).map((piece) => piece.kind)).toEqual([
      'signature',
      'changed',
      'signature',
      'signature',
    ]);
    expect(stripOf([changed])[1]).toEqual({ kind: 'changed', from: 1, to: null });
  });

  it('says tersertifikasi of nothing but a certified root', () => {
    expect(factsOf(intact).map((fact) => fact.key)).toEqual(['factWhole', 'factOffice']);
    const certified = { ...intact, category: 'certified' as const, coversWholeFile: false };
    expect(factsOf(certified).map((fact) => fact.key)).toEqual(['factLaterOnly', 'factCertified']);
    expect(factsOf({ ...intact, integrity: 'modified' }).map((fact) => fact.key)).toEqual(['factOffice']);
  });
});

describe('facts beside findings', () => {
  it('say nothing twice', () => {
    const unknown: SignatureView = {
      ...intact,
      trust: 'unknown-root',
      findings: [
        { code: 'root-not-installed', severity: 'info', params: {} },
        { code: 'time-claimed', severity: 'info', params: {} },
      ],
    };
    expect(factsOf(unknown).map((fact) => fact.key)).toEqual(['factWhole']);
    expect(shownFindings(unknown).map((finding) => finding.code)).toEqual(['root-not-installed']);
    expect(shownFindings({ ...unknown, claimedTime: null })).toHaveLength(2);
  });
});

describe('the report', () => {
  it('is plain text that Notepad shows line by line', () => {
    const text = reportText({
      head: ['Kepala'],
      verdict: 'Utuh',
      text: 'Kalimat.',
      signatures: [{ heading: 'Agus: Sah', lines: ['Baik.'] }],
      fileTitle: 'Berkas',
      file: [],
    });
    expect(text.split('\r\n')).toContain('1. Agus: Sah');
    expect(text).toContain('UTUH');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });
});
