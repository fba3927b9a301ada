import type { IncomingText } from './incoming-text.ts';

/** Surat masuk of the last ten working days but two, which are in `latest-letters.ts`. */
export const recentLetters = {
  monitoring: {
    from: 'setda',
    number: '000.7.3/1391',
    subject: 'Jadwal Monitoring Kegiatan Triwulan {triwulan}',
    enclosure: '1 (satu) lembar',
    body: [
      'Dalam rangka pengendalian pelaksanaan kegiatan perangkat daerah, bersama ini kami sampaikan jadwal monitoring Triwulan {triwulan} sebagaimana terlampir.',
      'Tim monitoring akan hadir di Dinas Komunikasi dan Informatika pada {+12h}. Saudara dimohon menyiapkan laporan realisasi fisik dan keuangan beserta dokumen pendukungnya, serta menugaskan seorang pejabat penghubung.',
      'Demikian, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.',
    ],
    copies: ['Wali Kota Tirtawangsa', 'Kepala Bappeda'],
  },
  rekonsiliasi: {
    from: 'bpkad',
    number: '000.2.3.2/874',
    subject: 'Rekonsiliasi Aset Jaringan Semester I',
    enclosure: '1 (satu) berkas',
    body: [
      'Menindaklanjuti hasil inventarisasi barang milik daerah, ditemukan selisih pencatatan pada kelompok aset jaringan yang dikelola dinas Saudara, dengan rincian sebagai berikut:',
      {
        columns: [
          { head: 'No', share: 0.08, align: 'centre' },
          { head: 'Jenis aset', share: 0.48, align: 'left' },
          { head: 'Tercatat', share: 0.22, align: 'right' },
          { head: 'Hasil hitung', share: 0.22, align: 'right' },
        ],
        rows: [
          ['1', 'Titik akses nirkabel', '214', '209'],
          ['2', 'Sakelar jaringan 24 porta', '61', '63'],
          ['3', 'Kabel serat optik (meter)', '48.200', '47.650'],
          ['4', 'Perute', '37', '37'],
        ],
      },
      'Saudara dimohon melakukan pencocokan dan menyampaikan berita acara rekonsiliasi paling lambat {+8}. Petugas kami siap mendampingi pada jam kerja.',
      'Demikian untuk menjadi perhatian.',
    ],
  },
  sekolah: {
    from: 'disdik',
    number: '400.3.5/1127',
    subject: 'Permohonan Perluasan Jaringan Internet Sekolah',
    body: [
      'Dalam rangka pelaksanaan asesmen berbasis komputer, dengan hormat kami mohon bantuan perluasan jaringan internet pada satuan pendidikan berikut:',
      {
        points: [
          'SD Negeri Wangsa 02, Kecamatan Selatan;',
          'SD Negeri Tirto 05, Kecamatan Utara;',
          'SMP Negeri 11, Kecamatan Timur.',
        ],
      },
      'Kebutuhan pita lebar setiap sekolah paling sedikit 100 Mbps, dan diharapkan siap pakai sebelum {+20}. Survei lokasi dapat dijadwalkan bersama Bidang Sarana dan Prasarana kami.',
      'Atas bantuan Saudara kami ucapkan terima kasih.',
    ],
  },
  forum: {
    from: 'provinsi',
    number: '500.12.4/0672',
    subject: 'Undangan Forum Satu Data Tingkat Provinsi',
    enclosure: '1 (satu) berkas',
    body: [
      'Dalam rangka penyelarasan daftar data prioritas, kami mengundang Saudara untuk menghadiri Forum Satu Data Tingkat Provinsi yang akan diselenggarakan pada:',
      {
        facts: [
          ['hari, tanggal', '{+5h}'],
          ['waktu', 'pukul 08.30 WIB s.d. selesai'],
          ['tempat', 'Aula Lantai 5 Gedung B, Jalan Gubernur Lama Nomor 21'],
          ['acara', 'Penetapan daftar data prioritas {tahun depan}'],
        ],
      },
      'Peserta dimohon membawa daftar data yang telah diverifikasi wali data. Mengingat pentingnya acara, kehadiran Saudara tidak diwakilkan kepada pejabat di bawah eselon III.',
    ],
  },
  kamera: {
    from: 'satpolpp',
    number: '300.1.4/558',
    subject: 'Permohonan Akses Kamera Pengawas Simpang',
    security: 'terbatas',
    body: [
      'Sehubungan dengan penertiban di kawasan Simpang Lima dan Pasar Wetan, dengan hormat kami mohon akses terbatas atas rekaman kamera pengawas untuk periode {-6} s.d. {-2}.',
      'Akses akan digunakan oleh dua orang petugas yang namanya kami sampaikan terpisah, dan tidak akan digandakan di luar keperluan penyidikan.',
      'Demikian permohonan kami, atas kerja samanya disampaikan terima kasih.',
    ],
  },
  indikator: {
    from: 'bappeda',
    number: '000.7.2.1/2044',
    subject: 'Penyelarasan Indikator Kinerja Bidang Komunikasi dan Informatika',
    enclosure: '3 (tiga) lembar',
    body: [
      'Dalam rangka penyusunan Rencana Kerja Pemerintah Daerah Tahun {tahun depan}, indikator kinerja utama dinas Saudara perlu diselaraskan dengan sasaran kota pintar.',
      {
        facts: [
          ['Indeks SPBE', 'sasaran 3,60; dasar perhitungan mohon dijelaskan'],
          ['Layanan daring', 'persentase layanan yang dapat diselesaikan tanpa tatap muka'],
          ['Keterbukaan', 'waktu tanggap permohonan informasi publik'],
        ],
      },
      'Usulan penyelarasan kami harapkan dalam bentuk matriks paling lambat {+10}, untuk dibahas dalam rapat teknis pada {+13h}.',
    ],
  },
  reformasi: {
    from: 'inspektorat',
    number: '700.1.2/319',
    subject: 'Permintaan Dokumen Evaluasi Reformasi Birokrasi',
    urgency: 'segera',
    enclosure: '1 (satu) berkas',
    body: [
      'Berkenaan dengan evaluasi internal pelaksanaan reformasi birokrasi Tahun {tahun}, Saudara dimohon menyampaikan dokumen berikut:',
      {
        points: [
          'rencana aksi dan laporan capaian sampai dengan Triwulan {triwulan lalu};',
          'peta proses bisnis dan standar operasional prosedur yang telah ditetapkan;',
          'bukti pemanfaatan sistem pemerintahan berbasis elektronik.',
        ],
      },
      'Dokumen disampaikan dalam bentuk elektronik paling lambat {+7} pukul 16.00 WIB. Penjelasan lebih lanjut dapat diperoleh dari Inspektur Pembantu III.',
    ],
  },
  magang: {
    from: 'universitas',
    number: '1520/PK.01',
    subject: 'Permohonan Magang Mahasiswa Informatika',
    enclosure: '1 (satu) lembar daftar nama',
    body: [
      'Dalam rangka pelaksanaan kurikulum magang semester gasal, kami mohon kesediaan Bapak/Ibu menerima empat orang mahasiswa Program Studi Informatika untuk magang selama tiga bulan, terhitung mulai {+15}.',
      'Bidang yang diminati meliputi pengembangan aplikasi, keamanan informasi, dan pengolahan data statistik. Pembimbing dari fakultas akan melakukan kunjungan satu kali setiap bulan.',
      'Besar harapan kami permohonan ini dapat dikabulkan. Atas perhatiannya kami ucapkan terima kasih.',
    ],
  },
  kepegawaian: {
    from: 'bkpsdm',
    number: '800.1.13/1873',
    subject: 'Pemutakhiran Data Pegawai pada Sistem Kepegawaian',
    body: [
      'Berdasarkan hasil pemeriksaan kualitas data, sebanyak 17 data pegawai di lingkungan dinas Saudara belum lengkap, meliputi riwayat pendidikan, riwayat jabatan, dan data keluarga.',
      'Saudara dimohon menugaskan pengelola kepegawaian untuk melengkapi data tersebut secara mandiri melalui sistem kepegawaian paling lambat {+5}. Data yang belum lengkap akan menghambat proses kenaikan pangkat periode berikutnya.',
      'Demikian disampaikan untuk dilaksanakan.',
    ],
  },
  paripurna: {
    from: 'dprd',
    number: '000.1.5/744',
    subject: 'Permintaan Siaran Langsung Rapat Paripurna',
    urgency: 'segera',
    body: [
      'Sehubungan dengan Rapat Paripurna DPRD dengan acara penyampaian pemandangan umum fraksi, dengan hormat kami mohon bantuan penyiaran langsung melalui kanal resmi Pemerintah Kota, yang dilaksanakan pada:',
      {
        facts: [
          ['hari, tanggal', '{+4h}'],
          ['waktu', 'pukul 13.00 WIB s.d. selesai'],
          ['tempat', 'Ruang Rapat Paripurna, Jalan Dewan Nomor 1'],
        ],
      },
      'Uji coba sambungan diharapkan dilakukan satu hari sebelumnya. Atas bantuan Saudara disampaikan terima kasih.',
    ],
  },
  sensor: {
    from: 'dishub',
    number: '500.11.1/690',
    subject: 'Koordinasi Pemasangan Sensor Arus Lalu Lintas',
    body: [
      'Menindaklanjuti pembahasan pada rapat kota pintar tanggal {-4}, bersama ini kami sampaikan rencana pemasangan sensor arus lalu lintas pada enam simpang.',
      'Kebutuhan sambungan data dan tiang telah dibahas bersama Bidang TIK dan disepakati memakai jalur yang sudah tersedia, sehingga tidak menimbulkan biaya tambahan pada tahun berjalan.',
      'Demikian disampaikan sebagai pemberitahuan.',
    ],
  },
  pemeliharaan: {
    from: 'disdukcapil',
    number: '400.12.3.2/2187',
    subject: 'Pemeliharaan Server Layanan Kependudukan',
    body: [
      'Sehubungan dengan rencana pemutakhiran aplikasi layanan kependudukan, kami mohon bantuan pemeliharaan perangkat server yang ditempatkan di pusat data kota, dengan ruang lingkup:',
      {
        points: [
          'pemeriksaan larik penyimpanan dan penggantian satu unit diska;',
          'pemutakhiran sistem operasi pada dua server;',
          'uji pemulihan dari cadangan terakhir.',
        ],
      },
      'Pekerjaan diharapkan dilaksanakan di luar jam pelayanan sebelum {+6}.',
    ],
  },
  naskahElektronik: {
    from: 'setda',
    number: '000.8.1/1448',
    subject: 'Edaran Penggunaan Naskah Dinas Elektronik',
    enclosure: '1 (satu) berkas',
    body: [
      'Dalam rangka pengurangan penggunaan kertas dan percepatan layanan, disampaikan kepada seluruh kepala perangkat daerah hal-hal sebagai berikut:',
      {
        points: [
          'surat antarperangkat daerah dikirim dalam bentuk elektronik terhitung mulai {+10};',
          'disposisi dilakukan secara elektronik dan ditindaklanjuti paling lambat dua hari kerja;',
          'laporan pengurangan penggunaan kertas disampaikan setiap triwulan kepada Bagian Organisasi.',
        ],
      },
      'Demikian untuk dijadikan pedoman dan diteruskan kepada seluruh pejabat di lingkungan Saudara.',
    ],
    copies: ['Wali Kota Tirtawangsa', 'Inspektur Daerah'],
  },
  gangguan: {
    from: 'selatan',
    number: '500.12.2/215',
    subject: 'Laporan Gangguan Jaringan Kantor Kecamatan',
    urgency: 'sangatSegera',
    body: [
      'Dengan hormat kami laporkan bahwa sambungan jaringan Kantor Kecamatan Selatan terputus sejak {-1} pukul 13.20 WIB, sehingga pelayanan administrasi terpadu dilakukan secara manual.',
      'Pemeriksaan awal menunjukkan lampu penunjuk pada perangkat penerima menyala merah. Kami mohon petugas dapat hadir pada kesempatan pertama, karena antrean warga cukup panjang.',
      'Atas perhatian dan bantuan Saudara disampaikan terima kasih.',
    ],
  },
  metadata: {
    from: 'bps',
    number: 'B-1044/33720/SS.200',
    subject: 'Permintaan Metadata Statistik Sektoral',
    enclosure: '1 (satu) formulir',
    body: [
      'Dalam rangka pembinaan statistik sektoral, kami mohon Saudara menyampaikan metadata kegiatan statistik yang diselenggarakan perangkat daerah sepanjang Tahun {tahun}, meliputi metadata kegiatan, variabel, dan indikator.',
      'Formulir metadata yang telah diisi disampaikan paling lambat {+4}. Konsultasi dapat dilakukan pada Pojok Statistik setiap hari kerja.',
      'Atas kerja sama yang baik kami ucapkan terima kasih.',
    ],
  },
  penawaran: {
    from: 'serat',
    number: '088/SCT/PEN',
    subject: 'Penawaran Layanan Pusat Data Bersama',
    enclosure: '1 (satu) brosur',
    body: [
      'Bersama surat ini kami memperkenalkan layanan penempatan server pada pusat data kami yang berlokasi di dalam kota, dengan jaminan ketersediaan 99,9 persen dan pengamanan berlapis.',
      'Apabila berkenan, kami siap memaparkan layanan tersebut di kantor Bapak/Ibu pada waktu yang ditentukan.',
      'Atas perhatian Bapak/Ibu kami ucapkan terima kasih.',
    ],
  },
} as const satisfies Record<string, IncomingText>;
