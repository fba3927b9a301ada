import type { ErrorSentence } from './error-sentences.ts';

const notTaken = 'Berkas ini tidak diambil; berkas aslinya tidak berubah.';
const unchanged = 'Surat tidak berubah.';
const notSigned = 'Surat belum ditandatangani dan tidak berubah.';

/** Sentences about files, PDFs and stamps. */
export const documentErrorsId = {
  'file-missing': [
    'Berkas tidak ditemukan lagi di tempatnya.',
    'Tidak ada yang berubah.',
    'Pilih berkasnya sekali lagi.',
  ],
  'output-unwritable': [
    'Berkas hasil tidak dapat ditulis di tempat itu.',
    'Berkas asal tidak berubah, dan tidak ada berkas yang ditimpa.',
    'Pilih nama yang belum dipakai di folder yang dapat ditulisi.',
  ],
  'file-unreadable': [
    'Berkas tidak dapat dibaca.',
    notTaken,
    'Tutup program lain yang memakainya, atau salin ke tempat lain, lalu coba lagi.',
  ],
  'file-empty': ['Berkas ini kosong.', notTaken, 'Pindai atau simpan ulang, lalu jatuhkan lagi.'],
  'file-not-document': [
    'Isi berkas ini bukan PDF, JPG, atau PNG.',
    notTaken,
    'Simpan sebagai PDF, lalu jatuhkan lagi.',
  ],
  'file-name-lies': [
    'Isi berkas ini tidak sama dengan jenis pada namanya.',
    notTaken,
    'Simpan ulang dari program pembuatnya sebagai PDF.',
  ],
  'file-too-large': [
    'Berkas ini terlalu besar.',
    notTaken,
    'Pindai dengan mutu lebih rendah atau bagi menjadi beberapa berkas.',
  ],
  'image-damaged': ['Gambar ini rusak atau terpotong.', notTaken, 'Pindai atau kirim ulang gambarnya.'],
  'image-too-large': [
    'Gambar ini terlalu lebar untuk dibuka.',
    notTaken,
    'Pindai pada 200–300 dpi, lalu coba lagi.',
  ],
  'pdf-encrypted': ['PDF ini terkunci sandi.', notTaken, 'Simpan ulang tanpa sandi, lalu jatuhkan lagi.'],
  'pdf-damaged': [
    'PDF ini rusak atau terpotong.',
    notTaken,
    'Mintalah pengirim mengirim ulang, atau cetak ke PDF baru.',
  ],
  'pdf-no-pages': ['PDF ini tidak berisi halaman.', notTaken, 'Simpan ulang dari program pembuatnya.'],
  'pdf-signed': [
    'PDF ini sudah bertanda tangan elektronik.',
    'Tanda tangannya tetap utuh.',
    'Pakai PDF yang belum ditandatangani sebagai konsep.',
  ],
  'pdf-hybrid': [
    'PDF ini memuat dua daftar isi yang berbeda.',
    notTaken,
    'Cetak ke PDF baru, lalu coba lagi.',
  ],
  'pdf-suspicious': [
    'PDF ini berisi susunan yang dapat menipu program tanda tangan.',
    notTaken,
    'Jangan ditandatangani. Cetak ke PDF baru dan tanyakan asalnya.',
  ],
  'pdf-junk-before-header': [
    'Ada isi asing di awal PDF ini.',
    notTaken,
    'Cetak ke PDF baru, lalu coba lagi.',
  ],
  'pdf-dynamic-form': [
    'PDF ini formulir yang tampil berbeda di tiap program.',
    notTaken,
    'Cetak ke PDF baru, lalu coba lagi.',
  ],
  'pdf-would-lose': [
    'PDF ini memuat isian, lapisan, atau lampiran yang akan hilang.',
    'Belum ada yang diubah.',
    'Setujui kehilangannya, atau cetak ke PDF baru.',
  ],
  'document-destroyed': [
    'Dokumen surat ini sudah dimusnahkan menurut keputusan pemusnahan arsip.',
    'Catatan surat dan jejaknya tetap ada, dengan nomor keputusannya.',
    'Lihat nomor keputusannya pada jejak surat. Dokumennya tidak dapat dikembalikan.',
  ],
  'document-not-arrived': [
    'PDF surat ini belum tiba di komputer ini.',
    'Catatan suratnya sudah ada.',
    'Tunggu sinkronisasi berikutnya.',
  ],
  'pdf-page-missing': [
    'Halaman {page} tidak ada dalam surat ini.',
    notSigned,
    'Letakkan tanda tangan pada halaman lain.',
  ],
  'placement-outside': ['Tanda tangan berada di luar halaman.', notSigned, 'Geser ke dalam halaman.'],
  'placement-too-small': ['Tempat tanda tangan terlalu kecil.', notSigned, 'Perbesar kotaknya.'],
  'placement-overlaps': ['Tanda tangan menutupi tanda tangan lain.', notSigned, 'Geser ke tempat kosong.'],
  'placement-missing': [
    'Tempat tanda tangan belum ditentukan.',
    notSigned,
    'Letakkan kotaknya pada halaman.',
  ],
  'placement-fixed': [
    'Tempat tanda tangan ini sudah dikunci oleh penandatangan sebelumnya.',
    notSigned,
    'Tandatangani pada tempat yang tersedia.',
  ],
  'pdf-field-exists': [
    'Kotak tanda tangan itu sudah ada.',
    unchanged,
    'Ajukan ulang dengan PDF yang bersih.',
  ],
  'pdf-field-missing': [
    'Kotak tanda tangan tidak ditemukan dalam PDF.',
    notSigned,
    'Kembalikan surat agar diajukan ulang.',
  ],
  'pdf-field-signed': [
    'Kotak tanda tangan ini sudah terisi.',
    unchanged,
    'Muat ulang surat untuk melihat tanda tangannya.',
  ],
  'pdf-changes-forbidden': [
    'Tanda tangan sebelumnya melarang perubahan pada PDF ini.',
    notSigned,
    'Kembalikan surat agar diajukan ulang.',
  ],
  'stamp-character-missing': [
    'Huruf “{characters}” tidak dapat dicetak pada tanda tangan.',
    notSigned,
    'Mintalah admin menulis nama atau jabatan tanpa huruf itu.',
  ],
  'stamp-text-too-long': [
    'Nama atau jabatan tidak muat pada tanda tangan.',
    notSigned,
    'Perbesar kotaknya, atau mintalah admin memendekkan jabatan.',
  ],
  'stamp-qr-too-long': ['Isi kode QR terlalu panjang.', notSigned, 'Perbesar kotak tanda tangan.'],
} as const satisfies Readonly<Record<string, ErrorSentence>>;
