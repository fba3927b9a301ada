import type { ErrorSentence } from './error-sentences.ts';

const unchanged = 'Surat tidak berubah.';
const typedKept = 'Yang sudah Anda ketik masih ada.';
const notSigned = 'Surat belum ditandatangani dan tidak berubah.';
const keyKept = 'Sertifikat yang sedang dipakai tidak berubah.';

/** Sentences about acts on letters, certificates and signing. */
export const letterErrorsId = {
  'letter-not-found': [
    'Surat ini tidak ada, atau Anda tidak berwenang membacanya.',
    'Tidak ada yang berubah.',
    'Kembali ke daftar, lalu pilih surat lain.',
  ],
  'act-not-allowed': [
    'Tindakan ini tidak tersedia bagi jabatan Anda pada surat ini.',
    unchanged,
    'Lihat Jejak: mungkin surat sudah berpindah tangan.',
  ],
  'act-already-done': [
    'Tindakan ini sudah dilakukan.',
    unchanged,
    'Lihat Jejak untuk mengetahui siapa dan kapan.',
  ],
  'act-other-revision': [
    'Naskahnya sudah diganti sejak Anda membukanya.',
    'Anda belum menyetujui apa pun.',
    'Baca naskah yang baru, lalu putuskan.',
  ],
  'act-not-in-turn': ['Belum giliran Anda.', unchanged, 'Tunggu paraf atau tanda tangan sebelumnya.'],
  'act-closed': [
    'Surat ini sudah ditutup.',
    unchanged,
    'Buat surat baru bila masih ada yang perlu ditindaklanjuti.',
  ],
  'act-unsettled': [
    'Ada dua tindakan yang bertentangan pada surat ini dan belum diputuskan.',
    unchanged,
    'Lihat keduanya di atas naskah; setelah diputuskan, surat ini berjalan lagi.',
  ],
  'not-registry': [
    'Buku nomor ini dipegang oleh komputer lain.',
    'Tidak ada nomor yang dipakai atau dibatalkan.',
    'Mintalah pemegang buku melakukannya; admin dapat memindahkan bukunya.',
  ],
  'number-none': [
    'Belum ada nomor yang boleh dipakai: batas berikutnya belum terbaca kembali dari folder bersama.',
    unchanged,
    'Sambungkan folder bersama, tunggu sampai tersinkron, lalu coba lagi.',
  ],
  'number-not-shared': [
    'Nomor surat ini tidak dipakai surat lain.',
    unchanged,
    'Nomor sisipan hanya untuk surat yang bernomor sama.',
  ],
  'number-taken': ['Nomor sisipan itu sudah dipakai surat lain.', unchanged, 'Pilih huruf berikutnya.'],
  'act-suspended': [
    'Dasar tindakan ini sedang ditangguhkan.',
    unchanged,
    'Tunggu admin instansi melepas yang ditangguhkan, atau mulai dari tindakan lain yang berlaku.',
  ],
  'letter-newer': [
    'Surat ini memuat tindakan dari Nirkertas yang lebih baru, jadi di sini hanya dapat dibaca.',
    'Semua catatannya tersimpan utuh. Tidak ada yang berubah.',
    'Perbarui Nirkertas di komputer ini, lalu lanjutkan.',
  ],
  'act-too-large': [
    'Catatan dan penerimanya terlalu banyak untuk satu tindakan.',
    typedKept,
    'Persingkat catatan, atau bagi penerimanya menjadi beberapa disposisi.',
  ],
  'letter-key-missing': [
    'Isi surat rahasia ini tidak terbuka bagi Anda.',
    unchanged,
    'Buka kunci dengan frasa sandi. Bila tetap tertutup, minta pemegang surat menyerahkan kuncinya kepada Anda.',
  ],
  'position-vacant': [
    'Jabatan itu belum ada pemangkunya, jadi belum ada yang dapat menerima kunci surat.',
    unchanged,
    'Minta admin mengisi pemangkunya di Pengaturan, lalu serahkan kuncinya.',
  ],
  'letter-duplicate': [
    'Surat ini mungkin sudah terdaftar.',
    'Belum ada yang disimpan.',
    'Bandingkan dengan surat yang ditemukan, lalu lampirkan ke sana atau simpan sebagai surat lain.',
  ],
  'disposition-read': [
    'Disposisi sudah dibaca, jadi tidak dapat ditarik.',
    'Disposisi tetap berlaku.',
    'Kirim disposisi susulan kepada penerimanya.',
  ],
  'recipient-unknown': [
    'Penerima ini tidak ada dalam daftar jabatan.',
    typedKept,
    'Pilih jabatan dari daftar.',
  ],
  'recipient-self': [
    'Disposisi tidak dapat ditujukan kepada jabatan sendiri.',
    typedKept,
    'Pilih jabatan lain.',
  ],
  'due-in-past': ['Tenggat sudah lewat.', typedKept, 'Tulis tanggal hari ini atau sesudahnya.'],
  'chain-no-signatory': [
    'Belum ada penandatangan.',
    typedKept,
    'Tambahkan paling sedikit satu penandatangan.',
  ],
  'certificate-none': [
    'Anda belum mempunyai sertifikat.',
    notSigned,
    'Buka Pengaturan, Sertifikat, lalu pilih sertifikat kantor atau berkas P12.',
  ],
  'certificate-expired': [
    'Sertifikat Anda sudah tidak berlaku.',
    notSigned,
    'Mintalah sertifikat baru, lalu pasang di Pengaturan.',
  ],
  'certificate-not-yet-valid': [
    'Masa berlaku sertifikat belum mulai.',
    notSigned,
    'Periksa tanggal komputer, atau tunggu sampai berlaku.',
  ],
  'certificate-key-mismatch': [
    'Sertifikat dan kuncinya tidak berpasangan.',
    keyKept,
    'Mintalah berkas P12 yang lengkap kepada penerbitnya.',
  ],
  'certificate-not-for-signing': [
    'Sertifikat ini tidak diterbitkan untuk tanda tangan.',
    keyKept,
    'Pakai sertifikat untuk tanda tangan elektronik.',
  ],
  'certificate-unreadable': [
    'Sertifikat tidak dapat dibaca.',
    keyKept,
    'Mintalah berkas baru kepada penerbitnya.',
  ],
  'p12-unreadable': [
    'Berkas ini bukan P12, atau rusak.',
    keyKept,
    'Pilih berkas .p12 atau .pfx dari penerbit sertifikat.',
  ],
  'p12-passphrase-wrong': [
    'Sandi berkas P12 tidak cocok.',
    keyKept,
    'Ketik sandi yang diberikan bersama berkasnya.',
  ],
  'p12-unsupported': [
    'Berkas P12 ini disandi dengan cara yang tidak didukung.',
    keyKept,
    'Ekspor ulang dengan cara baku (AES-256).',
  ],
  'p12-no-key': [
    'Berkas P12 ini tidak memuat kunci pribadi.',
    keyKept,
    'Ekspor ulang beserta kunci pribadinya.',
  ],
  'p12-no-certificate': [
    'Berkas P12 ini tidak memuat sertifikat untuk kuncinya.',
    keyKept,
    'Ekspor ulang beserta sertifikatnya.',
  ],
  'p12-key-unsupported': [
    'Jenis kunci ini tidak didukung.',
    keyKept,
    'Pakai kunci RSA 2048–4096, P-256, atau P-384.',
  ],
  'authority-validity': [
    'Sertifikat akan berlaku lebih lama daripada sertifikat kantor.',
    'Tidak ada yang diterbitkan.',
    'Perpendek masa berlakunya.',
  ],
  'authority-subject': [
    'Nama orang atau nama kantor masih kosong.',
    'Tidak ada yang diterbitkan.',
    'Lengkapi nama, lalu coba lagi.',
  ],
  'signature-too-large': [
    'Tanda tangan tidak muat di tempatnya: rantai sertifikat terlalu panjang.',
    notSigned,
    'Hubungi penerbit sertifikat.',
  ],
  'signature-failed-verification': [
    'Hasil tanda tangan tidak lolos pemeriksaan kami sendiri.',
    'Hasilnya dibuang; surat tidak berubah.',
    'Coba sekali lagi. Bila berulang, simpan laporan dan hubungi pengembang.',
  ],
  'worker-crashed': ['Pengolah PDF berhenti di tengah pekerjaan.', unchanged, 'Coba sekali lagi.'],
  'worker-timeout': [
    'Pengolahan PDF terlalu lama dan dihentikan.',
    unchanged,
    'Coba lagi, atau perkecil berkasnya.',
  ],
  'worker-pool-closed': ['Nirkertas sedang ditutup.', unchanged, 'Buka Nirkertas lagi, lalu ulangi.'],
  'signing-key-locked': ['Kunci tanda tangan sedang terkunci.', notSigned, 'Ketik frasa sandi Anda.'],
} as const satisfies Readonly<Record<string, ErrorSentence>>;
