/** The words that the shell itself shows: menu, tray, messages before or without a page. */
export interface ShellWords {
  readonly open: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomReset: string;
  readonly fullScreen: string;
  readonly nothingWaits: string;
  readonly waiting: (count: number) => string;
  readonly letters: string;
  readonly certificates: string;
  readonly kits: string;
  readonly allFiles: string;
  readonly pageFailed: string;
  readonly pageFailedDetail: string;
  readonly saveFailed: string;
  readonly saveFailedDetail: (path: string) => string;
}

/** By language; Indonesian is the first. */
export const shellWords: Readonly<Record<'id' | 'en', ShellWords>> = {
  id: {
    open: 'Buka Nirkertas',
    quit: 'Keluar',
    edit: 'Sunting',
    undo: 'Urungkan',
    redo: 'Ulangi',
    cut: 'Potong',
    copy: 'Salin',
    paste: 'Tempel',
    selectAll: 'Pilih semua',
    view: 'Tampilan',
    zoomIn: 'Perbesar',
    zoomOut: 'Perkecil',
    zoomReset: 'Ukuran semula',
    fullScreen: 'Layar penuh',
    nothingWaits: 'Nirkertas: tidak ada yang menunggu Anda',
    waiting: (count) => `Nirkertas: ${count} menunggu Anda`,
    letters: 'Surat (PDF, JPG, PNG)',
    certificates: 'Sertifikat (P12, PFX)',
    kits: 'Lembar pemulihan',
    allFiles: 'Semua berkas',
    pageFailed: 'Tampilan Nirkertas berhenti berulang kali',
    pageFailedDetail:
      'Surat dan tindakan yang sudah disimpan tetap aman. Tutup Nirkertas lalu buka lagi; jika terulang, hubungi admin kantor.',
    saveFailed: 'Berkas tidak dapat disimpan',
    saveFailedDetail: (path) =>
      `${path} tidak dapat ditulis. Pilih tempat lain, atau periksa apakah cakram penuh atau berkas sedang dibuka.`,
  },
  en: {
    open: 'Open Nirkertas',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomReset: 'Actual size',
    fullScreen: 'Full screen',
    nothingWaits: 'Nirkertas: nothing waits for you',
    waiting: (count) => `Nirkertas: ${count} waiting for you`,
    letters: 'Letters (PDF, JPG, PNG)',
    certificates: 'Certificates (P12, PFX)',
    kits: 'Recovery sheets',
    allFiles: 'All files',
    pageFailed: 'The Nirkertas window stopped several times',
    pageFailedDetail:
      'Letters and acts that were saved are safe. Close Nirkertas and open it again; if this recurs, ask the office admin.',
    saveFailed: 'The file could not be saved',
    saveFailedDetail: (path) =>
      `${path} could not be written. Choose another place, or check whether the disk is full or the file is open.`,
  },
};
