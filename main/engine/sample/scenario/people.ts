import type { Standing } from '#core/office/entry.ts';
import type { Role } from '#core/office/enums.ts';

/** The eight people of the sample office. Names and numbers are invented. */
export const people = {
  endang: { name: 'Endang Susilowati, A.Md.', nip: '19840312 200903 2 004', device: 'TU-01' },
  ratna: { name: 'Dr. Ratna Kusumawardani, M.T.', nip: '19700826 199503 2 001', device: 'KADIS-01' },
  bambang: { name: 'Bambang Hariyanto, S.Sos., M.M.', nip: '19731108 199903 1 005', device: 'SEKDIS-01' },
  arif: { name: 'Arif Nugroho, S.Kom., M.T.', nip: '19790514 200501 1 008', device: 'TIK-01' },
  siti: { name: 'Siti Maryam, S.I.Kom., M.Si.', nip: '19810219 200604 2 011', device: 'IKP-01' },
  hendra: { name: 'Hendra Gunawan, S.Si., M.Kom.', nip: '19760930 200212 1 006', device: 'STAT-01' },
  yuliana: { name: 'Yuliana Pratiwi, S.E.', nip: '19860723 201001 2 015', device: 'UMUM-01' },
  rizky: { name: 'Rizky Maulana, S.Kom.', nip: '19940105 201903 1 002', device: 'TIK-02' },
} as const;

export type Who = keyof typeof people;

/** Whoever makes the office: keeps the books and the roster. */
export const FOUNDER: Who = 'endang';

/** Whose session the sample opens with. */
export const OPENED_BY: Who = 'bambang';

export const units = {
  tik: 'Bidang TIK',
  ikp: 'Bidang IKP',
  statistik: 'Bidang Statistik dan Persandian',
} as const;

export type UnitKey = keyof typeof units;

export interface PositionPlan {
  readonly title: string;
  readonly role: Role;
  readonly unit: UnitKey | null;
  readonly superior: string | null;
}

/** The positions, superiors before those under them. */
export const positions = {
  kepala: { title: 'Kepala Dinas', role: 'pimpinan', unit: null, superior: null },
  sekretaris: { title: 'Sekretaris', role: 'pejabat', unit: null, superior: 'kepala' },
  tik: { title: 'Kabid TIK', role: 'pejabat', unit: 'tik', superior: 'kepala' },
  ikp: { title: 'Kabid IKP', role: 'pejabat', unit: 'ikp', superior: 'kepala' },
  statistik: { title: 'Kabid Statistik', role: 'pejabat', unit: 'statistik', superior: 'kepala' },
  umum: { title: 'Kasubag Umum', role: 'tu', unit: null, superior: 'sekretaris' },
  keuangan: { title: 'Kasubag Keuangan', role: 'pejabat', unit: null, superior: 'sekretaris' },
  staf: { title: 'Pranata Komputer', role: 'staf', unit: 'tik', superior: 'tik' },
  arsiparis: { title: 'Arsiparis', role: 'admin', unit: null, superior: 'umum' },
} as const satisfies Record<string, PositionPlan>;

export type PositionKey = keyof typeof positions;

export interface HolderPlan {
  readonly position: PositionKey;
  readonly who: Who;
  readonly standing: Standing;
  readonly decision: string;
}

/** Who holds what from the office's first day on. */
export const holders: readonly HolderPlan[] = [
  { position: 'kepala', who: 'ratna', standing: 'definitive', decision: '' },
  { position: 'sekretaris', who: 'bambang', standing: 'definitive', decision: '' },
  { position: 'tik', who: 'arif', standing: 'definitive', decision: '' },
  { position: 'ikp', who: 'siti', standing: 'definitive', decision: '' },
  { position: 'statistik', who: 'hendra', standing: 'definitive', decision: '' },
  { position: 'umum', who: 'yuliana', standing: 'definitive', decision: '' },
  { position: 'keuangan', who: 'yuliana', standing: 'acting', decision: '800.1.3.3/1720/BKPSDM' },
  { position: 'staf', who: 'rizky', standing: 'definitive', decision: '' },
];

/** The secretary stands in for the head of the office, who travels. Working days from today. */
export const ABSENCE = {
  position: 'kepala',
  who: 'bambang',
  standing: 'dailyActing',
  decision: '800.1.11.1/2143/BKPSDM',
  since: 4,
  until: 5,
} as const;
