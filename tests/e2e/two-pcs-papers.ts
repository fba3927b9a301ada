import type { Placement } from '#core/office/letter-acts.ts';
import { officeDay } from '#core/office/office-day.ts';
import { fontsFolder } from '#main/engine/engine-resources.ts';
import { officeLetterhead } from '#main/engine/sample/office-paper.ts';
import { senders } from '#main/engine/sample/letters/correspondents.ts';
import { dateWords, workingDay } from '#main/engine/sample/letters/letter-dates.ts';
import { letterFaces } from '#main/engine/sample/paper/faces.ts';
import { drawMemo } from '#main/engine/sample/paper/memo-page.ts';
import { drawOfficialLetter } from '#main/engine/sample/paper/official-letter.ts';
import { drawReport } from '#main/engine/sample/paper/report-page.ts';
import { writePdf } from '#main/engine/sample/paper/write-pdf.ts';

/** What the register is to say of the letter from Disdukcapil. */
export const letterFacts = {
  from: 'Dinas Kependudukan dan Pencatatan Sipil',
  number: '400.12.3.2/2216/DISDUKCAPIL',
  subject: 'Permohonan Integrasi Data Kependudukan',
} as const;

export const memoFacts = {
  number: '900.1.3/77/SEK',
  subject: 'Usulan Anggaran Pemeliharaan Jaringan',
} as const;

/** The last working day: letters arrive on the day after they were written. */
export function letterDay(): string {
  return workingDay(officeDay(Date.now(), 'Asia/Jakarta'), -1);
}

/** The papers that pass over the desks of the two PCs. */
export interface StoryPapers {
  /** What Disdukcapil sends on paper. */
  readonly letter: Uint8Array;
  /** What arrives while the share is away. */
  readonly offlineLetter: Uint8Array;
  /** What is attached to the report. */
  readonly report: Uint8Array;
  readonly memo: Uint8Array;
  /** Where the memo leaves room for its two stamps. */
  readonly memoPlaces: readonly Placement[];
}

/** Draws them as their offices would have. */
export async function storyPapers(): Promise<StoryPapers> {
  const families = await letterFaces(fontsFolder);
  const time = new Date();
  const date = dateWords(letterDay());
  const addressee = ['Yth. Kepala Dinas Komunikasi dan Informatika', 'di Tirtawangsa'];
  const letter = drawOfficialLetter(
    {
      place: 'Tirtawangsa',
      date,
      number: letterFacts.number,
      character: 'Segera',
      enclosure: '1 (satu) lembar',
      subject: letterFacts.subject,
      addressee,
      body: [
        'Dalam rangka pemutakhiran layanan administrasi kependudukan secara daring, dengan hormat kami mohon bantuan Saudara memfasilitasi integrasi data kependudukan dengan portal layanan kota, dengan ruang lingkup sebagai berikut:',
        {
          facts: [
            ['layanan', 'akta kelahiran, kartu keluarga, dan perpindahan'],
            ['jaringan', 'jalur tertutup antara pusat data kota dan kantor kami'],
            ['jadwal', 'uji coba selama empat pekan'],
          ],
        },
        'Untuk pembahasan teknis, kami menugaskan Kepala Bidang Pengelolaan Informasi Administrasi Kependudukan. Mohon nama narahubung dari dinas Saudara kami terima dalam sepekan.',
        'Demikian, atas bantuan Saudara kami ucapkan terima kasih.',
      ],
      copies: [],
    },
    senders.disdukcapil,
    families,
  );
  const offlineLetter = drawOfficialLetter(
    {
      place: 'Tirtawangsa',
      date,
      number: '000.9.6.1/411/BAPPEDA',
      character: 'Biasa',
      enclosure: '',
      subject: 'Permohonan Data Statistik Sektoral',
      addressee,
      body: [
        'Sehubungan dengan penyusunan dokumen perencanaan, kami mohon data statistik sektoral bidang komunikasi dan informatika keadaan triwulan terakhir.',
        'Demikian, atas kerja sama Saudara kami ucapkan terima kasih.',
      ],
      copies: [],
    },
    senders.bappeda,
    families,
  );
  const report = drawReport(
    {
      title: ['LAPORAN KOORDINASI', 'INTEGRASI DATA KEPENDUDUKAN'],
      body: [
        'Koordinasi dengan Dinas Kependudukan dan Pencatatan Sipil telah dilaksanakan. Narahubung yang ditunjuk adalah Pranata Komputer pada Bidang TIK; uji coba jalur tertutup dimulai pekan depan.',
      ],
      maker: ['Kepala Subbagian Umum,', '', 'Endang Susilowati, S.E.'],
    },
    officeLetterhead,
    families,
  );
  const memo = drawMemo(
    {
      to: 'Kepala Bidang Statistik dan Persandian',
      from: 'Kepala Dinas Komunikasi dan Informatika',
      copies: 'Sekretaris',
      date,
      number: memoFacts.number,
      character: 'Biasa',
      enclosure: '',
      subject: memoFacts.subject,
      body: [
        'Dengan hormat disampaikan usulan anggaran pemeliharaan jaringan kelurahan tahun berikutnya, meliputi penggantian perangkat yang rusak dan perpanjangan sewa jalur data pada 42 kelurahan.',
        'Mohon usulan tersebut dimuat dalam rencana kerja. Demikian untuk menjadi perhatian.',
      ],
      signatories: [['Kepala Subbagian Umum,'], ['Kepala Dinas Komunikasi dan', 'Informatika,']],
    },
    officeLetterhead,
    families,
  );
  const facts = (title: string) => ({ title, author: 'Nirkertas', time });
  return {
    letter: writePdf([letter], facts(letterFacts.subject)),
    offlineLetter: writePdf([offlineLetter], facts('Permohonan Data Statistik Sektoral')),
    report: writePdf([report], facts('Laporan koordinasi')),
    memoPlaces: memo.places,
    memo: writePdf([memo.sheet], facts(memoFacts.subject)),
  };
}
