import type { OfficeError, Result } from '#core/contract/result.ts';

/** 0 done or valid · 1 refused or invalid · 2 usage · 3 indeterminate. */
export type ExitCode = 0 | 1 | 2 | 3;

/** How a command ended. What is printed for it is `printOutcome`'s matter. */
export type Outcome =
  | {
      readonly kind: 'answer';
      readonly exit: ExitCode;
      /** The one JSON document. */
      readonly json: unknown;
      /** The same for people. */
      readonly lines: readonly string[];
      /** What people should know besides; goes to stderr. */
      readonly notes: readonly string[];
    }
  /** The command has written its one document itself, piece by piece. */
  | { readonly kind: 'printed' }
  | {
      readonly kind: 'refused';
      readonly error: OfficeError;
      /** Members of the JSON error besides code and message. */
      readonly details: Readonly<Record<string, unknown>>;
      readonly notes: readonly string[];
    }
  | { readonly kind: 'usage'; readonly message: string };

/** The command did what was asked. */
export function answer(
  json: unknown,
  lines: readonly string[],
  exit: ExitCode = 0,
  notes: readonly string[] = [],
): Outcome {
  return { kind: 'answer', exit, json, lines, notes };
}

/** The engine refused, as expected failures do. */
export function refused(
  error: OfficeError,
  notes: readonly string[] = [],
  details: Readonly<Record<string, unknown>> = {},
): Outcome {
  return { kind: 'refused', error, details, notes };
}

/** What was typed cannot be a command. */
export function usage(message: string): Outcome {
  return { kind: 'usage', message };
}

/** Answers with the value, or refuses with its error. */
export function answerWith<T>(result: Result<T>, make: (value: T) => Outcome): Outcome {
  return result.ok ? make(result.value) : refused(result.error);
}
