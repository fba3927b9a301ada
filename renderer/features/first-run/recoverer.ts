/** Who takes the office over with the kit. */
export interface Recoverer {
  /** The admin as the roster knows them, with a new key; otherwise somebody named here. */
  readonly isFormerAdmin: boolean;
  readonly name: string;
  readonly title: string;
  readonly nip: string;
  readonly deviceName: string;
}

export const emptyRecoverer: Recoverer = {
  isFormerAdmin: true,
  name: '',
  title: '',
  nip: '',
  deviceName: '',
};

export type RecovererFault = 'fullNameMissing' | 'jobTitleMissing' | 'deviceNameMissing';

/** What is missing, passphrases aside. */
export function recovererFaults(person: Recoverer): Partial<Record<keyof Recoverer, RecovererFault>> {
  const isNamed = !person.isFormerAdmin;
  return {
    ...(isNamed && person.name.trim() === '' ? { name: 'fullNameMissing' } : {}),
    ...(isNamed && person.title.trim() === '' ? { title: 'jobTitleMissing' } : {}),
    ...(person.deviceName.trim() === '' ? { deviceName: 'deviceNameMissing' } : {}),
  };
}
