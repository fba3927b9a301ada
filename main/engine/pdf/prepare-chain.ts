import { pdfFail, pdfOk, type PdfResult } from './codes.ts';
import { signatureFieldsOf } from './form-fields.ts';
import { addFields, type NewField } from './increment/add-fields.ts';
import { Increment } from './increment/increment.ts';
import { pagesOf } from './page-tree.ts';
import { permissionsOf } from './permissions.ts';
import { openStrictly, whileReading } from './reading.ts';
import { signingObstacle } from './signing-obstacle.ts';

/**
 * Adds, in one revision, the empty signature fields of everyone in an approval chain, so that each later signature only
 * fills a field that was there before (allowed under every earlier signature, even a certification of level 2).
 *
 * A signatory who may still move the stamp after the first paraf must not get a field here: a box under a signature
 * cannot move. `signDocument` makes the field then, together with the signature.
 *
 * Errors: those of `signingObstacle` and `addFields`, `pdf-changes-forbidden`.
 */
export function prepareChain(pdf: Uint8Array, fields: readonly NewField[]): PdfResult<Uint8Array> {
  const opened = openStrictly(pdf);
  if (!opened.ok) return opened;
  return whileReading(() => {
    const obstacle = signingObstacle(opened.value);
    if (obstacle !== undefined) return { ok: false, error: obstacle };
    const increment = new Increment(opened.value);
    const permissions = permissionsOf(increment.view, signatureFieldsOf(increment.view));
    const [first] = fields;
    if (first === undefined) return pdfOk(pdf);
    if (!permissions.addField) return pdfFail('pdf-changes-forbidden', { field: first.name });
    const added = addFields(increment, pagesOf(increment.view), fields);
    return added.ok ? pdfOk(increment.finish()) : added;
  });
}
