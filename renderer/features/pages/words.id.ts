export const id = {
  page: 'Halaman {page} dari {pages}',
  pages: 'Halaman dokumen',
  failed: 'Halaman tidak dapat ditampilkan',
  failedText:
    'Berkasnya tersimpan utuh, tetapi penampil tidak dapat membacanya. Buka dengan program PDF lain untuk memastikan isinya.',
  zoomIn: 'Perbesar',
  zoomOut: 'Perkecil',
  fit: 'Selebar jendela',
} as const;
