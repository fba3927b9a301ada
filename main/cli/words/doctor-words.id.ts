import type { CheckName } from '#main/engine/audit/check.ts';

import type { CheckSentences } from './doctor-words.ts';

/** Sentences of the doctor, Indonesian. */
export const doctorWordsId: Readonly<Record<CheckName, CheckSentences>> = {
  runtime: [
    'Node {node}, SQLite {sqlite}.',
    'Node {node} terlalu lama; perlu {needed} atau lebih baru.',
    'Pasang versi Nirkertas yang terbaru.',
  ],
  'disk-space': [
    'Ruang simpan cukup: {megabytes} MB.',
    'Ruang simpan tinggal {megabytes} MB.',
    'Kosongkan ruang pada diska folder data.',
  ],
  'folder-writable': [
    'Folder data dapat ditulisi.',
    'Folder data {folder} tidak dapat ditulisi.',
    'Beri izin tulis kepada akun ini.',
  ],
  'folder-rights': [
    'Folder data hanya terbuka bagi akun ini.',
    'Akun lain di komputer ini dapat melihat {folder}.',
    'Batasi izin folder bagi akun ini saja.',
  ],
  leftovers: [
    'Tidak ada sisa berkas setengah jadi.',
    'Ada {count} sisa berkas setengah jadi.',
    'Tidak berbahaya; hapus berkas .part yang lama di folder data.',
  ],
  store: [
    'Penyimpanan utuh.',
    'Penyimpanan rusak: {detail}.',
    'Jangan hapus folder data. Salin dahulu, lalu mintalah admin memulihkannya.',
  ],
  office: [
    'Kantor: {name}.',
    'Belum ada kantor di folder data ini.',
    'Buat kantor, atau bergabung dengan kode undangan.',
  ],
  keys: [
    'Kunci ada: {people} orang, {officeKeys} kunci kantor.',
    'Kunci belum lengkap: {people} orang, {officeKeys} kunci kantor.',
    'Bila sedang bergabung, tunggu diterima admin lalu sinkronkan; bila tidak, mintalah undangan baru.',
  ],
  certificate: [
    'Sertifikat {name} berlaku sampai {until}.',
    'Sertifikat {name} habis atau hampir habis: {until}.',
    'Mintalah admin menerbitkan sertifikat baru.',
  ],
  clock: [
    'Jam komputer ini sejalan dengan catatan rekan.',
    'Jam komputer ini tertinggal {minutes} menit dari catatan rekan.',
    'Setel tanggal dan jam komputer ini. Urutan surat tidak terpengaruh, tetapi tenggat dan Plh. dinilai dengan jam.',
  ],
  entries: [
    'Semua entri berlaku.',
    '{waiting} entri menunggu yang mendahuluinya, {refused} entri ditolak.',
    'Yang menunggu selesai sendiri setelah sinkron. Untuk yang ditolak, jalankan log verify dan hubungi admin.',
  ],
  outbox: [
    'Semua sudah terkirim.',
    '{count} entri belum terkirim.',
    'Sambungkan folder bersama, lalu jalankan sync.',
  ],
  'documents-here': [
    '{count} dokumen ada; yang terbaru utuh.',
    '{bad} dari dokumen terbaru hilang atau rusak.',
    'Jalankan log verify, lalu ambil lagi dari folder bersama atau komputer lain.',
  ],
  'documents-to-send': [
    'Semua dokumen sudah di folder bersama.',
    '{count} dokumen belum terkirim.',
    'Sambungkan folder bersama, lalu jalankan sync.',
  ],
  'documents-awaited': [
    'Tidak ada dokumen yang ditunggu.',
    '{count} dokumen belum tiba.',
    'Jalankan sync; bila tetap, periksa komputer yang mencatat surat itu.',
  ],
  alerts: [
    'Tidak ada peringatan.',
    '{count} peringatan perlu dilihat.',
    'Lihat Sinkronisasi di aplikasi, atau jalankan log verify.',
  ],
  share: [
    'Folder bersama terjangkau: {path}.',
    'Folder bersama bermasalah ({found} {reason}): {path}.',
    'Periksa jaringan dan sambungan folder. Tidak ada yang hilang; pengiriman berlanjut sesudahnya.',
  ],
  'share-writable': [
    'Folder bersama dapat ditulisi.',
    'Folder bersama tidak dapat ditulisi: {reason}.',
    'Mintalah izin tulis atau ruang kepada pengelola jaringan.',
  ],
  'share-listing': [
    'Daftar folder bersama dibaca dalam {milliseconds} ms.',
    'Daftar folder bersama lambat: {milliseconds} ms.',
    'Periksa jaringan; terlalu banyak berkas asing di folder juga memperlambat.',
  ],
  'share-clock': [
    'Jam komputer ini dan folder bersama selisih {seconds} detik.',
    'Jam komputer ini dan folder bersama selisih {seconds} detik.',
    'Setel jam komputer ini; urutan surat tidak terpengaruh, waktunya terlihat keliru.',
  ],
  'share-clients': [
    '{count} komputer memakai folder bersama dalam 30 hari terakhir.',
    '{count} komputer memakai folder bersama dalam 30 hari terakhir.',
    'Bila folder itu ada di PC Windows biasa, batasnya sekitar 20 sambungan: pindahkan ke NAS atau server sebelum penuh.',
  ],
  'share-stop': [
    'Program menulis ke folder bersama seperti biasa.',
    'Penulisan dihentikan: {ill} dari {known} berkas yang diperiksa hilang atau rusak.',
    'Periksa folder bersama, mungkin ransomware atau cadangan lama. Setelah beres, jalankan sync resume.',
  ],
};
