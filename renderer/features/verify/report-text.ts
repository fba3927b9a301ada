/** A signature as the report prints it. */
export interface ReportSignature {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface Report {
  readonly head: readonly string[];
  readonly verdict: string;
  readonly text: string;
  readonly signatures: readonly ReportSignature[];
  readonly fileTitle: string;
  readonly file: readonly string[];
}

const rule = '-'.repeat(72);

/** The report as plain text with Windows line ends, so that Notepad shows it as it is meant. */
export function reportText(report: Report): string {
  const lines = [
    ...report.head,
    '',
    report.verdict.toLocaleUpperCase(),
    report.text,
    ...report.signatures.flatMap((signature, index) => [
      '',
      rule,
      `${index + 1}. ${signature.heading}`,
      ...signature.lines.map((line) => `   - ${line}`),
    ]),
    ...(report.file.length === 0
      ? []
      : ['', rule, report.fileTitle, ...report.file.map((line) => `   - ${line}`)]),
    '',
  ];
  return lines.join('\r\n');
}
