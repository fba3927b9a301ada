import { DEFAULT_BYTE_RANGE_PLACEHOLDER } from '@signpdf/utils';
import { pdfDate, pdfText } from './increment/value.ts';
import { valueToken } from './increment/write-value.ts';

/** Bytes kept free for the CMS. Timestamps and revocation data of later levels go elsewhere; a long chain fits. */
export const RESERVED_BYTES = 16 * 1024;

/** ETSI EN 319 142-1 section 6.3: the name of a PAdES baseline signature. */
const SUB_FILTER = 'ETSI.CAdES.detached';

/**
 * The signature dictionary (ISO 32000-2, 12.8.1) with room for /ByteRange and /Contents, as text so that SignPdf finds
 * the places by the marks it looks for.
 */
export function signatureDictionary(time: Date, reason: string | undefined): string {
  const mark = `/${DEFAULT_BYTE_RANGE_PLACEHOLDER}`;
  const because = reason ? ` /Reason ${valueToken(pdfText(reason))}` : '';
  return [
    `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /${SUB_FILTER}`,
    `/ByteRange [0 ${mark} ${mark} ${mark}]`,
    `/Contents <${'0'.repeat(RESERVED_BYTES * 2)}>`,
    `/M ${valueToken(pdfDate(time))}${because}>>`,
  ].join('\n');
}
