/** What the register takes: PDFs, and scans that become one. */
export const acceptedTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  '.pdf',
  '.jpg',
  '.jpeg',
  '.png',
] as const;
