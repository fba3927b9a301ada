import { createHash } from 'node:crypto';
import { Signer } from '@signpdf/utils';
import { signCms, type CmsTemplate } from './cms.ts';

/** Signs for SignPdf with node's own cryptography: the stock P12 signer is RSA only, slow, and not PAdES. */
export class NativeSigner extends Signer {
  private readonly template: CmsTemplate;

  constructor(template: CmsTemplate) {
    super();
    this.template = template;
  }

  /** The CMS over the bytes that the /ByteRange covers. */
  override sign(covered: Buffer): Promise<Buffer> {
    const digest = createHash('sha256').update(covered).digest();
    return Promise.resolve(Buffer.from(signCms(this.template, digest)));
  }
}
