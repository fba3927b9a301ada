/** Upper bounds of what the reader will do for one file. They are far above real documents and keep a hostile
 * one within ten seconds and 500 MB. */
export const limits = {
  /** Arrays and dictionaries inside each other. */
  depth: 100,
  /** Tokens read from the whole file; also charged for long runs of bytes and for steps through what was read. */
  tokens: 16_000_000,
  /** Tokens of one object. */
  objectTokens: 1_500_000,
  /** Tokens of objects that are kept once parsed; further ones are parsed again when asked for again. */
  keptTokens: 2_500_000,
  /** Bytes that all decoded streams of one file may take together. */
  decoded: 96 * 1024 * 1024,
  /** Entries of all cross-reference sections together. */
  xrefEntries: 1_500_000,
  /** Cross-reference sections of one file. */
  sections: 1_000,
  /** The header must begin within this many bytes (as desktop readers do it). */
  headerWindow: 1024,
} as const;

/** Work left for one file; shared by everything that reads it. */
export type Budget = { tokens: number; keptTokens: number; decoded: number; xrefEntries: number };

/** All that may be spent on one file. */
export const newBudget = (): Budget => ({
  tokens: limits.tokens,
  keptTokens: limits.keptTokens,
  decoded: limits.decoded,
  xrefEntries: limits.xrefEntries,
});

/** Charges work that reads no token. Throws `PdfSyntaxError` when nothing is left. */
export const spend = (budget: Budget, steps: number): void => {
  budget.tokens -= steps;
  if (budget.tokens < 0) throw new PdfSyntaxError('too much work', 0, true);
};

/** Why a piece of a file could not be read. Thrown only inside `read/`; the functions that leave the folder
 * return it as a value. */
export class PdfSyntaxError extends Error {
  readonly offset: number;
  readonly limit: boolean;

  constructor(message: string, offset: number, limit = false) {
    super(message);
    this.offset = offset;
    this.limit = limit;
  }
}
