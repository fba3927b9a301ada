import * as asn1js from 'asn1js';
import { AttributeTypeAndValue, RelativeDistinguishedNames } from 'pkijs';

/** Whom a certificate names. Texts are plain Unicode; the certificate holds at most 64 characters of each. */
export interface CertificateSubject {
  /** The person's name with titles, or the office authority's own name. */
  readonly commonName: string;
  /** The office. */
  readonly organization: string;
  readonly organizationalUnit?: string;
  /** Jabatan at the time of issue. */
  readonly title?: string;
  /** NIP; honorary staff have none. */
  readonly employeeNumber?: string;
}

const OID = {
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  organization: '2.5.4.10',
  organizationalUnit: '2.5.4.11',
  title: '2.5.4.12',
} as const;

/** Upper bound of these attributes (RFC 5280 appendix A.1: ub-common-name, ub-title and the others are 64). */
const UPPER_BOUND = 64;

function withinBound(text: string): string {
  const characters = [...text.normalize('NFC').replace(/\s+/gu, ' ').trim()];
  if (characters.length <= UPPER_BOUND) return characters.join('');
  return `${characters
    .slice(0, UPPER_BOUND - 1)
    .join('')
    .trimEnd()}…`;
}

function attribute(type: string, text: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value: withinBound(text) }) });
}

/**
 * The distinguished name of a subject in Indonesia. A text beyond the standard's 64 characters is cut with an
 * ellipsis: the full name and jabatan stand in the office's roster and on the stamp, which is what people read.
 */
export function distinguishedName(subject: CertificateSubject): RelativeDistinguishedNames {
  const typesAndValues = [
    // countryName is a PrintableString of two letters (RFC 5280 appendix A.1).
    new AttributeTypeAndValue({ type: OID.country, value: new asn1js.PrintableString({ value: 'ID' }) }),
    attribute(OID.organization, subject.organization),
  ];
  if (subject.organizationalUnit)
    typesAndValues.push(attribute(OID.organizationalUnit, subject.organizationalUnit));
  if (subject.title) typesAndValues.push(attribute(OID.title, subject.title));
  if (subject.employeeNumber) {
    const digits = subject.employeeNumber.replace(/[^0-9A-Za-z]/gu, '').slice(0, UPPER_BOUND);
    // serialNumber is a PrintableString (RFC 5280 appendix A.1, X520SerialNumber).
    if (digits) {
      const value = new asn1js.PrintableString({ value: digits });
      typesAndValues.push(new AttributeTypeAndValue({ type: OID.serialNumber, value }));
    }
  }
  typesAndValues.push(attribute(OID.commonName, subject.commonName));
  // pkijs would write one multi-valued RDN; a name is a sequence of one-valued ones, and pkijs keeps read bytes.
  const name = new asn1js.Sequence({
    value: typesAndValues.map((pair) => new asn1js.Set({ value: [pair.toSchema()] })),
  });
  return new RelativeDistinguishedNames({ schema: asn1js.fromBER(name.toBER()).result });
}
