import { SignPdf } from '@signpdf/signpdf';
import type { SigningCredential } from '#main/engine/keys/p12/credential.ts';
import { cmsSizeBound, cmsTemplate, type CmsTemplate } from './cms.ts';
import { pdfFail, pdfOk, type PdfResult } from './codes.ts';
import { isSigned, signatureFieldsOf } from './form-fields.ts';
import { addFields } from './increment/add-fields.ts';
import { fillField, type SignatureSlot, slotOf } from './increment/fill-field.ts';
import { Increment } from './increment/increment.ts';
import { NativeSigner } from './native-signer.ts';
import { sizeError } from './limits.ts';
import { pagesOf } from './page-tree.ts';
import { permissionsOf } from './permissions.ts';
import { placeOnPage, type Placement } from './placement.ts';
import { openStrictly, whileReading } from './reading.ts';
import { RESERVED_BYTES, signatureDictionary } from './signature-dictionary.ts';
import { signingObstacle } from './signing-obstacle.ts';
import type { StampFonts } from './stamp/font-face.ts';
import { reverify } from './reverify.ts';
import { readyStamp, type Stamp } from './stamp/stamp.ts';

export interface SignInput {
  readonly pdf: Uint8Array;
  /** The signature field's name; it is made when the file has none of this name and a placement is given. */
  readonly field: string;
  readonly credential: SigningCredential;
  /** What the signature shows; nothing for a paraf. Needs a visible field. */
  readonly stamp?: Stamp;
  /** Where a field is made, or moved to while nobody has signed; the field's own place when left out. */
  readonly placement?: Placement | 'invisible';
  readonly reason?: string;
  /** The claimed time, kept in /M. */
  readonly time: Date;
  readonly fonts: StampFonts;
}

export interface SignedPdf {
  readonly pdf: Uint8Array;
  readonly field: string;
  /** Signatures in the file now, this one included. */
  readonly signatures: number;
}

const templates = new WeakMap<SigningCredential, CmsTemplate>();

function templateFor(credential: SigningCredential): PdfResult<CmsTemplate> {
  const known = templates.get(credential);
  if (known !== undefined) return pdfOk(known);
  const made = cmsTemplate(credential);
  if (made.ok) templates.set(credential, made.value);
  return made;
}

/** The slot to fill: an existing empty field, or one made in the same revision. */
function prepareSlot(increment: Increment, input: SignInput): PdfResult<SignatureSlot> {
  const { view } = increment;
  const pages = pagesOf(view);
  const fields = signatureFieldsOf(view);
  const permissions = permissionsOf(view, fields);
  const existing = fields.find((field) => field.name === input.field);
  const { placement } = input;
  if (existing !== undefined) {
    if (!permissions.fillField(input.field)) return pdfFail('pdf-changes-forbidden', { field: input.field });
    const wanted = placement === 'invisible' ? undefined : placement;
    return slotOf(view, pages, existing, wanted, fields.some(isSigned));
  }
  if (placement === undefined) return pdfFail('pdf-field-missing', { field: input.field });
  if (!permissions.addField) return pdfFail('pdf-changes-forbidden', { field: input.field });
  const added = addFields(increment, pages, [{ name: input.field, placement }]);
  if (!added.ok) return added;
  const [ref] = added.value;
  if (ref === undefined) return pdfFail('pdf-field-missing', { field: input.field });
  const slot = { field: ref, widget: ref, moved: undefined };
  if (placement === 'invisible') return pdfOk({ ...slot, box: undefined });
  const page = pages[placement.page - 1];
  if (page === undefined) return pdfFail('pdf-page-missing', { page: placement.page, pages: pages.length });
  const placed = placeOnPage(view, page, placement);
  if (!placed.ok) return placed;
  return pdfOk({ ...slot, box: { ...placed.value, width: placement.width, height: placement.height } });
}

/**
 * Signs a PDF: PAdES B-B, one appended revision, earlier bytes untouched. Every output is verified again before it is
 * returned, so that what leaves here is a file whose signatures all hold.
 *
 * Errors: `file-empty`, `file-too-large`, those of `openStrictly`, `signingObstacle`, `addFields`, `slotOf`, `readyStamp` and `cmsTemplate`,
 * `pdf-changes-forbidden`, `placement-missing`, `signature-too-large`, `signature-failed-verification`.
 */
export async function signDocument(input: SignInput): Promise<PdfResult<SignedPdf>> {
  const size = sizeError(input.pdf.length);
  if (size !== undefined) return { ok: false, error: size };
  const template = templateFor(input.credential);
  if (!template.ok) return template;
  const bytes = cmsSizeBound(template.value);
  if (bytes > RESERVED_BYTES) return pdfFail('signature-too-large', { bytes, reserved: RESERVED_BYTES });
  const opened = openStrictly(input.pdf);
  if (!opened.ok) return opened;
  const increment = new Increment(opened.value);
  const slot = whileReading(() => {
    const obstacle = signingObstacle(opened.value);
    return obstacle === undefined ? prepareSlot(increment, input) : { ok: false, error: obstacle };
  });
  if (!slot.ok) return slot;
  const { box } = slot.value;
  if (input.stamp !== undefined && box === undefined)
    return pdfFail('placement-missing', { field: input.field });
  const stamp =
    input.stamp === undefined || box === undefined
      ? undefined
      : await readyStamp(input.stamp, box, box, input.fonts);
  if (stamp !== undefined && !stamp.ok) return stamp;
  const withPlaceholder = whileReading(() => {
    const signature = increment.allocate();
    increment.putText(signature, signatureDictionary(input.time, input.reason));
    fillField(increment, slot.value, signature, stamp?.value(increment));
    return pdfOk({
      pdf: increment.finish(),
      signatures: signatureFieldsOf(increment.view).filter(isSigned).length + 1,
    });
  });
  if (!withPlaceholder.ok) return withPlaceholder;
  const { pdf: unsigned, signatures } = withPlaceholder.value;
  const signed = await new SignPdf().sign(unsigned, new NativeSigner(template.value));
  const verified = reverify(signed, input.field, signatures);
  return verified.ok ? pdfOk({ pdf: verified.value, field: input.field, signatures }) : verified;
}
