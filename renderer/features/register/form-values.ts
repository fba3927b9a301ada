import type { MethodInput } from '#core/contract/methods.ts';
import { securityClasses, urgencies } from '#core/office/enums.ts';
import type { SecurityClass, Urgency } from '#core/office/enums.ts';

/** What is typed about one letter. Dates are ISO days, empty while unknown; the time is `10.42`. */
export interface FormValues {
  readonly from: string;
  readonly number: string;
  readonly date: string;
  readonly enclosure: string;
  readonly subject: string;
  readonly securityClass: SecurityClass;
  readonly urgency: Urgency;
  readonly receivedDay: string;
  readonly receivedTime: string;
  readonly classification: string;
  readonly forwardTo: string;
}

/** A fresh form: received now, ordinary, for the position that got the last letter. Day and minute are local to the office. */
export function freshForm(now: string, forwardTo: string): FormValues {
  return {
    from: '',
    number: '',
    date: '',
    enclosure: '',
    subject: '',
    securityClass: 'biasa',
    urgency: 'biasa',
    receivedDay: now.slice(0, 10),
    receivedTime: now.slice(11, 16).replace(':', '.'),
    classification: '',
    forwardTo,
  };
}

const texts = [
  'from',
  'number',
  'date',
  'enclosure',
  'subject',
  'receivedDay',
  'receivedTime',
  'classification',
  'forwardTo',
] as const;

/** Reads a kept draft over a fresh form; null when it holds nothing of a form. */
export function keptForm(kept: unknown, fresh: FormValues): FormValues | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const found: Record<string, unknown> = { ...kept };
  const values: Record<string, string> = {};
  for (const name of texts) {
    const value = found[name];
    if (typeof value === 'string') values[name] = value;
  }
  return {
    ...fresh,
    ...values,
    securityClass: securityClasses.find((c) => c === found['securityClass']) ?? fresh.securityClass,
    urgency: urgencies.find((u) => u === found['urgency']) ?? fresh.urgency,
  };
}

export type FormFault = 'fromMissing' | 'subjectMissing' | 'forwardToMissing' | 'dateFuture' | 'timeUnclear';

/** Hours and minutes of `10.42`, `10:42` or `1042`; null when it is no time of day. */
export function timeOf(text: string): { readonly hour: number; readonly minute: number } | null {
  const found = /^(\d{1,2})[.:]?(\d{2})$/.exec(text.trim());
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}

/** What keeps the letter from being saved, by field. `today` is the office's day. */
export function formFaults(values: FormValues, today: string): Partial<Record<keyof FormValues, FormFault>> {
  return {
    ...(values.from.trim() === '' ? { from: 'fromMissing' } : {}),
    ...(values.date > today ? { date: 'dateFuture' } : {}),
    ...(values.subject.trim() === '' ? { subject: 'subjectMissing' } : {}),
    ...(timeOf(values.receivedTime) === null ? { receivedTime: 'timeUnclear' } : {}),
    ...(values.forwardTo === '' ? { forwardTo: 'forwardToMissing' } : {}),
  };
}

/** The form as the engine takes it. `instant` turns an office-local minute (`2026-10-09T10:42`) into milliseconds. */
export function toRegisterInput(
  staged: string,
  values: FormValues,
  duplicateSeen: boolean,
  instant: (minute: string) => number,
): MethodInput<'letters.register'> {
  const time = timeOf(values.receivedTime) ?? { hour: 0, minute: 0 };
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    staged,
    from: values.from,
    number: values.number,
    date: values.date === '' ? null : values.date,
    subject: values.subject,
    securityClass: values.securityClass,
    urgency: values.urgency,
    enclosure: values.enclosure,
    receivedAt: instant(`${values.receivedDay}T${two(time.hour)}:${two(time.minute)}`),
    classification: values.classification,
    forwardTo: values.forwardTo,
    duplicateSeen,
  };
}

/** Whether anything was typed that is worth keeping. */
export function isTouched(values: FormValues): boolean {
  return [
    values.from,
    values.number,
    values.date,
    values.enclosure,
    values.subject,
    values.classification,
  ].some((text) => text !== '');
}
