import type { Urgency } from '#core/office/enums.ts';

import type { MemoKey } from '../letters/memo-texts.ts';
import type { PositionKey, Who } from './people.ts';
import type { DuePlan, When } from './sample-days.ts';
import { acknowledge, approve, finish, read, returnMemo, sign, withdraw } from './steps.ts';
import type { Step } from './steps.ts';

/** How a nota dinas goes: who proposes it when, through which chain, to whom, and what happened since. */
export interface MemoFate {
  readonly proposed: When;
  readonly by: Who;
  readonly initials: readonly PositionKey[];
  readonly signatures: readonly PositionKey[];
  readonly to: readonly PositionKey[];
  readonly copies?: readonly PositionKey[];
  readonly urgency?: Urgency;
  readonly due?: DuePlan;
  readonly note?: string;
  readonly steps: readonly Step[];
}

export const memoFates: Record<MemoKey, MemoFate> = {
  penggunaLayanan: {
    proposed: [1, '10:05'],
    by: 'rizky',
    initials: ['statistik', 'tik'],
    signatures: ['kepala'],
    to: ['statistik'],
    copies: ['sekretaris'],
    urgency: 'segera',
    due: [0, '14:00'],
    steps: [approve('hendra', [1, '15:20']), approve('arif', [0, '08:51'], 'Sudah diperiksa.')],
  },
  suratTugas: {
    proposed: [1, '11:02'],
    by: 'yuliana',
    initials: [],
    signatures: ['kepala'],
    to: ['tik'],
    copies: ['staf'],
    due: [0, '16:00'],
    steps: [],
  },
  peliputan: {
    proposed: [1, '13:40'],
    by: 'siti',
    initials: [],
    signatures: ['kepala'],
    to: ['sekretaris'],
    due: [3],
    steps: [],
  },
  publikasi: {
    proposed: [5, '09:32'],
    by: 'siti',
    initials: ['keuangan', 'sekretaris'],
    signatures: ['ikp'],
    to: ['kepala'],
    due: [-2],
    note: 'Rincian harga satuan ada pada berkas terlampir.',
    steps: [approve('yuliana', [5, '14:10'], 'Pagu tersedia.')],
  },
  server: {
    proposed: [1, '14:25'],
    by: 'yuliana',
    initials: ['tik', 'sekretaris'],
    signatures: ['keuangan'],
    to: ['kepala'],
    due: [2],
    steps: [approve('arif', [1, '15:40'])],
  },
  daftarAset: {
    proposed: [2, '10:32'],
    by: 'rizky',
    initials: [],
    signatures: ['tik'],
    to: ['sekretaris'],
    due: [1],
    steps: [],
  },
  beritaAcara: {
    proposed: [2, '13:15'],
    by: 'rizky',
    initials: [],
    signatures: ['tik', 'kepala'],
    to: ['umum'],
    due: [0],
    steps: [sign('arif', [1, '09:20'])],
  },
  piket: {
    proposed: [6, '09:02'],
    by: 'yuliana',
    initials: ['umum'],
    signatures: ['sekretaris'],
    to: ['tik', 'ikp', 'statistik'],
    copies: ['kepala'],
    steps: [
      approve('yuliana', [6, '09:05']),
      sign('bambang', [6, '13:32']),
      read('ratna', [6, '15:02']),
      finish('arif', [5, '10:40'], null),
      finish('siti', [5, '11:15'], null),
      finish('hendra', [4, '08:35'], null),
    ],
  },
  kesepakatan: {
    proposed: [4, '10:02'],
    by: 'arif',
    initials: [],
    signatures: ['tik', 'statistik'],
    to: ['sekretaris'],
    due: [3],
    steps: [sign('arif', [4, '10:20']), sign('hendra', [3, '14:05']), read('bambang', [2, '08:30'])],
  },
  kataSandi: {
    proposed: [3, '09:44'],
    by: 'rizky',
    initials: ['tik'],
    signatures: ['kepala'],
    to: ['tik', 'ikp', 'statistik'],
    due: [2],
    steps: [
      approve('arif', [3, '13:04']),
      returnMemo(
        'bambang',
        [2, '15:30'],
        'Tambahkan masa berlaku dan cara meminta bantuan bila lupa kata sandi.',
      ),
    ],
  },
  lembur: {
    proposed: [7, '08:52'],
    by: 'rizky',
    initials: [],
    signatures: ['tik'],
    to: ['sekretaris'],
    steps: [withdraw('rizky', [7, '11:12'], 'Pemindahan jalur ditunda penyedia.')],
  },
  dataPrioritas: {
    proposed: [1, '09:12'],
    by: 'hendra',
    initials: [],
    signatures: ['statistik'],
    to: ['tik'],
    due: [1],
    steps: [],
  },
  pekanBudaya: {
    proposed: [2, '09:04'],
    by: 'siti',
    initials: [],
    signatures: ['ikp'],
    to: ['kepala'],
    due: [3],
    steps: [sign('siti', [2, '09:15'])],
  },
  laporanJaringan: {
    proposed: [9, '09:02'],
    by: 'rizky',
    initials: [],
    signatures: ['tik'],
    to: ['sekretaris'],
    copies: ['arsiparis'],
    steps: [
      sign('arif', [9, '11:04']),
      acknowledge('bambang', [8, '08:36'], null),
      finish('bambang', [8, '08:38'], null, 'Terima kasih, lanjutkan usulan penggantian perangkat.'),
    ],
  },
  sambutan: {
    proposed: [1, '08:48'],
    by: 'yuliana',
    initials: ['ikp'],
    signatures: ['sekretaris'],
    to: ['kepala'],
    due: [1],
    steps: [],
  },
};
