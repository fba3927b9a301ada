/** Longest text that can hold an invitation with all that was written around it. */
export const MESSAGE_LIMIT = 4000;

/** Eleven groups of five symbols, however they were broken or spaced on the way. */
const CODE = /(?<![0-9A-Za-z])(?:[0-9A-Za-z]{5}[-\s]+){10}[0-9A-Za-z]{5}(?![0-9A-Za-z])/u;

/** The invitation's code out of a whole message or file; a text without one stays as it is typed. */
export function codeInMessage(text: string): string {
  return CODE.exec(text)?.[0].replaceAll(/\s*-\s*|\s+/gu, '-') ?? text.slice(0, MESSAGE_LIMIT);
}
