import type { JoinRequestView } from '#core/contract/answers.ts';

/** A time as the command line prints it; a dash for none. */
export function isoTime(time: number | null): string {
  return time === null || time === 0 ? '-' : new Date(time).toISOString();
}

/** A request to join, with the digits to compare. */
export function requestLine(request: JoinRequestView): string {
  return `${request.invitation}  ${request.digits}  ${request.name}, ${request.title}  (${request.device})`;
}
