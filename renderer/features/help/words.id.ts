export const id = {
  title: 'Bantuan',
  intro:
    'Semua dapat dikerjakan dengan papan ketik. Yang tampil di sini berlaku pada layar yang sedang terbuka.',
  letter: 'Surat',
  queue: 'Daftar',
  go: 'Pindah',
  make: 'Buat',
  app: 'Umum',
  close: 'Tutup',
  palette: 'Semua perintah dan surat',
  aboutTitle: 'Tentang Nirkertas',
  about: 'Versi {version}, Chromium {chromium}',
  aboutDevelopment: 'Berjalan pada Electron pengembangan, bukan rilis resmi.',
  dataFolder: 'Folder data: {folder}',
} as const;
