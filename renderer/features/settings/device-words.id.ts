export const id = {
  title: 'Komputer saya',
  add: 'Tambah komputer…',
  adding: 'Membuat kode…',
  device: 'Komputer',
  seen: 'Terlihat',
  state: 'Keadaan',
  acts: 'Tindakan',
  thisPc: 'komputer ini',
  open: 'dipakai',
  retired: 'diakhiri',
  closed: 'ditutup admin',
  lost: 'Komputer yang hilang atau tidak dapat dibuka lagi ditutup oleh penulis daftar kantor, {name}.',
  lostSomebody: 'Komputer yang hilang atau tidak dapat dibuka lagi ditutup oleh penulis daftar kantor.',

  codeTitle: 'Kode untuk komputer Anda yang lain',
  codeText:
    'Di komputer itu buka Nirkertas, pilih Gabung dengan kode, pilih folder bersama kantor, lalu masukkan kode ini dan frasa sandi Anda sendiri. Enam angkanya tampil di sini untuk dicocokkan.',
  saveTitle: 'Simpan kode komputer',
  fileName: 'Komputer tambahan Nirkertas {name}.txt',
  fileText:
    'Komputer tambahan Nirkertas\n\nKantor: {office}\nUntuk: {name}\nBerlaku sampai: {date}\n\nKode:\n{code}\n\nDi komputer Anda yang lain: buka Nirkertas, pilih Gabung dengan kode, pilih folder bersama kantor, lalu tempel kode ini. Pakai frasa sandi Anda sendiri.\n',

  requests: 'Komputer yang ingin Anda pakai',
  requestsDetail: 'Cocokkan enam angka di kedua layar.',
  requestFrom: 'meminta {date}',
  requestDigits: 'Enam angka {device}: {digits}',
  admitTitle: 'Pakai {device}?',
  admitText:
    'Angka di layar {device} harus persis {digits}. Setelah diterima, {device} membaca dan menandatangani atas nama Anda, setelah dibuka dengan frasa sandi Anda.',
  admitted: '{device} diterima. Buka di sana dengan frasa sandi Anda.',

  retire: 'Akhiri pemakaian…',
  retireOf: 'Akhiri pemakaian {device}',
  retireTitle: 'Akhiri pemakaian {device}?',
  retireText:
    'Anda keluar dari komputer ini untuk seterusnya, dan tidak ada lagi yang dapat menulis atas nama Anda dengan data yang tersimpan di sini. Yang sudah Anda tulis tetap sah. Tidak dapat dibatalkan; bila kelak masuk lagi di sini, catatan baru dimulai.',
  retireLast:
    'Ini satu-satunya komputer Anda yang masih dipakai. Tambahkan dahulu komputer lain bila Anda masih bekerja di kantor ini; tanpa itu hanya undangan baru dari admin yang membuka jalan.',
  retireWaiting: {
    one: '{count} catatan Anda masih menunggu dikirim.',
    other: '{count} catatan Anda masih menunggu dikirim.',
  },
  retireSend:
    'Sesudahnya biarkan Nirkertas terbuka beberapa menit dengan folder bersama tersambung, supaya kabarnya sampai ke komputer lain.',
  retireAct: 'Akhiri dan keluar',
  cancel: 'Batal',
} as const;
