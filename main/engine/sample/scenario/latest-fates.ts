import type { latestLetters } from '../letters/latest-letters.ts';
import { acknowledge, dispose, finish, followUp, giveBack, read } from './steps.ts';
import type { IncomingFate } from './steps.ts';

/** What has become so far of the letters of the last five working days. */
export const latestFates: Record<keyof typeof latestLetters, IncomingFate> = {
  perintahPlh: {
    received: [4, '07:45'],
    forwardTo: 'sekretaris',
    steps: [
      read('bambang', [4, '08:02']),
      dispose('bambang', [4, '08:10'], {
        as: 'a',
        to: ['arsiparis', { position: 'umum', instructions: ['diketahui'], due: null }],
        instructions: ['arsipkan'],
        note: 'Masukkan ke berkas kepegawaian.',
        due: [1],
      }),
      finish('yuliana', [4, '10:35'], 'a'),
    ],
  },
  antrean: {
    received: [4, '09:15'],
    steps: [
      read('bambang', [4, '10:40']),
      dispose('bambang', [3, '08:25'], {
        as: 'a',
        to: [
          'tik',
          {
            position: 'statistik',
            instructions: ['siapkan'],
            note: 'Periksa data pribadi yang ikut terkirim.',
            due: [1],
          },
        ],
        instructions: ['pelajari', 'koordinasi'],
        note: 'Temui tim Dinas Kesehatan sesuai jadwalnya.',
        due: [2],
      }),
      acknowledge('arif', [3, '10:05'], 'a'),
      dispose('arif', [3, '10:09'], {
        as: 'b',
        under: 'a',
        to: ['staf'],
        instructions: ['pelajari'],
        note: 'Pelajari antarmukanya, catat yang kurang.',
        due: [1],
      }),
      acknowledge('rizky', [3, '13:10'], 'b'),
      read('hendra', [2, '08:20']),
    ],
  },
  wifiTaman: {
    received: [4, '10:20'],
    steps: [
      read('bambang', [4, '10:44']),
      dispose('bambang', [3, '07:50'], {
        as: 'a',
        to: ['tik'],
        instructions: ['selesaikan'],
        note: 'Sampaikan kepastian waktu kepada Camat.',
        due: [0, '16:00'],
      }),
      acknowledge('arif', [3, '08:04'], 'a'),
      dispose('arif', [3, '08:10'], {
        as: 'b',
        under: 'a',
        to: ['staf'],
        instructions: ['selesaikan'],
        note: 'Ganti catu dayanya, pakai cadangan gudang.',
        due: [0],
      }),
      acknowledge('rizky', [3, '08:30'], 'b'),
    ],
  },
  lhp: { received: [3, '09:05'], steps: [read('bambang', [2, '08:15'])] },
  rancangan: {
    received: [3, '09:40'],
    steps: [
      read('bambang', [3, '13:30']),
      dispose('bambang', [2, '08:40'], {
        as: 'a',
        to: ['statistik'],
        instructions: ['tanggapan'],
        note: 'Cermati pasal tata kelola data dan keamanan informasi.',
        due: [1],
      }),
    ],
  },
  kematangan: {
    received: [3, '10:25'],
    steps: [
      read('bambang', [3, '13:33']),
      dispose('bambang', [2, '08:35'], {
        as: 'a',
        to: ['statistik'],
        instructions: ['selesaikan'],
        note: 'Bukti dukung jangan melalui surel biasa.',
        due: [3],
      }),
      acknowledge('hendra', [2, '10:15'], 'a'),
    ],
  },
  hariJadi: {
    received: [3, '13:20'],
    steps: [
      read('bambang', [3, '13:50']),
      dispose('bambang', [2, '08:46'], {
        as: 'a',
        to: ['ikp'],
        instructions: ['tindaklanjuti', 'koordinasi'],
        note: 'Rencana tayang saya tunggu.',
        due: [0, '16:00'],
      }),
      acknowledge('siti', [2, '10:30'], 'a'),
      followUp(
        'siti',
        [1, '15:12'],
        'a',
        'Rencana publikasi terlampir, naskah pertama menyusul.',
        'publikasi',
      ),
    ],
  },
  spbe: {
    received: [2, '08:14'],
    steps: [read('bambang', [2, '08:50']), acknowledge('bambang', [2, '08:52'], null)],
  },
  integrasi: { received: [2, '10:10'], steps: [] },
  bantuan: {
    received: [2, '13:35'],
    steps: [
      read('bambang', [1, '08:05']),
      dispose('bambang', [1, '08:12'], {
        as: 'a',
        to: ['ikp', { position: 'tik', instructions: ['diketahui'], due: null }],
        instructions: ['tindaklanjuti'],
        note: 'Dahulukan formulir untuk lanjut usia.',
        due: [2],
      }),
    ],
  },
  sektoral: { received: [1, '08:22'], steps: [] },
  bimtek: { received: [1, '09:50'], steps: [read('bambang', [1, '13:20'])] },
  kabelUdara: {
    received: [1, '10:35'],
    steps: [
      read('bambang', [1, '13:24']),
      giveBack(
        'bambang',
        [1, '13:26'],
        null,
        'Kewenangan Dinas Pekerjaan Umum; mohon diteruskan dan beri tahu Camat.',
      ),
    ],
  },
  telemedisin: {
    received: [1, '11:15'],
    steps: [
      read('bambang', [1, '14:15']),
      dispose('bambang', [0, '08:35'], {
        as: 'a',
        to: [
          'tik',
          {
            position: 'statistik',
            instructions: ['baca'],
            note: 'Perhatikan perlindungan data pasien.',
            due: [3],
          },
        ],
        instructions: ['wakili'],
        note: 'Hadiri dan laporkan kebutuhan jaringannya.',
        due: [4],
      }),
    ],
  },
  literasi: { received: [0, '08:05'], steps: [] },
  perizinan: { received: [0, '08:20'], steps: [read('bambang', [0, '08:55'])] },
  sistemInformasi: { received: [0, '09:10'], by: 'yuliana', steps: [] },
  bankSampah: { received: [0, '09:22'], by: 'yuliana', steps: [] },
};
