import type { FindingCode } from '#core/contract/findings.ts';
import { type Attack, FORGED } from './verify-attack.ts';
import { appendRevision, certifies, contentOf, letter, signField, signNewField } from './verify-writer.ts';

/** Annotations that cover or add content: evil annotation attack, on certified documents and others. */
export const annotations = (make: (content: Buffer) => Buffer): Attack[] => {
  const page =
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 10 0 R>>/XObject<</Im 11 0 R>>>>/Contents 4 0 R/Annots[6 0 R 7 0 R 8 0 R 30 0 R]>>';
  const note = '<</Type/Annot/Subtype/FreeText/Rect[72 690 300 720]/Contents(84.500.000)/DA(/F1 12 Tf)>>';
  return ([1, 2, 3] as const).flatMap((level): Attack[] => {
    const signed = signField(letter(), 'ttd1', make, { dictionary: certifies(level) });
    const add = appendRevision(signed, { 3: page, 30: note });
    return [
      { family: 'EAA', name: `note over the amount, P ${level}`, bytes: add, finding: 'annotation-changed' },
    ];
  });
};

/** Signature fields with foreign content: sneaky signature attack. */
export const sneaky = (make: (content: Buffer) => Buffer): Attack[] => {
  const attack = (name: string, bytes: Buffer, finding: FindingCode): Attack => ({
    family: 'SSA',
    name,
    bytes,
    finding,
  });
  const certified = (level: 2 | 3): Buffer =>
    signField(letter(), 'ttd1', make, { dictionary: certifies(level) });
  const plain = signField(letter(), 'ttd1', make);
  return [
    attack(
      'new field, P 2',
      signNewField(certified(2), make, { look: 'BT (84.500.000) Tj ET' }),
      'docmdp-violated',
    ),
    attack(
      'new field, P 3',
      signNewField(certified(3), make, { look: 'BT (84.500.000) Tj ET' }),
      'docmdp-violated',
    ),
    attack(
      'new field covers the page',
      signNewField(plain, make, { rect: '0 0 595 842' }),
      'widget-covers-page',
    ),
    attack(
      'new field over a signature',
      signNewField(plain, make, { rect: '80 110 240 150' }),
      'widget-over-signature',
    ),
    attack(
      'new field with an action',
      signNewField(plain, make, { widget: '/A<</S/URI/URI(http://contoh.id)>>' }),
      'widget-action',
    ),
    attack(
      'new field hides an annotation',
      signNewField(plain, make, { annots: '6 0 R 7 0 R' }),
      'annotation-changed',
    ),
  ];
};

/** Changes that the certifying or locking signature itself forbids. */
export const certification = (make: (content: Buffer) => Buffer): Attack[] => {
  const attack = (name: string, bytes: Buffer, finding: FindingCode): Attack => ({
    family: 'DocMDP',
    name,
    bytes,
    finding,
  });
  const signed = (level: 1 | 2 | 3): Buffer =>
    signField(letter(), 'ttd1', make, { dictionary: certifies(level) });
  const locked = signField(letter(), 'ttd1', make, {
    fieldExtra: '/Lock<</Type/SigFieldLock/Action/Include/Fields[(ttd2)]>>',
  });
  const lockedBefore = letter({
    6: '<</Type/Annot/Subtype/Widget/FT/Sig/T(ttd1)/F 132/P 3 0 R/Rect[72 100 252 160]/Lock<</Type/SigFieldLock/Action/All>>>>',
  });
  const all = signField(lockedBefore, 'ttd1', make, { fieldExtra: '/Lock<</Type/SigFieldLock/Action/All>>' });
  return [
    attack('P 1: a field is signed', signField(signed(1), 'ttd2', make), 'docmdp-violated'),
    attack('P 1: a field is added', signNewField(signed(1), make), 'docmdp-violated'),
    attack('P 2: page changed', appendRevision(signed(2), { 4: contentOf(FORGED) }), 'docmdp-violated'),
    attack('P 3: page changed', appendRevision(signed(3), { 4: contentOf(FORGED) }), 'docmdp-violated'),
    attack('locked field is signed', signField(locked, 'ttd2', make), 'fieldmdp-violated'),
    attack('all fields locked, one is signed', signField(all, 'ttd2', make), 'fieldmdp-violated'),
  ];
};
