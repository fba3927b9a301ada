import type { recentLetters } from '../letters/recent-letters.ts';
import { oldestRecentFates } from './oldest-recent-fates.ts';
import { acknowledge, dispose, finish, followUp, noDisposition, read } from './steps.ts';
import type { IncomingFate } from './steps.ts';

/** What became of the letters of the last ten working days, but those of the last five. */
export const recentFates: Record<keyof typeof recentLetters | 'wifiBalai', IncomingFate> = {
  ...oldestRecentFates,
  reformasi: {
    received: [7, '08:08'],
    steps: [
      read('ratna', [7, '08:35']),
      dispose('ratna', [7, '13:05'], {
        as: 'a',
        to: ['sekretaris'],
        instructions: ['siapkan', 'selesaikan'],
        note: 'Jangan lewat batas waktu. Lengkapi dari semua bidang.',
        due: [0, '16:00'],
      }),
      acknowledge('bambang', [7, '15:05'], 'a'),
      dispose('bambang', [6, '08:15'], {
        as: 'b',
        under: 'a',
        to: [
          'umum',
          {
            position: 'statistik',
            instructions: ['siapkan'],
            note: 'Bahan paparan indikator 37.',
            due: [0, '16:00'],
          },
        ],
        instructions: ['siapkan'],
        note: 'Kumpulkan dokumen yang diminta.',
        due: [-2],
      }),
      acknowledge('yuliana', [6, '09:12'], 'b'),
      read('hendra', [6, '10:20']),
      followUp('yuliana', [3, '11:00'], 'b', 'Tiga dari empat kelompok dokumen sudah lengkap.', 'reformasi'),
      finish('yuliana', [3, '11:02'], 'b'),
      followUp('bambang', [1, '09:35'], 'a', 'Tinggal bahan Bidang Statistik, selebihnya siap kirim.'),
    ],
  },
  magang: {
    received: [7, '09:25'],
    steps: [
      read('ratna', [7, '13:10']),
      dispose('ratna', [6, '08:22'], {
        as: 'a',
        to: ['umum'],
        instructions: ['jawab'],
        note: 'Terima dua orang untuk TIK, dua untuk Statistik.',
        due: [-3],
      }),
      acknowledge('yuliana', [6, '09:20'], 'a'),
      finish('yuliana', [4, '10:31'], 'a', 'Jawaban terkirim, mahasiswa mulai bulan depan.'),
    ],
  },
  kepegawaian: {
    received: [7, '10:50'],
    steps: [
      read('ratna', [7, '13:12']),
      dispose('ratna', [6, '08:28'], {
        as: 'a',
        to: ['umum'],
        instructions: ['tindaklanjuti', 'pantau'],
        note: 'Ingatkan 17 pegawai itu satu per satu.',
        due: [-1],
      }),
      acknowledge('yuliana', [6, '09:25'], 'a'),
      followUp('yuliana', [2, '14:10'], 'a', 'Sebelas pegawai selesai, enam masih menunggu ijazah.'),
    ],
  },
  paripurna: {
    received: [7, '13:30'],
    steps: [
      read('ratna', [7, '14:40']),
      dispose('ratna', [6, '08:33'], {
        as: 'a',
        to: [
          'ikp',
          { position: 'tik', instructions: ['koordinasi'], note: 'Jalur cadangan disiapkan.', due: [-4] },
        ],
        instructions: ['tindaklanjuti'],
        note: 'Uji coba sehari sebelumnya.',
        due: [-3],
      }),
      acknowledge('siti', [6, '09:40'], 'a'),
      finish('arif', [5, '10:15'], 'a', 'Jalur cadangan aktif.'),
      followUp('siti', [2, '10:20'], 'a', 'Siaran selesai tanpa gangguan gambar.', 'siaran'),
      finish('siti', [2, '10:22'], 'a'),
    ],
  },
  sensor: {
    received: [6, '08:18'],
    steps: [
      read('ratna', [6, '13:05']),
      noDisposition('ratna', [5, '08:12'], 'Sudah dibahas langsung dengan Kepala Dinas Perhubungan.'),
    ],
  },
  pemeliharaan: {
    received: [6, '10:05'],
    steps: [
      read('ratna', [6, '13:08']),
      dispose('ratna', [5, '08:18'], {
        as: 'a',
        to: ['tik'],
        instructions: ['tindaklanjuti'],
        note: 'Kerjakan di luar jam pelayanan.',
        due: [1],
      }),
      acknowledge('arif', [5, '10:22'], 'a'),
      dispose('arif', [5, '10:25'], {
        as: 'b',
        under: 'a',
        to: ['staf'],
        instructions: ['proses', 'pantau'],
        note: 'Uji pemulihan dulu, baru pemutakhiran.',
        due: [-1],
      }),
      read('rizky', [5, '13:15']),
    ],
  },
  naskahElektronik: {
    received: [5, '08:10'],
    steps: [
      read('ratna', [5, '08:30']),
      dispose('ratna', [5, '15:20'], {
        as: 'a',
        to: [
          'sekretaris',
          'tik',
          { position: 'ikp', instructions: ['siapkan'], note: 'Siapkan sosialisasinya.', due: [-1] },
          'statistik',
          'umum',
        ],
        instructions: ['pedoman', 'baca'],
        note: 'Laporkan kesiapan bidang masing-masing.',
        due: [4],
      }),
      finish('arif', [4, '08:45'], 'a', 'Bidang TIK siap.'),
      read('siti', [4, '09:30']),
      finish('hendra', [3, '09:15'], 'a', 'Bidang Statistik dan Persandian siap.'),
      dispose('yuliana', [3, '11:10'], {
        as: 'b',
        under: 'a',
        to: ['arsiparis'],
        instructions: ['pedoman', 'arsipkan'],
        note: 'Sesuaikan buku agenda dan daftar arsip.',
        due: [2],
      }),
      acknowledge('endang', [3, '13:25'], 'b'),
    ],
  },
  gangguan: {
    received: [5, '08:42'],
    steps: [
      read('ratna', [5, '08:50']),
      dispose('ratna', [5, '08:52'], {
        as: 'a',
        to: ['tik'],
        instructions: ['selesaikan'],
        note: 'Hari ini juga.',
        due: [-5, '16:00'],
      }),
      dispose('arif', [5, '09:01'], {
        as: 'b',
        under: 'a',
        to: ['staf'],
        instructions: ['selesaikan'],
        note: 'Bawa alat sambung serat optik.',
        due: [-5, '15:00'],
      }),
      acknowledge('rizky', [5, '09:08'], 'b'),
      followUp('rizky', [5, '14:35'], 'b', 'Jaringan pulih 11.35 WIB, penyebab dahan tumbang.', 'gangguan'),
      finish('rizky', [5, '14:37'], 'b'),
      finish('arif', [5, '15:05'], 'a', 'Camat sudah diberi tahu.'),
    ],
  },
  metadata: {
    received: [5, '10:30'],
    steps: [
      read('ratna', [5, '13:40']),
      dispose('bambang', [4, '08:14'], {
        as: 'a',
        to: ['statistik'],
        instructions: ['tindaklanjuti'],
        note: 'Isi formulirnya bersama wali data.',
        due: [-1],
      }),
      acknowledge('hendra', [4, '08:20'], 'a'),
    ],
  },
  penawaran: {
    received: [5, '13:50'],
    steps: [
      read('ratna', [5, '15:28']),
      finish('ratna', [5, '15:31'], null, 'Tidak ada kebutuhan pada tahun berjalan.'),
    ],
  },
};
