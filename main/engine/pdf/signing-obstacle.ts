import type { PdfError } from './codes.ts';
import { acroFormOf, isSigned, signatureFieldsOf } from './form-fields.ts';
import { catalogOf } from './page-tree.ts';
import type { PdfFile } from './read/pdf-file.ts';
import { isDict } from './read/values.ts';

const MARKER = '/ByteRange';

/** How often the raw bytes hold `/ByteRange`, with the escapes that a reader would undo left aside. */
export function countByteRangeMarkers(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = buffer.indexOf(MARKER); at >= 0; at = buffer.indexOf(MARKER, at + MARKER.length)) count += 1;
  return count;
}

/** The signatures that the form names: values of signature fields, each counted once. */
export function signaturesOf(file: PdfFile): number {
  const view = file.revisions.at(-1)?.view;
  if (view === undefined) return 0;
  return signatureFieldsOf(view).filter(isSigned).length;
}

/**
 * What makes an increment on this file a trap: undefined when it can be signed. Throws `PdfSyntaxError` on broken places.
 * An injected `/ByteRange` is refused because signing software that looks for the marker signs the wrong bytes.
 */
export function signingObstacle(file: PdfFile): PdfError | undefined {
  if (file.base !== 0) return { code: 'pdf-junk-before-header' };
  if (file.hybrid) return { code: 'pdf-hybrid' };
  const view = file.revisions.at(-1)?.view;
  if (view === undefined) return { code: 'pdf-damaged', params: { detail: 'no revision' } };
  if (countByteRangeMarkers(file.bytes) !== signaturesOf(file)) return { code: 'pdf-suspicious' };
  const form = acroFormOf(view);
  if (form !== undefined && form.dict.entries.has('XFA')) return { code: 'pdf-dynamic-form' };
  // Usage rights (12.8.2.3) are a signature of the reader's maker that any change breaks.
  const permissions = view.resolve(catalogOf(view).dict.entries.get('Perms'));
  if (isDict(permissions) && (permissions.entries.has('UR') || permissions.entries.has('UR3'))) {
    return { code: 'pdf-changes-forbidden', params: { field: 'UR3' } };
  }
  return undefined;
}
