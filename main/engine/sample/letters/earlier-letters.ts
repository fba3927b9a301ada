import type { IncomingText } from './incoming-text.ts';

/** What the office answered in the weeks before: short letters, long since finished, newest first. */
export const earlierLetters: readonly IncomingText[] = [
  {
    from: 'dishub',
    number: '500.11.1/655',
    subject: 'Pemasangan Papan Informasi Digital Halte',
    body: [
      'Dengan hormat kami mohon bantuan penyambungan jaringan bagi delapan papan informasi digital pada halte utama. Pekerjaan sipil diselesaikan oleh penyedia kami sebelum {+6}.',
      'Atas bantuan Saudara disampaikan terima kasih.',
    ],
  },
  {
    from: 'dinsos',
    number: '400.9.1/801',
    subject: 'Permohonan Data Titik Layanan Internet Publik',
    body: [
      'Dalam rangka penyusunan peta layanan ramah difabel, kami mohon data titik layanan internet publik beserta waktu operasionalnya dalam bentuk lembar kerja.',
      'Data kami harapkan paling lambat {+5}.',
    ],
  },
  {
    from: 'setda',
    number: '000.8.3/1266',
    subject: 'Rapat Evaluasi Standar Operasional Prosedur',
    body: [
      'Saudara diundang pada rapat evaluasi standar operasional prosedur yang diselenggarakan pada {+4h} pukul 09.00 WIB di Ruang Rapat Madya, Balai Kota Lantai 1.',
      'Mohon membawa daftar prosedur yang telah ditetapkan.',
    ],
  },
  {
    from: 'bpkad',
    number: '900.1.4/740',
    subject: 'Penyampaian Laporan Realisasi Anggaran {bulan lalu}',
    body: [
      'Mengingatkan kembali bahwa laporan realisasi anggaran {bulan lalu} disampaikan paling lambat {+4} melalui sistem keuangan daerah.',
      'Keterlambatan penyampaian berpengaruh pada pencairan periode berikutnya.',
    ],
  },
  {
    from: 'disdik',
    number: '400.3.1/1004',
    subject: 'Permohonan Narasumber Internet Aman bagi Siswa',
    body: [
      'Kami mohon bantuan narasumber pada kegiatan internet aman bagi siswa SMP yang diselenggarakan pada {+7h} di SMP Negeri 3 Tirtawangsa.',
      'Materi disesuaikan untuk 150 orang peserta. Atas kesediaan Saudara diucapkan terima kasih.',
    ],
  },
  {
    from: 'dpmptsp',
    number: '500.16.7/1089',
    subject: 'Permintaan Pengujian Keamanan Aplikasi Perizinan',
    security: 'terbatas',
    body: [
      'Sebelum pembukaan modul baru, kami mohon pengujian keamanan aplikasi perizinan oleh Bidang Statistik dan Persandian. Akses uji disampaikan tersendiri.',
      'Hasil pengujian kami harapkan sebelum {+10}.',
    ],
  },
  {
    from: 'universitas',
    number: '1377/PK.01',
    subject: 'Permohonan Izin Penelitian Layanan Publik Digital',
    body: [
      'Kami mohon izin bagi dua orang mahasiswa untuk melakukan penelitian mengenai layanan publik digital, mulai {+5} selama enam minggu.',
      'Hasil penelitian akan disampaikan kepada dinas yang Bapak/Ibu pimpin.',
    ],
  },
  {
    from: 'selatan',
    number: '500.12.2/187',
    subject: 'Permohonan Pelatihan Operator Laman Kelurahan',
    body: [
      'Dengan hormat kami mohon pelatihan bagi sembilan operator laman kelurahan, meliputi penulisan berita, pengelolaan foto, dan keterbukaan informasi.',
      'Waktu pelaksanaan kami serahkan kepada Saudara.',
    ],
  },
  {
    from: 'provinsi',
    number: '500.12.4/0540',
    subject: 'Permintaan Rekapitulasi Domain Pemerintah Kota',
    body: [
      'Dalam rangka penertiban nama domain, kami mohon rekapitulasi subdomain yang aktif beserta penanggung jawabnya paling lambat {+6}.',
      'Subdomain yang tidak lagi digunakan agar diusulkan untuk dinonaktifkan.',
    ],
  },
  {
    from: 'rsud',
    number: '400.7.6/471',
    subject: 'Permohonan Jalur Cadangan Jaringan Rumah Sakit',
    urgency: 'segera',
    body: [
      'Untuk menjamin kesinambungan rekam medis elektronik, kami mohon penyediaan jalur cadangan jaringan rumah sakit melalui lintasan yang berbeda dari jalur utama.',
      'Survei lintasan dapat dilakukan setiap hari dengan pendampingan petugas kami.',
    ],
  },
  {
    from: 'bkpsdm',
    number: '800.1.6/1502',
    subject: 'Usulan Kebutuhan Pegawai Jabatan Fungsional',
    body: [
      'Saudara dimohon menyampaikan usulan kebutuhan pegawai jabatan fungsional pranata komputer, statistisi, dan sandiman Tahun {tahun depan} berdasarkan analisis beban kerja.',
      'Usulan disampaikan paling lambat {+8}.',
    ],
  },
  {
    from: 'satpolpp',
    number: '300.1.2/433',
    subject: 'Pemberitahuan Penertiban Reklame Liar',
    body: [
      'Diberitahukan bahwa penertiban reklame liar dilaksanakan mulai {+3}. Media luar ruang milik Pemerintah Kota agar dilengkapi tanda kepemilikan.',
      'Demikian untuk menjadi perhatian.',
    ],
  },
  {
    from: 'bappeda',
    number: '000.7.1/1710',
    subject: 'Undangan Forum Perangkat Daerah',
    body: [
      'Dalam rangka penyusunan rencana kerja, Saudara diundang pada Forum Perangkat Daerah pada {+6h} pukul 08.30 WIB di Aula Bappeda.',
      'Mohon membawa rancangan akhir rencana kerja beserta daftar usulan yang belum tertampung.',
    ],
  },
  {
    from: 'dlh',
    number: '600.4.1/588',
    subject: 'Permohonan Penayangan Iklan Layanan Pengurangan Plastik',
    body: [
      'Kami mohon penayangan iklan layanan masyarakat tentang pengurangan plastik pada videotron kota selama dua minggu, mulai {+5}.',
      'Berkas video kami serahkan dalam bentuk elektronik.',
    ],
  },
  {
    from: 'disdukcapil',
    number: '400.12.3.2/1840',
    subject: 'Permohonan Sertifikat Elektronik bagi Pejabat Baru',
    body: [
      'Sehubungan dengan pergantian pejabat, kami mohon fasilitasi penerbitan sertifikat elektronik bagi tiga orang pejabat sebagaimana daftar terlampir.',
      'Atas bantuan Saudara disampaikan terima kasih.',
    ],
    enclosure: '1 (satu) lembar',
  },
  {
    from: 'dprd',
    number: '000.1.5/602',
    subject: 'Undangan Rapat Dengar Pendapat Komisi I',
    urgency: 'segera',
    body: [
      'Saudara diundang pada Rapat Dengar Pendapat Komisi I dengan acara pembahasan layanan internet publik, pada {+3h} pukul 10.00 WIB di Ruang Komisi I.',
      'Bahan tertulis kami harapkan satu hari sebelumnya.',
    ],
  },
  {
    from: 'utara',
    number: '500.12.2/098',
    subject: 'Permohonan Titik Internet Balai Kelurahan Kaligawe',
    body: [
      'Kami mohon pemasangan titik layanan internet pada Balai Kelurahan Kaligawe untuk mendukung layanan administrasi terpadu.',
      'Daya listrik dan ruang perangkat telah tersedia.',
    ],
  },
  {
    from: 'kesbangpol',
    number: '200.1.4/288',
    subject: 'Permintaan Publikasi Sekolah Kebangsaan',
    body: [
      'Dengan hormat kami mohon publikasi kegiatan Sekolah Kebangsaan pada laman dan media sosial resmi Pemerintah Kota, mulai {+2}.',
      'Rilis dan foto kami sertakan dalam bentuk elektronik.',
    ],
  },
];
