/** Words of office letters, the most frequent first: a letter's text draws them by their place in the list. */
export const frequentWords = (
  'yang dan di untuk dengan dari pada dalam ini tersebut kepada agar akan telah sebagai oleh adalah atau tahun ' +
  'kota dinas kegiatan surat nomor tanggal pelaksanaan perangkat daerah sesuai peraturan pemerintah kami bapak ' +
  'ibu data layanan laporan rapat bidang kepala program pembangunan masyarakat kerja pegawai anggaran sistem ' +
  'informasi publik dapat dilaksanakan hasil serta bersama melalui terhadap tentang berdasarkan sehubungan hal ' +
  'dimaksud permohonan penyampaian undangan koordinasi evaluasi monitoring pengelolaan keuangan aset barang jasa ' +
  'pengadaan dokumen rencana kebijakan standar operasional prosedur penyusunan peningkatan kapasitas sumber daya ' +
  'manusia pelatihan bimbingan teknis sosialisasi pendampingan fasilitasi penyelenggaraan administrasi kearsipan ' +
  'arsip naskah tata kelola elektronik aplikasi jaringan infrastruktur keamanan siber persandian statistik ' +
  'sektoral komunikasi diseminasi media informatika pusat provinsi kecamatan kelurahan camat lurah walikota ' +
  'sekretariat sekretaris asisten staf ahli inspektorat badan kantor unit pelaksana balai puskesmas rumah sakit ' +
  'sekolah guru siswa kesehatan pendidikan perhubungan perdagangan perindustrian koperasi usaha kecil menengah ' +
  'tenaga transmigrasi sosial pemberdayaan perempuan perlindungan anak pangan pertanian perikanan lingkungan ' +
  'hidup kebersihan pertamanan pekerjaan umum penataan ruang perumahan permukiman pertanahan kependudukan ' +
  'pencatatan sipil pemuda olahraga pariwisata kebudayaan perpustakaan penanaman modal perizinan terpadu satu ' +
  'pintu bencana pemadam kebakaran ketertiban ketenteraman kesatuan bangsa politik pajak retribusi pendapatan ' +
  'belanja realisasi triwulan semester semula menjadi perubahan jadwal waktu tempat acara pukul selesai hari ' +
  'senin selasa rabu kamis jumat ruang aula gedung lantai peserta narasumber moderator daftar hadir notula ' +
  'tindak lanjut rekomendasi temuan pemeriksaan pengawasan pembinaan penilaian kinerja indikator sasaran target ' +
  'capaian kendala solusi dukungan kerja sama perjanjian pihak pertama kedua hak kewajiban jangka panjang ' +
  'prioritas strategis inovasi digital transformasi terintegrasi interoperabilitas metadata portal satu peta ' +
  'indonesia nasional kementerian lembaga menteri gubernur bupati keputusan instruksi edaran pedoman petunjuk ' +
  'lampiran tembusan demikian disampaikan perhatian kerjasamanya diucapkan terima kasih hormat kesediaan ' +
  'menugaskan mengirimkan melengkapi memverifikasi memutakhirkan menginventarisasi menindaklanjuti mengoordinasikan'
).split(' ');

/** Where letters come from. `{n}` is a district. */
export const senders = [
  'Sekretariat Daerah',
  'Badan Perencanaan Pembangunan Daerah',
  'Badan Keuangan dan Aset Daerah',
  'Badan Kepegawaian dan Pengembangan SDM',
  'Inspektorat Daerah',
  'Dinas Pendidikan',
  'Dinas Kesehatan',
  'Dinas Perhubungan',
  'Dinas Sosial',
  'Dinas Pekerjaan Umum dan Penataan Ruang',
  'Dinas Lingkungan Hidup',
  'Dinas Kependudukan dan Pencatatan Sipil',
  'Dinas Perpustakaan dan Kearsipan',
  'Dinas Koperasi dan Usaha Kecil Menengah',
  'Badan Pusat Statistik Kota',
  'Kementerian Komunikasi dan Digital',
  'Kementerian Dalam Negeri',
  'Arsip Nasional Republik Indonesia',
  'Badan Siber dan Sandi Negara',
  'Ombudsman Republik Indonesia Perwakilan',
  'Kecamatan {n}',
  'Kelurahan {n}',
  'Puskesmas {n}',
  'SMP Negeri {d} {n}',
  'PT {n} Sejahtera',
  'CV {n} Mandiri',
] as const;

/** Beginnings and endings of place names; together they make the rarer words of a text. */
export const placeStarts =
  'Tirta Suka Marga Karang Banjar Kerta Purwa Wana Sida Lebak Giri Cipta Mekar Sari Bumi Raga Adi Eka Jaya Asta'.split(
    ' ',
  );
export const placeEnds =
  'wangsa mulya sari harja asih rejo maju jati agung indah negara laksana wening bakti karya tama luhur permai'.split(
    ' ',
  );

/** What letters are about. `{x}` is a field of work, `{y}` a year. */
export const subjects = [
  'Undangan Rapat Koordinasi {x}',
  'Permohonan Data {x} Tahun {y}',
  'Penyampaian Laporan {x} Triwulan {q}',
  'Permohonan Narasumber {x}',
  'Undangan Sosialisasi {x}',
  'Tindak Lanjut Hasil Pemeriksaan {x}',
  'Permintaan Usulan {x} Tahun {y}',
  'Pemberitahuan Jadwal {x}',
  'Permohonan Fasilitasi {x}',
  'Penyampaian Surat Edaran tentang {x}',
  'Permohonan Rekomendasi {x}',
  'Undangan Bimbingan Teknis {x}',
] as const;

export const fields = [
  'Sistem Pemerintahan Berbasis Elektronik',
  'Satu Data Daerah',
  'Pengelolaan Arsip Dinamis',
  'Keamanan Informasi',
  'Layanan Pengaduan Masyarakat',
  'Rencana Kerja Perangkat Daerah',
  'Standar Pelayanan Minimal',
  'Reformasi Birokrasi',
  'Keterbukaan Informasi Publik',
  'Infrastruktur Jaringan Intra Pemerintah',
  'Statistik Sektoral',
  'Penyederhanaan Perizinan',
  'Kesiapsiagaan Bencana',
  'Penilaian Kinerja Pegawai',
  'Pengadaan Barang dan Jasa',
] as const;

/** Codes of subjects as they stand in letter numbers. */
export const classifications = [
  '000.8.6.3',
  '005',
  '027',
  '045',
  '100.3.4',
  '400.3',
  '500.12',
  '800.1.4',
  '900.1.3',
];

export const dispositionNotes = [
  'Mohon ditelaah dan siapkan bahan rapat.',
  'Wakili saya, laporkan hasilnya.',
  'Koordinasikan dengan bidang terkait.',
  'Siapkan data sebelum tenggat.',
  'Pelajari, beri saran.',
] as const;

export const followUpNotes = [
  'Bahan rapat sudah disiapkan dan dikirim.',
  'Data telah disampaikan kepada pemohon.',
  'Sudah dihadiri; notula terlampir pada berkas kegiatan.',
  'Telah dikoordinasikan dengan bidang terkait.',
] as const;

export const givenNames =
  'Ahmad Dewi Sri Agus Rina Budi Siti Joko Wulan Hendra Ratna Fajar Nur Yusuf Lestari Bayu Kartika Dian Rahmat Indah'.split(
    ' ',
  );
export const familyNames =
  'Prasetyo Wibowo Handayani Saputra Lestari Nugroho Rahayu Kurniawan Pratiwi Santoso Hidayat Maharani Gunawan'.split(
    ' ',
  );
