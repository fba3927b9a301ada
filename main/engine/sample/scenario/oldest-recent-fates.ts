import { acknowledge, dispose, finish, followUp, giveBack, read } from './steps.ts';
import type { IncomingFate } from './steps.ts';

/** What became of the letters that came nine and eight working days ago. */
export const oldestRecentFates = {
  monitoring: {
    received: [9, '08:12'],
    steps: [
      read('ratna', [9, '10:02']),
      dispose('ratna', [8, '08:40'], {
        as: 'a',
        to: ['sekretaris', 'tik', 'ikp', 'statistik'],
        instructions: ['siapkan', 'jadwalkan'],
        note: 'Siapkan realisasi masing-masing. Sekretaris mengoordinasikan.',
      }),
      finish('arif', [8, '11:05'], 'a', 'Data realisasi sudah diserahkan kepada Sekretaris.'),
      finish('siti', [8, '13:20'], 'a'),
      finish('hendra', [7, '09:10'], 'a'),
      finish('bambang', [7, '14:45'], 'a', 'Terkumpul; pejabat penghubung: Kasubag Umum.'),
    ],
  },
  rekonsiliasi: {
    received: [9, '08:35'],
    steps: [
      read('ratna', [9, '10:04']),
      dispose('ratna', [8, '08:46'], {
        as: 'a',
        to: ['tik'],
        instructions: ['tindaklanjuti', 'koordinasi'],
        note: 'Cocokkan dengan BPKAD dan buat berita acara.',
        due: [-1],
      }),
      acknowledge('arif', [8, '11:10'], 'a'),
      dispose('arif', [8, '11:14'], {
        as: 'b',
        under: 'a',
        to: ['staf'],
        instructions: ['proses'],
        note: 'Periksa lapangan mulai dari Balai Kota.',
        due: [0],
      }),
      acknowledge('rizky', [8, '13:02'], 'b'),
      followUp(
        'rizky',
        [3, '15:10'],
        'b',
        'Pencocokan 251 dari 304 titik selesai, sisanya pekan ini.',
        'aset',
      ),
    ],
  },
  sekolah: {
    received: [9, '09:20'],
    steps: [
      read('ratna', [9, '13:31']),
      dispose('ratna', [8, '08:51'], {
        as: 'a',
        to: ['tik'],
        instructions: ['pelajari', 'tindaklanjuti'],
        note: 'Survei dahulu, lalu laporkan kebutuhan perangkatnya.',
        due: [-5],
      }),
      acknowledge('arif', [8, '11:20'], 'a'),
      followUp('arif', [6, '14:30'], 'a', 'Survei tiga sekolah selesai, semuanya dapat dilayani.', 'sekolah'),
      finish('arif', [5, '09:05'], 'a', 'Pemasangan dijadwalkan, Dinas Pendidikan sudah diberi tahu.'),
    ],
  },
  wifiBalai: {
    received: [9, '13:44'],
    steps: [
      read('ratna', [9, '15:10']),
      dispose('ratna', [8, '09:02'], {
        as: 'a',
        to: ['tik'],
        instructions: ['pelajari', 'jawab'],
        note: 'Bila memungkinkan masukkan program internet balai warga.',
      }),
      dispose('arif', [8, '11:26'], {
        as: 'b',
        under: 'a',
        to: ['staf'],
        instructions: ['proses'],
        note: 'Temui pengurus RW, bawa daftar hadir.',
      }),
      followUp('rizky', [6, '10:40'], 'b', 'Sudah bertemu pengurus RW 05, lokasi layak.', 'attendanceScan'),
      finish('rizky', [6, '10:44'], 'b'),
      finish('arif', [5, '08:30'], 'a', 'Masuk daftar pemasangan tahap berikutnya.'),
    ],
  },
  forum: {
    received: [8, '08:05'],
    steps: [
      read('ratna', [8, '08:58']),
      dispose('ratna', [7, '08:20'], {
        as: 'a',
        to: ['statistik', { position: 'sekretaris', instructions: ['diketahui'] }],
        instructions: ['wakili'],
        note: 'Wakili saya, bawa daftar data yang sudah diverifikasi.',
        due: [-3],
      }),
      acknowledge('hendra', [7, '09:30'], 'a'),
      finish('bambang', [7, '14:50'], 'a'),
      followUp(
        'hendra',
        [2, '09:05'],
        'a',
        'Sudah hadir; sebelas judul data baru menjadi tanggung jawab kota.',
        'forum',
      ),
      finish('hendra', [2, '09:08'], 'a'),
    ],
  },
  kamera: {
    received: [8, '09:40'],
    steps: [
      read('ratna', [8, '13:15']),
      dispose('ratna', [7, '08:26'], {
        as: 'a',
        to: ['tik'],
        instructions: ['koordinasi'],
        note: 'Pastikan kewenangannya sebelum memberi akses.',
        due: [-4],
      }),
      acknowledge('arif', [7, '10:12'], 'a'),
      giveBack(
        'arif',
        [6, '08:55'],
        'a',
        'Kamera Simpang Lima milik Dinas Perhubungan; permohonan perlu dialihkan ke sana.',
      ),
    ],
  },
  indikator: {
    received: [8, '10:15'],
    steps: [
      read('ratna', [8, '13:18']),
      dispose('ratna', [7, '08:31'], {
        as: 'a',
        to: ['sekretaris'],
        instructions: ['pelajari', 'koordinasi'],
        note: 'Susun matriksnya bersama para Kabid.',
        due: [3],
      }),
      acknowledge('bambang', [7, '15:02'], 'a'),
    ],
  },
} as const satisfies Record<string, IncomingFate>;
