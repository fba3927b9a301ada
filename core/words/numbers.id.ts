import type { NumberWords } from './numbers.ts';

/** Words of the books of numbers, Indonesian. */
export const numbersId: NumberWords = {
  fate: {
    used: 'dipakai',
    duplicate: 'dipakai lebih dari satu surat',
    voided: 'dibatalkan',
    leased: 'dipinjam meja TU, belum dipakai',
    withoutEffect: 'pernah diberikan, tanpa akibat',
    skipped: 'terlewat tanpa keterangan',
    free: 'belum dipakai',
  },
  voidReason: {
    registryReplaced: 'pemegang buku diganti',
    deskClosed: 'meja TU ditutup',
    yearEnded: 'tahun berakhir',
    spoiled: 'dibatalkan petugas',
  },
  waiting: {
    locked: 'menunggu nomor: buka kunci di komputer yang memberi nomor',
    ceiling: 'menunggu nomor: batas nomor belum terbaca kembali dari folder bersama',
    predecessor: 'menunggu nomor: pemegang buku sebelumnya belum menyatakan berhenti',
    leaseAsked: 'menunggu nomor: pinjaman nomor sudah diminta, menunggu pemegang buku',
    noLease: 'menunggu nomor: meja ini belum mempunyai pinjaman nomor',
    desk: 'menunggu nomor dari meja TU yang mencatatnya',
    registry: 'menunggu nomor dari pemegang buku',
    suspended: 'nomornya ditangguhkan sampai admin memutuskan',
  },
};
