import type { Attack } from './verify-attack.ts';
import { ambiguities, forgedSignatures, laterContent, wrapped } from './verify-attacks-bytes.ts';
import { annotations, certification, sneaky } from './verify-attacks-certified.ts';
import { prepared, shadows } from './verify-attacks-shadow.ts';
import type { Authority, Identity } from './verify-identity.ts';
import { by, letter, newDocument, signField } from './verify-writer.ts';

/** All forged files, signed by `identity` where they need a signature. */
export const makeAttacks = (authority: Authority, identity: Identity): readonly Attack[] => {
  const make = by(authority, identity);
  const signed = signField(letter(), 'ttd1', make);
  return [
    ...forgedSignatures(signed),
    ...laterContent(signed),
    ...wrapped(signed),
    ...shadows(make),
    ...annotations(make),
    ...sneaky(make),
    ...prepared(make),
    ...certification(make),
    ...ambiguities(make),
    {
      family: 'USF',
      name: 'a name and a date, no signature',
      bytes: newDocument({
        1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]/SigFlags 3>>>>',
        2: '<</Type/Pages/Kids[]/Count 0>>',
        6: '<</FT/Sig/T(ttd)/V<</Type/Sig/Filter/Adobe.PPKLite/Name(Kepala Dinas)/M(D:20260101)>>>>',
      }),
      finding: 'byterange-malformed',
    },
  ];
};
