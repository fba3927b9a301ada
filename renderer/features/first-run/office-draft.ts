import { isPassphraseAccepted, judgePassphrase } from './passphrase-strength.ts';

/** What the person has typed for a new office; kept while the form is open and, without passphrases, as a draft. */
export type OfficeDraft = {
  readonly name: string;
  readonly letterhead: string;
  readonly units: string;
  readonly share: string;
  readonly agendaStart: string;
  readonly adminName: string;
  readonly adminTitle: string;
  readonly adminNip: string;
  readonly deviceName: string;
  readonly kit: string;
};

export const emptyOfficeDraft: OfficeDraft = {
  name: '',
  letterhead: '',
  units: '',
  share: '',
  agendaStart: '1',
  adminName: '',
  adminTitle: '',
  adminNip: '',
  deviceName: '',
  kit: '',
};

/** Lines that say something, trimmed, in order, each once. */
export function linesOf(text: string): readonly string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [...new Set(lines)];
}

export type OfficeFault = 'officeNameMissing' | 'letterheadLong' | 'shareMissing' | 'agendaStartWrong';

/** What is missing on the office's page, by field; empty when it can go on. */
export function officeFaults(draft: OfficeDraft): Partial<Record<keyof OfficeDraft, OfficeFault>> {
  return {
    ...(draft.name.trim() === '' ? { name: 'officeNameMissing' } : {}),
    ...(linesOf(draft.letterhead).length > 6 ? { letterhead: 'letterheadLong' } : {}),
    ...(draft.share === '' ? { share: 'shareMissing' } : {}),
    ...(agendaStartOf(draft.agendaStart) === null ? { agendaStart: 'agendaStartWrong' } : {}),
  };
}

/** The typed number, dots allowed as separators (1.338); null when it is none the register takes. */
export function agendaStartOf(text: string): number | null {
  const plain = text.trim().replaceAll('.', '');
  if (!/^\d{1,8}$/.test(plain)) return null;
  const value = Number(plain);
  return value >= 1 && value <= 10_000_000 ? value : null;
}

export type AdminFault = 'fullNameMissing' | 'jobTitleMissing' | 'deviceNameMissing' | 'kitMissing';

/** What is missing on the administrator's page, passphrases aside. */
export function adminFaults(draft: OfficeDraft): Partial<Record<keyof OfficeDraft, AdminFault>> {
  return {
    ...(draft.adminName.trim() === '' ? { adminName: 'fullNameMissing' } : {}),
    ...(draft.adminTitle.trim() === '' ? { adminTitle: 'jobTitleMissing' } : {}),
    ...(draft.deviceName.trim() === '' ? { deviceName: 'deviceNameMissing' } : {}),
    ...(draft.kit === '' ? { kit: 'kitMissing' } : {}),
  };
}

/** Whether the two passphrases may be used: strong enough and the same. */
export function isPassphrasePairReady(passphrase: string, again: string, known: readonly string[]): boolean {
  return isPassphraseAccepted(judgePassphrase(passphrase, known)) && passphrase === again;
}
