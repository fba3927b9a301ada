import type { IncomingText } from './incoming-text.ts';

/** Surat masuk of the last days: most of them still wait for somebody. */
export const latestLetters = {
  perintahPlh: {
    from: 'bkpsdm',
    number: '800.1.11.1/2143',
    subject: 'Surat Perintah Pelaksana Harian Kepala Dinas',
    enclosure: '1 (satu) berkas',
    body: [
      'Sehubungan dengan perjalanan dinas luar daerah Kepala Dinas Komunikasi dan Informatika, bersama ini disampaikan surat perintah pelaksana harian dengan ketentuan:',
      {
        facts: [
          ['nama', 'Bambang Hariyanto, S.Sos., M.M.'],
          ['jabatan', 'Sekretaris Dinas Komunikasi dan Informatika'],
          ['tugas', 'melaksanakan tugas Kepala Dinas selaku Pelaksana Harian'],
        ],
      },
      'Pelaksana harian tidak mengambil keputusan yang mengikat dalam hal kepegawaian, keuangan, dan perubahan organisasi. Surat perintah berlaku sampai pejabat definitif kembali melaksanakan tugas.',
    ],
    copies: ['Wali Kota Tirtawangsa', 'Sekretaris Daerah', 'Kepala BPKAD'],
  },
  antrean: {
    from: 'dinkes',
    number: '400.7.1/1655',
    subject: 'Integrasi Antrean Puskesmas ke Portal Kota',
    enclosure: '2 (dua) lembar',
    body: [
      'Dalam rangka peningkatan mutu pelayanan, dengan hormat kami mohon bantuan integrasi sistem antrean dua belas puskesmas ke dalam portal layanan kota.',
      {
        facts: [
          ['tahap I', 'tiga puskesmas, uji coba mulai {+15}'],
          ['tahap II', 'sembilan puskesmas, paling lambat akhir tahun'],
        ],
      },
      'Dokumen antarmuka pemrograman dan contoh data kami sertakan. Tim teknis kami siap bertemu pada {+4h} pukul 09.00 WIB.',
    ],
  },
  wifiTaman: {
    from: 'selatan',
    number: '500.12.2/221',
    subject: 'Aduan Warga atas Wi-Fi Taman Kota yang Padam',
    urgency: 'segera',
    body: [
      'Meneruskan aduan warga melalui kanal aspirasi, kami sampaikan bahwa layanan Wi-Fi Taman Kota di wilayah Kecamatan Selatan padam sejak hari Senin.',
      'Warga yang memanfaatkan layanan tersebut untuk belajar dan berdagang daring mengharapkan kepastian waktu perbaikan. Mohon informasi perbaikan dapat kami teruskan kepada pelapor.',
      'Demikian, atas tindak lanjut Saudara diucapkan terima kasih.',
    ],
  },
  lhp: {
    from: 'inspektorat',
    number: '700.1.1/341',
    subject: 'Tindak Lanjut LHP Nomor 21 Tahun {tahun}',
    urgency: 'sangatSegera',
    security: 'terbatas',
    enclosure: '1 (satu) berkas',
    body: [
      'Berdasarkan Laporan Hasil Pemeriksaan Nomor 21 Tahun {tahun} atas pengelolaan belanja jasa jaringan, masih terdapat tiga rekomendasi yang belum ditindaklanjuti oleh dinas Saudara:',
      {
        points: [
          'penetapan penanggung jawab pemantauan tingkat layanan penyedia;',
          'pemulihan kelebihan bayar jasa sewa jaringan bulan Februari;',
          'penyempurnaan prosedur serah terima perangkat.',
        ],
      },
      'Saudara dimohon menyampaikan bukti tindak lanjut dalam waktu tujuh hari sejak surat ini diterima. Bukti yang melewati batas waktu dilaporkan kepada Wali Kota.',
    ],
    copies: ['Wali Kota Tirtawangsa'],
  },
  rancangan: {
    from: 'setda',
    number: '100.3.3.3/1467',
    subject: 'Tanggapan atas Rancangan Peraturan Wali Kota tentang SPBE',
    enclosure: '1 (satu) berkas',
    body: [
      'Bersama ini kami sampaikan Rancangan Peraturan Wali Kota tentang Penyelenggaraan Sistem Pemerintahan Berbasis Elektronik hasil pembahasan tingkat pertama.',
      'Saudara dimohon memberikan tanggapan tertulis, khususnya atas pasal mengenai tata kelola data, keamanan informasi, dan pembagian kewenangan antarperangkat daerah, paling lambat {+6}.',
      'Demikian, atas perhatian Saudara diucapkan terima kasih.',
    ],
  },
  kematangan: {
    from: 'provinsi',
    number: '500.12.5/0689',
    subject: 'Survei Kematangan Keamanan Informasi',
    security: 'terbatas',
    enclosure: '1 (satu) instrumen',
    body: [
      'Dalam rangka pemetaan kesiapan keamanan informasi pemerintah kabupaten/kota, kami mohon Saudara mengisi instrumen survei kematangan sebagaimana terlampir.',
      {
        facts: [
          ['pengisi', 'pejabat yang membidangi persandian'],
          ['batas waktu', '{+7}'],
          ['bukti dukung', 'disampaikan melalui jalur terlindungi, bukan surel biasa'],
        ],
      },
      'Hasil survei bersifat terbatas dan hanya digunakan untuk penyusunan program pembinaan.',
    ],
  },
  hariJadi: {
    from: 'setda',
    number: '000.1.4/1471',
    subject: 'Dukungan Publikasi Hari Jadi Kota',
    urgency: 'segera',
    body: [
      'Sehubungan dengan rangkaian peringatan Hari Jadi Kota Tirtawangsa, kami mohon dukungan publikasi melalui media luar ruang, laman, dan media sosial resmi Pemerintah Kota.',
      {
        facts: [
          ['tema', 'Bergerak Bersama, Melayani Tanpa Jeda'],
          ['masa publikasi', '{+3} s.d. {+18}'],
          ['puncak acara', '{+15h}, Alun-alun Utara'],
        ],
      },
      'Naskah dan desain dasar dapat diambil pada Bagian Protokol dan Komunikasi Pimpinan.',
    ],
  },
  spbe: {
    from: 'setda',
    number: '000.8.6.3/1482',
    subject: 'Undangan Rapat Koordinasi Bukti Dukung SPBE',
    urgency: 'segera',
    enclosure: '1 (satu) berkas',
    body: [
      'Dalam rangka pengumpulan bukti dukung evaluasi Sistem Pemerintahan Berbasis Elektronik (SPBE) Tahun {tahun}, dengan hormat kami mengundang Saudara pada rapat koordinasi yang akan diselenggarakan pada:',
      {
        facts: [
          ['hari, tanggal', '{+6h}'],
          ['waktu', 'pukul 09.00 WIB s.d. selesai'],
          ['tempat', 'Ruang Rapat Praja, Balai Kota Lantai 2'],
          ['acara', 'Bukti dukung indikator 37 dan penanggung jawab data'],
        ],
      },
      'Saudara dimohon membawa bahan paparan paling banyak lima halaman. Nama peserta kami terima paling lambat {+5}. Atas kehadiran Saudara, kami ucapkan terima kasih.',
    ],
    copies: ['Wali Kota Tirtawangsa', 'Inspektur Daerah'],
  },
  integrasi: {
    from: 'disdukcapil',
    number: '400.12.3.2/2216',
    subject: 'Permohonan Integrasi Data Kependudukan',
    urgency: 'segera',
    enclosure: '1 (satu) lembar',
    body: [
      'Dalam rangka pemutakhiran layanan administrasi kependudukan secara daring, dengan hormat kami mohon bantuan Saudara memfasilitasi integrasi data kependudukan dengan portal layanan kota, dengan ruang lingkup sebagai berikut:',
      {
        facts: [
          ['layanan', 'akta kelahiran, kartu keluarga, dan perpindahan'],
          ['jaringan', 'jalur tertutup antara pusat data kota dan kantor kami'],
          ['jadwal', 'uji coba {+18} s.d. {+27}'],
        ],
      },
      'Untuk pembahasan teknis, kami menugaskan Kepala Bidang Pengelolaan Informasi Administrasi Kependudukan. Mohon nama narahubung dari dinas Saudara kami terima paling lambat {+7}.',
      'Demikian, atas bantuan Saudara kami ucapkan terima kasih.',
    ],
  },
  bantuan: {
    from: 'dinsos',
    number: '400.9.1/882',
    subject: 'Permohonan Pembaruan Laman Layanan Bantuan Sosial',
    body: [
      'Laman layanan bantuan sosial yang dikelola bersama dinas Saudara terakhir diperbarui pada {tahun lalu}, sehingga sebagian syarat dan alur pengajuan sudah tidak sesuai dengan ketentuan yang berlaku.',
      'Dengan hormat kami mohon bantuan pembaruan isi dan tampilan laman, termasuk penyediaan formulir yang mudah dibaca lanjut usia. Naskah terbaru kami serahkan pada {+3}.',
      'Atas bantuan Saudara kami ucapkan terima kasih.',
    ],
  },
  sektoral: {
    from: 'bappeda',
    number: '000.9.2/2071',
    subject: 'Permohonan Data Statistik Sektoral Triwulan {triwulan lalu}',
    enclosure: '1 (satu) format isian',
    body: [
      'Dalam rangka penyusunan laporan evaluasi pembangunan daerah, dengan hormat kami mohon data statistik sektoral bidang komunikasi dan informatika Triwulan {triwulan lalu}, meliputi:',
      {
        points: [
          'jumlah titik layanan internet publik dan rata-rata penggunanya;',
          'jumlah layanan daring yang aktif menurut perangkat daerah;',
          'persentase aduan warga yang diselesaikan tepat waktu.',
        ],
      },
      'Data disampaikan dalam format isian terlampir paling lambat {+6}.',
    ],
  },
  bimtek: {
    from: 'bkpsdm',
    number: '800.2.2/2160',
    subject: 'Pemanggilan Peserta Bimbingan Teknis Arsip Elektronik',
    body: [
      'Dalam rangka peningkatan kompetensi pengelola kearsipan, kami memanggil satu orang arsiparis dan satu orang pengadministrasi dari dinas Saudara untuk mengikuti bimbingan teknis pada:',
      {
        facts: [
          ['hari, tanggal', '{+9h} s.d. {+11h}'],
          ['tempat', 'Balai Diklat Kota, Jalan Cendekia Nomor 30'],
          ['perlengkapan', 'laptop dan contoh daftar arsip aktif'],
        ],
      },
      'Nama peserta disampaikan melalui sistem kepegawaian paling lambat {+4}. Seluruh biaya dibebankan pada anggaran BKPSDM.',
    ],
  },
  kabelUdara: {
    from: 'utara',
    number: '600.1.2/147',
    subject: 'Permohonan Penataan Kabel Udara Jalan Kaligawe',
    body: [
      'Berdasarkan usulan warga pada musyawarah kelurahan, kabel udara di sepanjang Jalan Kaligawe dinilai mengganggu dan membahayakan pengguna jalan.',
      'Dengan hormat kami mohon penataan kabel tersebut ke dalam saluran bawah tanah yang telah tersedia pada ruas jalan dimaksud.',
      'Demikian permohonan kami, atas perhatiannya diucapkan terima kasih.',
    ],
  },
  telemedisin: {
    from: 'rsud',
    number: '400.7.6/530',
    subject: 'Undangan Rapat Persiapan Layanan Telemedisin',
    body: [
      'Dengan hormat, sehubungan dengan persiapan layanan telemedisin antara rumah sakit dan puskesmas, kami mengundang Saudara untuk hadir pada:',
      {
        facts: [
          ['hari, tanggal', '{+5h}'],
          ['waktu', 'pukul 10.00 WIB'],
          ['tempat', 'Ruang Rapat Direksi, Lantai 3'],
          ['acara', 'Kebutuhan jaringan, ruang konsultasi, dan perlindungan data pasien'],
        ],
      },
      'Mohon berkenan menugaskan personel yang membidangi jaringan dan keamanan informasi.',
    ],
  },
  literasi: {
    from: 'dinkes',
    number: '400.7.1/1681',
    subject: 'Permohonan Narasumber Literasi Digital Kader Kesehatan',
    urgency: 'segera',
    body: [
      'Dalam rangka pelatihan kader kesehatan menggunakan aplikasi pencatatan posyandu, dengan hormat kami mohon bantuan dua orang narasumber literasi digital.',
      {
        facts: [
          ['hari, tanggal', '{+7h}'],
          ['peserta', '60 kader dari 12 kelurahan'],
          ['tempat', 'Aula Dinas Kesehatan, Jalan Melati Nomor 5'],
        ],
      },
      'Bahan ajar diharapkan kami terima dua hari sebelum pelaksanaan. Atas kesediaan Saudara kami ucapkan terima kasih.',
    ],
  },
  perizinan: {
    from: 'dpmptsp',
    number: '500.16.7/1204',
    subject: 'Undangan Uji Coba Portal Perizinan',
    body: [
      'Bersama ini kami mengundang Saudara untuk mengikuti uji coba portal perizinan versi baru sebelum dibuka kepada masyarakat, yang diselenggarakan pada:',
      {
        facts: [
          ['hari, tanggal', '{+6h}'],
          ['waktu', 'pukul 13.00 WIB'],
          ['tempat', 'Mal Pelayanan Publik Lantai 2'],
          ['peserta', 'wakil bidang TIK dan bidang IKP'],
        ],
      },
      'Catatan hasil uji coba akan menjadi dasar perbaikan sebelum peluncuran.',
    ],
  },
  sistemInformasi: {
    from: 'kesbangpol',
    number: '200.1.2/411',
    subject: 'Permintaan Data Sistem Informasi Perangkat Daerah',
    body: [
      'Dalam rangka penyusunan peta kerawanan layanan publik, kami mohon daftar sistem informasi yang digunakan perangkat daerah beserta penanggung jawabnya.',
      'Data dimaksud kami harapkan paling lambat {+8} dalam bentuk lembar kerja elektronik.',
      'Atas kerja sama Saudara disampaikan terima kasih.',
    ],
  },
  bankSampah: {
    from: 'dlh',
    number: '600.4.15/766',
    subject: 'Undangan Peluncuran Aplikasi Bank Sampah',
    body: [
      'Dengan hormat, kami mengundang Saudara untuk menghadiri peluncuran aplikasi bank sampah yang dikembangkan bersama komunitas warga, pada:',
      {
        facts: [
          ['hari, tanggal', '{+8h}'],
          ['waktu', 'pukul 08.00 WIB'],
          ['tempat', 'Taman Rimba Kota'],
        ],
      },
      'Kami mohon pula bantuan peliputan oleh Bidang Informasi dan Komunikasi Publik.',
    ],
  },
} as const satisfies Record<string, IncomingText>;
