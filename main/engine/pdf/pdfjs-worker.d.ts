/** The worker half of pdf.js ships without types; it is imported for its effect only (it registers itself). */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object;
}
