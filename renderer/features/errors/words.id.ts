export const id = {
  code: 'Kode untuk bantuan: {code}',
  faultTitle: 'Layar ini berhenti karena kesalahan program',
  partTitle: 'Bagian program ini tidak dapat dimuat',
  safe: 'Surat, disposisi, dan tanda tangan yang sudah disimpan aman. Isian yang Anda ketik tersimpan sebagai draf.',
  faultTodo: 'Muat ulang jendela. Bila terjadi lagi, sampaikan rincian di bawah kepada admin kantor.',
  partTodo:
    'Muat ulang jendela. Bila tetap gagal, tutup Nirkertas lalu buka lagi; bila masih gagal, minta admin memasangnya ulang.',
  reload: 'Muat ulang',
  goHome: 'Ke Beranda',
  detail: 'Rincian untuk admin',
} as const;
