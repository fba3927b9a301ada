import type { ReportText } from '../paper/report-page.ts';

/** Reports that people attach to their follow-ups. Words in braces are dates, counted from the day of the report. */
export const reportTexts = {
  aset: {
    title: ['BERITA ACARA PENCOCOKAN ASET JARINGAN', 'SEMESTER I'],
    body: [
      'Pencocokan dilakukan terhadap 214 titik akses, 61 sakelar, dan 37 perute pada tanggal {-2} s.d. {-1}. Hasil sementara sebagai berikut:',
      {
        columns: [
          { head: 'Lokasi', share: 0.44, align: 'left' },
          { head: 'Cocok', share: 0.18, align: 'right' },
          { head: 'Selisih', share: 0.18, align: 'right' },
          { head: 'Belum diperiksa', share: 0.2, align: 'right' },
        ],
        rows: [
          ['Balai Kota', '96', '1', '0'],
          ['Kantor kecamatan', '84', '3', '12'],
          ['Taman dan ruang publik', '71', '4', '41'],
        ],
      },
      'Sisa lokasi diperiksa sampai dengan {+3}.',
    ],
    maker: ['Tirtawangsa, {+0}', 'Pranata Komputer,', '', 'Rizky Maulana, S.Kom.'],
  },
  sekolah: {
    title: ['LAPORAN SURVEI JARINGAN SEKOLAH'],
    body: [
      'Survei dilaksanakan pada tiga satuan pendidikan. Seluruh lokasi dapat dilayani dari tiang terdekat tanpa pekerjaan galian.',
      {
        facts: [
          ['SD Negeri Wangsa 02', 'jarak 180 meter, siap dipasang'],
          ['SD Negeri Tirto 05', 'jarak 240 meter, siap dipasang'],
          ['SMP Negeri 11', 'jarak 95 meter, perlu satu lemari perangkat'],
        ],
      },
      'Pemasangan dijadwalkan {+4} s.d. {+8}.',
    ],
    maker: ['Tirtawangsa, {+0}', 'Kepala Bidang TIK,', '', 'Arif Nugroho, S.Kom., M.T.'],
  },
  forum: {
    title: ['LAPORAN MENGHADIRI FORUM SATU DATA', 'TINGKAT PROVINSI'],
    body: [
      'Forum menetapkan 214 judul data prioritas. Kota Tirtawangsa bertanggung jawab atas 31 judul, sebelas di antaranya baru.',
      {
        points: [
          'format metadata mengikuti standar yang dibagikan panitia;',
          'pemutakhiran dilakukan setiap triwulan oleh produsen data;',
          'kode referensi wilayah memakai kode terbaru.',
        ],
      },
      'Kami usulkan rapat tindak lanjut dengan seluruh produsen data pada {+6h}.',
    ],
    maker: [
      'Tirtawangsa, {+0}',
      'Kepala Bidang Statistik dan Persandian,',
      '',
      'Hendra Gunawan, S.Si., M.Kom.',
    ],
  },
  reformasi: {
    title: ['DAFTAR DOKUMEN EVALUASI REFORMASI BIROKRASI'],
    body: [
      'Dokumen yang telah tersedia dan diperiksa:',
      {
        points: [
          'rencana aksi dan laporan capaian, lengkap;',
          'peta proses bisnis, lengkap;',
          'standar operasional prosedur, 26 dari 28 ditetapkan;',
          'bukti pemanfaatan sistem elektronik, menunggu bahan Bidang Statistik.',
        ],
      },
      'Kekurangan dilengkapi sebelum batas waktu.',
    ],
    maker: ['Tirtawangsa, {+0}', 'Kepala Subbagian Umum,', '', 'Yuliana Pratiwi, S.E.'],
  },
  siaran: {
    title: ['LAPORAN SIARAN LANGSUNG RAPAT PARIPURNA'],
    body: [
      'Siaran langsung terlaksana melalui dua kanal selama dua jam empat puluh menit. Penonton tertinggi 1.860 orang.',
      'Tidak terdapat gangguan gambar. Suara sempat terputus sebelas detik karena penggantian mikrofon.',
    ],
    maker: ['Tirtawangsa, {+0}', 'Kepala Bidang IKP,', '', 'Siti Maryam, S.I.Kom., M.Si.'],
  },
  gangguan: {
    title: ['LAPORAN PENANGANAN GANGGUAN', 'KANTOR KECAMATAN SELATAN'],
    body: [
      'Penyebab gangguan adalah kabel serat optik putus tertimpa dahan di Jalan Brantas. Penyambungan dilakukan di dua titik dan jaringan pulih pada hari yang sama.',
      {
        facts: [
          ['lama gangguan', '22 jam 15 menit'],
          ['redaman setelah perbaikan', '-19,4 dBm'],
          ['tindak lanjut', 'pemangkasan dahan oleh Dinas Lingkungan Hidup'],
        ],
      },
    ],
    maker: ['Tirtawangsa, {+0}', 'Pranata Komputer,', '', 'Rizky Maulana, S.Kom.'],
  },
  publikasi: {
    title: ['RENCANA PUBLIKASI HARI JADI KOTA'],
    body: [
      'Rencana penayangan menurut saluran:',
      {
        facts: [
          ['laman resmi', 'spanduk beranda dan 14 berita'],
          ['videotron', 'tiga lokasi, 40 kali sehari'],
          ['radio', 'dua stasiun, 6 kali sehari'],
          ['media sosial', 'satu tayangan setiap hari'],
        ],
      },
      'Naskah pertama siap ditinjau {+1}.',
    ],
    maker: ['Tirtawangsa, {+0}', 'Kepala Bidang IKP,', '', 'Siti Maryam, S.I.Kom., M.Si.'],
  },
} as const satisfies Record<string, ReportText>;

export type ReportKey = keyof typeof reportTexts;
