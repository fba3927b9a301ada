import { useEffect, useState } from 'react';

import { type PdfHandle, openPdf } from './open-pdf.ts';

export type PdfState =
  | { readonly state: 'loading' }
  | { readonly state: 'open'; readonly pdf: PdfHandle }
  | { readonly state: 'failed' };

/** Opens bytes as a PDF and closes it when they change. `undefined` while the bytes are on their way. */
export function usePdf(bytes: Uint8Array | undefined): PdfState {
  const [opened, setOpened] = useState<{ readonly of: Uint8Array; readonly state: PdfState } | null>(null);
  useEffect(() => {
    if (bytes === undefined) return;
    let isWanted = true;
    let handle: PdfHandle | null = null;
    openPdf(bytes).then(
      (pdf) => {
        if (!isWanted) {
          pdf.close();
          return;
        }
        handle = pdf;
        setOpened({ of: bytes, state: { state: 'open', pdf } });
      },
      () => {
        if (isWanted) setOpened({ of: bytes, state: { state: 'failed' } });
      },
    );
    return () => {
      isWanted = false;
      handle?.close();
    };
  }, [bytes]);
  return opened !== null && opened.of === bytes ? opened.state : { state: 'loading' };
}
