/** Addresses of the data files that pdf.js asks for by name: character maps, the standard fonts, decoders. */
const addresses = import.meta.glob<string>(
  [
    '../../../node_modules/pdfjs-dist/cmaps/*.bcmap',
    '../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
    '../../../node_modules/pdfjs-dist/wasm/*.wasm',
  ],
  { query: '?url', import: 'default', eager: true },
);
const byName = new Map(
  Object.entries(addresses).map(([file, address]) => [file.split('/').at(-1) ?? file, address]),
);

/** Hands pdf.js its data files from our own pages' origin, under the names that the bundler gave them. */
export class PdfResources {
  async fetch({ filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const address = byName.get(filename);
    if (address === undefined) throw new Error(`pdf.js asked for an unknown file: ${filename}`);
    const response = await fetch(new URL(address, document.baseURI));
    return new Uint8Array(await response.arrayBuffer());
  }
}
