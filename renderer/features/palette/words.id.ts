export const id = {
  title: 'Cari surat, orang, atau perintah',
  placeholder: 'Cari surat, orang, atau perintah',
  commands: 'Perintah',
  letters: 'Surat',
  people: 'Orang',
  nothing: 'Tidak ada yang cocok dengan “{query}”.',
  hint: 'Ketik nomor, asal, perihal, atau nama perintah.',
  vacant: 'belum ada pemangku',
} as const;
