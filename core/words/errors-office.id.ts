import type { ErrorSentence } from './error-sentences.ts';

const unchanged = 'Tidak ada yang berubah.';
const typedKept = 'Yang sudah Anda ketik masih ada.';
const dataWhole = 'Data kantor di komputer ini utuh.';
const savedHere = 'Pekerjaan Anda tersimpan di komputer ini.';

/** Sentences about requests, the data folder, the office and the shared folder. */
export const officeErrorsId = {
  'input-invalid': [
    'Isian ini belum dapat diterima.',
    typedKept,
    'Periksa isian yang ditandai, lalu coba lagi.',
  ],
  'not-found': ['Yang dicari tidak ada lagi.', unchanged, 'Muat ulang daftar, lalu pilih lagi.'],
  'not-allowed': [
    'Jabatan Anda tidak berwenang melakukan ini.',
    unchanged,
    'Mintalah pejabat yang berwenang, atau admin instansi bila kewenangan Anda seharusnya berbeda.',
  ],
  'engine-stopped': [
    'Mesin Nirkertas berhenti dan sedang dijalankan lagi.',
    'Semua yang sudah disimpan aman.',
    'Tunggu sebentar, lalu ulangi tindakan terakhir.',
  ],
  'engine-fault': [
    'Ada kesalahan di dalam Nirkertas: {detail}.',
    'Tindakan ini tidak dilakukan. Yang sudah disimpan aman.',
    'Ulangi. Bila terjadi lagi, sampaikan kalimat ini kepada admin instansi.',
  ],
  'store-newer': [
    'Data di komputer ini dibuat oleh Nirkertas yang lebih baru.',
    'Data tidak dibuka agar tidak rusak.',
    'Pasang versi terbaru, lalu buka lagi.',
  ],
  'store-damaged': [
    'Berkas data di komputer ini rusak.',
    'Salinan yang sudah sampai di folder bersama dan komputer lain tidak terpengaruh.',
    'Jangan hapus folder data. Mintalah admin memulihkannya dari folder bersama.',
  ],
  'store-in-use': [
    'Folder data ini sedang dipakai oleh {holder}.',
    dataWhole,
    'Tutup jendela Nirkertas yang lain, juga milik akun Windows lain, lalu coba lagi.',
  ],
  'disk-full': [
    'Ruang simpan komputer ini penuh.',
    'Yang terakhir belum tersimpan; yang sebelumnya aman.',
    'Kosongkan ruang pada komputer, lalu ulangi.',
  ],
  'store-unwritable': [
    'Nirkertas tidak boleh menulis di folder datanya.',
    unchanged,
    'Beri izin tulis pada folder data, atau mintalah admin komputer.',
  ],
  'no-office': [
    'Belum ada kantor di komputer ini.',
    unchanged,
    'Buat kantor baru, atau bergabung dengan kode dari admin.',
  ],
  'office-exists': [
    'Di komputer ini sudah ada kantor.',
    dataWhole,
    'Pakai kantor yang ada, atau pilih folder data lain untuk kantor baru.',
  ],
  'kit-unwritable': [
    'Kit pemulihan tidak dapat ditulis di tempat itu.',
    'Kantor belum dibuat, jadi tidak ada yang hilang.',
    'Pilih tempat lain, misalnya diska lepas yang dapat ditulisi.',
  ],
  'kit-on-share': [
    'Kit pemulihan tidak boleh disimpan di folder bersama.',
    'Kantor belum dibuat, jadi tidak ada yang hilang.',
    'Pilih diska lepas atau folder lain: siapa pun yang membaca kit dapat mengambil alih kantor.',
  ],
  'passphrase-weak': [
    'Frasa sandi terlalu mudah ditebak.',
    typedKept,
    'Pakai empat kata atau lebih yang tidak berhubungan, atau paling sedikit dua belas karakter.',
  ],
  'passphrase-wrong': [
    'Frasa sandi tidak cocok.',
    'Kunci Anda tetap terkunci dan aman.',
    'Periksa Caps Lock, lalu ketik lagi.',
  ],
  'passphrase-needed': [
    'Tindakan ini mengikat, jadi perlu frasa sandi.',
    typedKept,
    'Ketik frasa sandi Anda, lalu lanjutkan.',
  ],
  locked: ['Nirkertas sedang terkunci.', savedHere, 'Buka kunci dengan frasa sandi Anda.'],
  'user-unknown': [
    'Orang ini tidak dikenal di komputer ini.',
    unchanged,
    'Pilih nama lain, atau bergabung dengan kode dari admin.',
  ],
  'not-enrolled': [
    'Komputer ini belum diterima sebagai anggota kantor.',
    'Permintaan Anda sudah terkirim.',
    'Cocokkan enam angka di layar dengan admin, lalu tunggu diterima.',
  ],
  'not-roster-writer': [
    'Daftar orang dan jabatan hanya diubah di komputer admin.',
    unchanged,
    'Mintalah admin melakukannya di komputernya.',
  ],
  'kit-unreadable': [
    'Itu bukan kit pemulihan Nirkertas.',
    'Tidak ada yang berubah.',
    'Pilih berkas kit, atau ketik semua huruf di bawah KUNCI-INDUK.',
  ],
  'kit-mistyped': [
    'Ada huruf yang salah pada kunci kit.',
    'Tidak ada yang berubah.',
    'Periksa huruf demi huruf dengan lembar kit, lalu coba lagi.',
  ],
  'kit-other-office': [
    'Kit ini milik kantor lain.',
    'Tidak ada yang berubah.',
    'Pakai kit kantor ini. Id kantor tercetak di lembarnya.',
  ],
  'successor-not-admin': [
    'Orang itu tidak memegang jabatan admin hari ini.',
    'Daftar kantor masih ditulis di komputer ini.',
    'Beri jabatan admin kepadanya lebih dahulu, lalu serahkan.',
  ],
  'successor-without-pc': [
    'Orang itu belum memakai komputer yang terdaftar di kantor ini.',
    'Daftar kantor masih ditulis di komputer ini.',
    'Mintalah ia bergabung dan masuk di komputernya, sinkronkan, lalu serahkan.',
  ],
  'revoke-self': [
    'Kunci Anda sendiri tidak dapat ditutup dari komputer yang menulis daftar kantor.',
    'Tidak ada yang berubah.',
    'Serahkan daftar kantor kepada admin lain lebih dahulu; ia yang menutupnya.',
  ],
  'join-waiting': [
    'Di komputer ini masih ada permintaan bergabung yang menunggu.',
    'Permintaan itu tidak berubah.',
    'Selesaikan dahulu dengan admin, lalu masukkan kode berikutnya.',
  ],
  'genesis-unreadable': [
    'Berkas pendirian kantor (genesis.json) di folder itu rusak, jadi kodenya tidak dapat dicocokkan.',
    'Tidak ada yang berubah.',
    'Jalankan log rebuild di satu komputer kantor untuk memulihkannya, lalu periksa lagi.',
  ],
  'audit-code-unreadable': [
    'Berkas ini bukan kode audit, atau rusak.',
    'Tidak ada yang diperiksa dan tidak ada yang berubah.',
    'Mintalah kode audit yang baru kepada admin kantor (office audit-code).',
  ],
  'audit-code-unwritable': [
    'Kode audit tidak dapat ditulis di tempat itu.',
    'Tidak ada kunci yang diberikan.',
    'Pilih berkas baru di diska lepas, bukan di folder bersama.',
  ],
  'log-behind': [
    'Komputer ini sedang mengambil kembali pekerjaannya dari folder bersama, sesudah cadangan dipulihkan.',
    'Yang ini belum ditulis; tidak ada yang hilang.',
    'Tunggu sinkronisasi selesai, lalu ulangi. Bila lama, lihat halaman Sinkronisasi: ada yang ditunggu dari komputer lain.',
  ],
  'log-continued-twice': [
    'Data komputer ini juga dipakai di komputer lain: salinan, atau cadangan yang dipulihkan.',
    'Pekerjaan dari kedua komputer tetap ada dan berlaku. Yang ini belum ditulis.',
    'Kunci layar, lalu buka lagi dengan kata sandi Anda: komputer ini meneruskan dengan log baru.',
  ],
  'request-by-writer': [
    'Komputer ini yang menulis daftar kantor.',
    'Tidak ada yang dikirim.',
    'Lakukan perubahannya langsung; permintaan tidak diperlukan.',
  ],
  'person-on-this-pc': [
    'Anda sudah memakai komputer ini.',
    'Tidak ada yang diubah di sini.',
    'Pakai kode itu di komputer yang lain.',
  ],
  'log-closed': [
    'Kunci Anda di komputer ini sudah ditutup oleh kantor.',
    'Yang sudah dikirim sebelum penutupan tetap berlaku. Yang baru tidak ditulis.',
    'Hubungi admin instansi untuk memperoleh kunci baru, atau untuk melepas yang ditangguhkan.',
  ],
  'log-has-duties': [
    'Komputer ini masih menulis daftar kantor atau memberi nomor surat.',
    unchanged,
    'Serahkan dahulu daftar kantor dan buku nomornya kepada komputer lain, lalu ulangi.',
  ],
  'code-wrong': [
    'Kode undangan tidak cocok.',
    'Tidak ada yang dibuat di komputer ini.',
    'Periksa huruf demi huruf, atau mintalah kode baru kepada admin.',
  ],
  'code-expired': [
    'Kode undangan sudah kedaluwarsa.',
    'Tidak ada yang dibuat di komputer ini.',
    'Mintalah kode baru kepada admin.',
  ],
  'code-used': [
    'Kode undangan ini sudah dipakai.',
    'Tidak ada yang dibuat di komputer ini.',
    'Mintalah kode baru kepada admin. Bila bukan Anda yang memakainya, beri tahu admin sekarang.',
  ],
  'invitation-not-on-share': [
    'Undangan ini belum ada di folder bersama.',
    'Tidak ada yang dibuat di komputer ini.',
    'Tunggu komputer admin menyinkronkan, atau pastikan folder bersama yang dipilih benar.',
  ],
  'request-invalid': [
    'Permintaan bergabung ini tidak sesuai dengan undangannya.',
    'Tidak ada yang diterima ke dalam kantor.',
    'Jangan terima. Undang lagi orangnya dengan kode baru.',
  ],
  'request-none': [
    'Tidak ada permintaan bergabung yang menunggu.',
    unchanged,
    'Mintalah orangnya memasukkan kode di komputernya lebih dahulu.',
  ],
  'share-offline': [
    'Folder bersama tidak terjangkau.',
    savedHere,
    'Tetaplah bekerja. Pengiriman berlanjut sendiri setelah jaringan kembali.',
  ],
  'share-hung': [
    'Folder bersama tersambung, tetapi tidak menjawab.',
    savedHere,
    'Tetaplah bekerja. Pengiriman berlanjut sendiri setelah folder itu menjawab lagi. Bila lama, periksa jaringan dan komputer tempat folder itu berada.',
  ],
  'share-foreign': [
    'Folder itu milik kantor lain.',
    'Tidak ada yang ditulis ke sana.',
    'Pilih folder bersama kantor Anda, atau folder kosong untuk kantor baru.',
  ],
  'share-newer': [
    'Folder bersama sudah dipakai Nirkertas versi lebih baru.',
    savedHere,
    'Pasang versi terbaru di komputer ini. Pengiriman berlanjut sendiri sesudahnya.',
  ],
  'share-read-only': [
    'Folder bersama tidak dapat ditulisi.',
    savedHere,
    'Mintalah izin tulis pada folder bersama kepada pengelola jaringan.',
  ],
  'share-stopped': [
    'Terlalu banyak berkas hilang atau rusak sekaligus di folder bersama, jadi aplikasi berhenti menulis di sana.',
    'Surat dan pekerjaan di komputer ini utuh; yang tertulis di sini menyusul dikirim.',
    'Periksa dulu apakah folder itu terserang ransomware atau dikembalikan dari cadangan lama. Sesudah aman, pilih Lanjutkan di halaman Sinkronisasi: berkas yang hilang ditulis kembali dari komputer kantor.',
  ],
  'share-full': [
    'Folder bersama penuh.',
    savedHere,
    'Mintalah pengelola jaringan menambah ruang. Pengiriman berlanjut sendiri sesudahnya.',
  ],
} as const satisfies Readonly<Record<string, ErrorSentence>>;
