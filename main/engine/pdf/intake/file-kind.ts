/** What a file is by its content. */
export type FileKind =
  | 'pdf'
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'tiff'
  | 'bmp'
  | 'webp'
  | 'heic'
  | 'office-document'
  | 'old-office-document'
  | 'opendocument'
  | 'zip'
  | 'rar'
  | '7z'
  | 'rtf'
  | 'html'
  | 'program'
  | 'text'
  | 'unknown';

/** A PDF's header may stand within the first kilobyte, as desktop readers allow. */
const PDF_HEADER_WINDOW = 1024;

const MAGIC: readonly (readonly [FileKind, string, number])[] = [
  ['jpeg', 'ffd8ff', 0],
  ['png', '89504e470d0a1a0a', 0],
  ['gif', '47494638', 0],
  ['tiff', '49492a00', 0],
  ['tiff', '4d4d002a', 0],
  ['bmp', '424d', 0],
  ['webp', '57454250', 8],
  ['heic', '6674797068656963', 4],
  ['heic', '6674797068656978', 4],
  ['heic', '667479706d696631', 4],
  ['old-office-document', 'd0cf11e0a1b11ae1', 0],
  ['rar', '526172211a07', 0],
  ['7z', '377abcaf271c', 0],
  ['rtf', '7b5c727466', 0],
  ['program', '4d5a', 0],
  ['program', '7f454c46', 0],
];

function zipKind(head: Buffer): FileKind {
  if (head.includes('application/vnd.oasis.opendocument')) return 'opendocument';
  const parts = ['[Content_Types].xml', 'word/', 'xl/', 'ppt/'];
  return parts.some((part) => head.includes(part)) ? 'office-document' : 'zip';
}

function isText(head: Buffer): boolean {
  const text = head.subarray(0, 512).toString('utf8');
  // A replacement character may be a multi-byte character cut at the end of what is looked at.
  return (
    head.length > 0 && !/[\0-\x08\x0e-\x1a\x1c-\x1f]/u.test(text) && !text.slice(0, -4).includes('\ufffd')
  );
}

/** Names a file by its bytes; its name and ending have no say. */
export function fileKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  for (const [kind, hex, at] of MAGIC) {
    if (head.subarray(at, at + hex.length / 2).equals(Buffer.from(hex, 'hex'))) return kind;
  }
  if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return zipKind(head);
  const header = head.subarray(0, PDF_HEADER_WINDOW).indexOf('%PDF-');
  if (header >= 0) return 'pdf';
  if (/^\s*<(?:!doctype html|html|\?xml|head|body)/iu.test(head.subarray(0, 512).toString('latin1')))
    return 'html';
  return isText(head) ? 'text' : 'unknown';
}

const ENDINGS: Readonly<Partial<Record<FileKind, readonly string[]>>> = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
};

/** Whether a name's ending says what the content is; a name without an ending claims nothing. */
export function nameFits(name: string, kind: FileKind): boolean {
  const ending = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase();
  return ending === undefined || (ENDINGS[kind]?.includes(ending) ?? false);
}
