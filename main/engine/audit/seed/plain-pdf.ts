const LINE = 88;
const LINES_A_PAGE = 52;

/** Cuts a text into lines of at most so many characters; a longer word gets a line of its own. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > LINE) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

function literal(text: string): string {
  return `(${text.replaceAll(/[\\()]/g, (character) => `\\${character}`)})`;
}

function pageContent(lines: readonly string[]): string {
  return `BT /F1 11 Tf 15 TL 60 780 Td\n${lines.map((line) => `${literal(line)} '`).join('\n')}\nET`;
}

/** A plain PDF of a heading and a text (ISO 32000-1, 7.5): objects, cross-reference table, trailer. Latin letters only. */
export function plainPdf(heading: readonly string[], text: string): { pdf: Buffer; pages: number } {
  const lines = [...heading, '', ...linesOf(text)];
  const pages: (readonly string[])[] = [];
  for (let at = 0; at < lines.length; at += LINES_A_PAGE) pages.push(lines.slice(at, at + LINES_A_PAGE));
  const first = 4;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((page, index) => {
      const content = pageContent(page);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let body = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return { pdf: Buffer.from(body + table + trailer, 'latin1'), pages: pages.length };
}
