import type { Block } from '../paper/blocks.ts';

/** A nota dinas as its unit wrote it. Words in braces are dates, counted from its own (letter-dates.ts). */
export interface MemoWords {
  /** As the heading names them; the roster's short titles are for the screen. */
  readonly to: string;
  readonly from: string;
  readonly copies?: string;
  readonly number: string;
  readonly subject: string;
  readonly enclosure?: string;
  readonly body: readonly Block[];
  /** The lines above each signatory's stamp. */
  readonly signatories: readonly (readonly string[])[];
}

const head = ['Plh. Kepala Dinas Komunikasi dan', 'Informatika,'] as const;
const secretary = ['Sekretaris,'] as const;
const headOfTik = ['Kepala Bidang TIK,'] as const;
const headOfIkp = ['Kepala Bidang IKP,'] as const;
const headOfStatistics = ['Kepala Bidang Statistik dan', 'Persandian,'] as const;

const costs = (rows: readonly (readonly string[])[]): Block => ({
  columns: [
    { head: 'No', share: 0.07, align: 'centre' },
    { head: 'Uraian', share: 0.5, align: 'left' },
    { head: 'Volume', share: 0.18, align: 'centre' },
    { head: 'Jumlah (Rp)', share: 0.25, align: 'right' },
  ],
  rows,
});

export const memoTexts = {
  penggunaLayanan: {
    to: 'Kepala Bidang Statistik dan Persandian',
    from: 'Kepala Dinas Komunikasi dan Informatika',
    copies: 'Sekretaris',
    number: '500.12.3/918/TIK',
    subject: 'Permohonan Data Pengguna Layanan',
    body: [
      'Menindaklanjuti hasil rapat integrasi layanan tanggal {-11} dan dalam rangka penyusunan peta jalan Satu Data Kota Tirtawangsa, mohon Saudara menyampaikan data pengguna layanan daring periode Januari s.d. {bulan lalu}, meliputi:',
      {
        facts: [
          ['layanan', 'jumlah pemohon menurut jenis layanan dan kecamatan'],
          ['saluran', 'jumlah pemohon melalui loket, laman, dan aplikasi'],
          ['waktu', 'median waktu penyelesaian setiap jenis layanan'],
        ],
      },
      'Data disampaikan dalam bentuk agregat tanpa data pribadi, melalui portal Satu Data Kota paling lambat {+5}. Narahubung: Rizky Maulana, S.Kom., Pranata Komputer Ahli Pertama.',
      'Demikian, atas perhatian dan kerja sama Saudara diucapkan terima kasih.',
    ],
    signatories: [head],
  },
  suratTugas: {
    to: 'Kepala Bidang TIK',
    from: 'Kepala Dinas Komunikasi dan Informatika',
    number: '800.1.11/919/UM',
    subject: 'Surat Tugas Pemantauan Jaringan Kelurahan',
    body: [
      'Dalam rangka pemantauan mutu jaringan pada 42 kelurahan, dengan ini menugaskan pegawai berikut:',
      {
        columns: [
          { head: 'No', share: 0.08, align: 'centre' },
          { head: 'Nama', share: 0.46, align: 'left' },
          { head: 'Wilayah', share: 0.46, align: 'left' },
        ],
        rows: [
          ['1', 'Rizky Maulana, S.Kom.', 'Kecamatan Selatan dan Timur'],
          ['2', 'Pegawai Seksi Jaringan (2 orang)', 'Kecamatan Utara dan Barat'],
          ['3', 'Pegawai Seksi Aplikasi (3 orang)', 'Kecamatan Tengah'],
        ],
      },
      'Pemantauan dilaksanakan {+1} s.d. {+4} dengan memakai daftar periksa yang berlaku. Laporan disampaikan paling lambat tiga hari setelah selesai.',
      'Biaya yang timbul dibebankan pada anggaran dinas.',
    ],
    signatories: [head],
  },
  peliputan: {
    to: 'Sekretaris',
    from: 'Kepala Dinas Komunikasi dan Informatika',
    number: '000.1.4/920/IKP',
    subject: 'Undangan Peliputan Hari Jadi Kota Tirtawangsa',
    body: [
      'Sehubungan dengan rangkaian Hari Jadi Kota Tirtawangsa, Saudara diminta menyiapkan undangan peliputan bagi media mitra dengan ketentuan:',
      {
        points: [
          'undangan dikirim paling lambat {+3} melalui surel dan pesan singkat;',
          'tanda peliputan diberikan kepada paling banyak dua orang setiap media;',
          'ruang kerja media tersedia di Pendopo Alun-alun Utara dengan sambungan internet.',
        ],
      },
      'Daftar media yang hadir dilaporkan sehari sebelum acara.',
    ],
    signatories: [head],
  },
  publikasi: {
    to: 'Kepala Dinas Komunikasi dan Informatika',
    from: 'Kepala Bidang IKP',
    number: '900.1.3/71/IKP',
    subject: 'Usulan Anggaran Publikasi Triwulan IV',
    enclosure: '1 (satu) berkas',
    body: [
      'Dengan hormat, sehubungan dengan pembahasan perubahan anggaran Tahun {tahun}, bersama ini kami usulkan kebutuhan publikasi sebagai berikut:',
      costs([
        ['1', 'Siaran radio layanan masyarakat', '48 kali', '57.600.000'],
        ['2', 'Penayangan videotron', '60 hari', '45.000.000'],
        ['3', 'Cetak poster dan baliho', '120 lembar', '21.600.000'],
        ['', 'Jumlah', '', '124.200.000'],
      ]),
      'Rincian harga satuan terlampir. Apabila Ibu berkenan, usulan ini kami sampaikan kepada Badan Pengelolaan Keuangan dan Aset Daerah paling lambat {+6}.',
      'Demikian, mohon arahan lebih lanjut.',
    ],
    signatories: [headOfIkp],
  },
  server: {
    to: 'Kepala Dinas Komunikasi dan Informatika',
    from: 'Plt. Kepala Subbagian Keuangan',
    number: '900.1.3/77/KEU',
    subject: 'Usulan Anggaran Pemeliharaan Ruang Peladen',
    body: [
      'Dengan hormat, sehubungan dengan pembahasan perubahan anggaran Tahun {tahun}, bersama ini kami usulkan kebutuhan pemeliharaan ruang peladen sebagai berikut:',
      costs([
        ['1', 'Perpanjangan lisensi peladen', '1 tahun', '62.400.000'],
        ['2', 'Penggantian baterai UPS', '12 unit', '31.200.000'],
        ['3', 'Pemeliharaan pendingin ruang', '4 kali', '48.500.000'],
        ['', 'Jumlah', '', '142.100.000'],
      ]),
      'Rincian harga satuan terlampir. Apabila Ibu berkenan, usulan ini kami sampaikan kepada Badan Pengelolaan Keuangan dan Aset Daerah paling lambat {+5}.',
      'Demikian, mohon arahan lebih lanjut.',
    ],
    enclosure: '1 (satu) berkas',
    signatories: [['Plt. Kepala Subbagian Keuangan,']],
  },
  daftarAset: {
    to: 'Sekretaris',
    from: 'Kepala Bidang TIK',
    number: '000.2.3/64/TIK',
    subject: 'Pembaruan Daftar Aset Jaringan',
    body: [
      'Bersama ini disampaikan pembaruan daftar aset jaringan hasil pemeriksaan lapangan sampai dengan {-3}. Lima titik akses dinyatakan rusak berat dan diusulkan untuk dihapuskan.',
      'Dua sakelar jaringan yang belum tercatat berasal dari hibah pemerintah provinsi dan memerlukan berita acara serah terima.',
      'Demikian untuk digunakan dalam rekonsiliasi dengan pengelola barang.',
    ],
    signatories: [headOfTik],
  },
  beritaAcara: {
    to: 'Kepala Subbagian Umum dan Kepegawaian',
    from: 'Kepala Bidang TIK',
    number: '000.3.2/66/TIK',
    subject: 'Berita Acara Serah Terima Perangkat Wi-Fi Taman',
    body: [
      'Pada hari ini telah dilakukan pemeriksaan dan serah terima perangkat Wi-Fi Taman Kota hasil pengadaan Tahun {tahun} dengan rincian:',
      {
        facts: [
          ['titik akses luar ruang', '12 unit, berfungsi baik'],
          ['pencatu daya', '12 unit, berfungsi baik'],
          ['tiang dan dudukan', '6 set, dua perlu pengecatan ulang'],
        ],
      },
      'Perangkat selanjutnya dicatat sebagai barang milik daerah pada dinas dan dipelihara oleh Bidang TIK.',
    ],
    signatories: [headOfTik, head],
  },
  piket: {
    to: 'Para Kepala Bidang',
    from: 'Sekretaris',
    copies: 'Kepala Dinas',
    number: '800.1.6/58/SEK',
    subject: 'Jadwal Piket Pusat Data',
    body: [
      'Untuk menjaga kesinambungan layanan, disampaikan jadwal piket pusat data mulai {+3} dengan pembagian dua regu, pukul 07.00–19.00 dan 19.00–07.00 WIB.',
      'Perubahan personel dilaporkan kepada Subbagian Umum paling lambat satu hari sebelumnya. Setiap gangguan dicatat pada buku piket dan dilaporkan kepada Kepala Bidang TIK.',
    ],
    signatories: [secretary],
  },
  kesepakatan: {
    to: 'Sekretaris',
    from: 'Kepala Bidang TIK dan Kepala Bidang Statistik',
    number: '500.12.3/61/TIK',
    subject: 'Kesepakatan Layanan Internal Jaringan dan Data',
    body: [
      'Bidang TIK dan Bidang Statistik dan Persandian menyepakati tingkat layanan internal sebagai berikut:',
      {
        points: [
          'gangguan jaringan internal ditangani paling lambat empat jam kerja;',
          'permintaan data antarbidang dijawab paling lambat dua hari kerja;',
          'perubahan kewenangan akses disetujui oleh kedua kepala bidang.',
        ],
      },
      'Kesepakatan ditinjau kembali setiap enam bulan. Mohon dicatat sebagai bagian dari standar layanan dinas.',
    ],
    signatories: [headOfTik, headOfStatistics],
  },
  kataSandi: {
    to: 'Para Kepala Bidang',
    from: 'Kepala Dinas Komunikasi dan Informatika',
    number: '500.12.5/69/TIK',
    subject: 'Konsep Edaran Pengamanan Kata Sandi',
    body: [
      'Dalam rangka pengamanan akun kedinasan, seluruh pegawai diminta mengganti kata sandi surel dan aplikasi perkantoran paling lambat {+8}.',
      'Kata sandi paling sedikit dua belas karakter dan tidak dipakai pada lebih dari satu aplikasi. Penggunaan verifikasi dua langkah diwajibkan bagi pejabat dan pengelola keuangan.',
    ],
    signatories: [head],
  },
  lembur: {
    to: 'Sekretaris',
    from: 'Kepala Bidang TIK',
    number: '800.1.8/55/TIK',
    subject: 'Usulan Lembur Tim Jaringan',
    body: [
      'Sehubungan dengan pemindahan jalur utama pusat data, kami usulkan lembur bagi empat orang petugas jaringan pada {+2} s.d. {+3}.',
      'Biaya lembur mengikuti ketentuan yang berlaku dan tersedia pada anggaran kegiatan.',
    ],
    signatories: [headOfTik],
  },
  dataPrioritas: {
    to: 'Kepala Bidang TIK',
    from: 'Kepala Bidang Statistik dan Persandian',
    number: '000.9.2/47/STAT',
    subject: 'Daftar Data Prioritas Triwulan {triwulan}',
    body: [
      'Bersama ini disampaikan daftar data prioritas Triwulan {triwulan} yang memerlukan sambungan antarsistem, terdiri atas sebelas judul data dari tujuh perangkat daerah.',
      'Mohon Bidang TIK memeriksa ketersediaan antarmuka dan menyampaikan rencana sambungan paling lambat {+5}.',
    ],
    signatories: [headOfStatistics],
  },
  pekanBudaya: {
    to: 'Kepala Dinas Komunikasi dan Informatika',
    from: 'Kepala Bidang IKP',
    number: '400.6.2/68/IKP',
    subject: 'Laporan Peliputan Pekan Budaya',
    enclosure: '1 (satu) berkas',
    body: [
      'Dilaporkan bahwa peliputan Pekan Budaya telah selesai dilaksanakan dengan hasil sebagai berikut:',
      {
        facts: [
          ['berita', '34 judul pada laman resmi'],
          ['siaran langsung', '6 kali, ditonton 41.700 kali'],
          ['aduan warga', '9 aduan, seluruhnya telah dijawab'],
        ],
      },
      'Kendala utama adalah sambungan internet di panggung selatan. Kami usulkan jalur cadangan untuk kegiatan berikutnya.',
    ],
    signatories: [headOfIkp],
  },
  laporanJaringan: {
    to: 'Sekretaris',
    from: 'Kepala Bidang TIK',
    copies: 'Arsiparis',
    number: '500.12.2/49/TIK',
    subject: 'Laporan Pemeliharaan Jaringan {bulan lalu}',
    body: [
      'Dilaporkan bahwa pemeliharaan jaringan {bulan lalu} telah dilaksanakan pada 37 lokasi. Ketersediaan rata-rata mencapai 99,3 persen, dengan gangguan terlama tiga jam dua puluh menit di Kecamatan Selatan.',
      'Dua lokasi memerlukan penggantian perangkat dan telah diusulkan dalam perubahan anggaran.',
    ],
    signatories: [headOfTik],
  },
  sambutan: {
    to: 'Kepala Dinas Komunikasi dan Informatika',
    from: 'Sekretaris',
    number: '000.1.4/79/SEK',
    subject: 'Naskah Sambutan Hari Jadi Kota',
    body: [
      'Bersama ini disampaikan naskah sambutan Kepala Dinas pada pembukaan pameran layanan digital dalam rangka Hari Jadi Kota, yang dilaksanakan pada {+12h}.',
      'Naskah menekankan kemudahan layanan, keterbukaan data, dan peran warga dalam pengaduan. Mohon koreksi Bidang IKP atas gaya bahasa dan data yang dikutip.',
    ],
    signatories: [secretary],
  },
} as const satisfies Record<string, MemoWords>;

export type MemoKey = keyof typeof memoTexts;
