import type { Letterhead } from './paper/letterhead.ts';

export const OFFICE_NAME = 'Dinas Komunikasi dan Informatika Kota Tirtawangsa';

/** The sample office's own kop. */
export const officeLetterhead: Letterhead = {
  government: 'PEMERINTAH KOTA TIRTAWANGSA',
  office: 'DINAS KOMUNIKASI DAN INFORMATIKA',
  address: [
    'Jalan Pemuda Nomor 45, Tirtawangsa 57132, Telepon (0271) 550245',
    'Laman diskominfo.tirtawangsa.go.id, Pos-el diskominfo@tirtawangsa.go.id',
  ],
  crest: 'city',
};

/** The same as lines, as the roster keeps them. */
export const letterheadLines: readonly string[] = [
  officeLetterhead.government,
  officeLetterhead.office,
  ...officeLetterhead.address,
];
