export const id = {
  title: 'Sinkronisasi',
  now: 'Sinkronkan sekarang',
  working: 'Mencocokkan…',
  done: 'Selesai: {published} dikirim, {ingested} diterima.',
  doneNothing: 'Selesai: tidak ada yang baru di kedua pihak.',

  allThere: 'Semua yang ditulis di komputer ini sudah ada di folder bersama',
  allThereText: 'Komputer lain dapat mengambilnya kapan saja.',
  sending: '{count} catatan menunggu dikirim',
  sendingText: 'Sudah tersimpan di komputer ini dan dikirim sendiri; Anda boleh terus bekerja.',
  offline: 'Folder bersama tidak terjangkau',
  offlineText:
    'Pekerjaan tetap tersimpan di komputer ini dan dikirim sendiri begitu foldernya kembali. Periksa apakah komputer atau NAS tempat folder itu menyala, dan kabel atau Wi-Fi tersambung.',
  hung: 'Folder bersama tidak menjawab',
  hungText:
    'Folder itu tersambung, tetapi diam. Pekerjaan tetap tersimpan di komputer ini dan dikirim sendiri begitu folder itu menjawab. Bila lama, periksa jaringan dan komputer atau NAS tempat folder itu berada.',
  newer: 'Folder bersama dipakai Nirkertas versi lebih baru',
  newerText:
    'Pekerjaan tersimpan di komputer ini. Pasang versi terbaru; pengiriman berlanjut sendiri sesudahnya.',
  foreign: 'Folder ini bukan milik kantor Anda',
  foreignText:
    'Tidak ada yang ditulis atau dihapus di sana. Pasang kembali folder yang benar di alamat yang sama, atau hubungi admin.',
  readOnly: 'Folder bersama tidak dapat ditulisi',
  readOnlyText:
    'Surat dari komputer lain tetap diterima, tetapi punya Anda belum terkirim. Mintalah pemilik folder memberi izin menulis.',
  stopped: 'Penulisan ke folder bersama dihentikan',
  stoppedText:
    'Terlalu banyak berkas hilang atau rusak sekaligus, mungkin karena ransomware atau cadangan lama yang dikembalikan. Pekerjaan di komputer ini utuh. Periksa folder itu dulu, lalu lanjutkan: yang hilang ditulis kembali dari komputer kantor.',
  resume: 'Lanjutkan',
  full: 'Folder bersama penuh',
  fullText:
    'Pekerjaan tetap tersimpan di komputer ini. Mintalah pemilik folder mengosongkan tempat; pengiriman dilanjutkan sendiri.',
  none: 'Belum ada folder bersama',
  noneText: 'Kantor ini bekerja di satu komputer saja.',
  path: 'Folder',
  lastSync: 'Terakhir dicocokkan',
  never: 'belum pernah',

  waiting: 'Menunggu kirim',
  waitingCount: '{count} catatan',
  waitingNone: 'Tidak ada yang menunggu.',
  waitingOthers: '{count} catatan lain tidak menyangkut surat, misalnya daftar orang.',
  notReceived:
    '{count} catatan sudah di folder bersama, tetapi belum ada PC lain yang menyatakan menerimanya.',
  letter: 'Surat',
  since: 'Sejak',

  alerts: 'Perlu perhatian',
  alertsNone: 'Tidak ada yang perlu diperiksa.',
  dismiss: 'Sudah diperiksa',
  alertDamaged: 'Ada berkas rusak di folder bersama; tidak dipakai',
  alertDamagedText:
    'Data di komputer ini tetap benar. Bila terjadi lagi, periksa cakram tempat folder itu dan siapa yang dapat menulis di sana.',
  alertStranger: 'Ada berkas di folder bersama yang bukan buatan kantor ini',
  alertStrangerText: 'Tidak dipakai. Periksa siapa yang dapat menulis ke folder itu.',
  alertMissing: 'Ada berkas yang hilang dari folder bersama',
  alertMissingText: 'Bila tidak kembali sendiri, nyalakan komputer rekan yang menulisnya, lalu sinkronkan.',
  alertNewer: 'Ada catatan dari versi aplikasi yang lebih baru',
  alertNewerText: 'Catatan itu disimpan. Perbarui aplikasi di komputer ini untuk membacanya.',
  alertLocked: 'Berkas sedang dikunci program lain, mungkin antivirus',
  alertLockedText: 'Dicoba lagi sendiri. Bila sering terjadi, kecualikan folder bersama dari pemindaian.',
  alertForged: 'Catatan di folder bersama tidak lolos pemeriksaan tanda tangan',
  alertForgedText: 'Tidak dipakai. Beri tahu admin kantor: mungkin ada yang mengubah berkas dengan sengaja.',
  alertRefused: 'Catatan seorang rekan tidak dapat diterima',
  alertRefusedText:
    'Catatan itu disimpan tanpa akibat. Beri tahu admin kantor: mungkin satu data dipakai di dua komputer, atau kunci disalahgunakan.',
  alertTwice: 'Satu log diteruskan di dua komputer',
  alertTwiceText:
    'Pekerjaan dari keduanya tetap ada dan berlaku; masing-masing meneruskan dengan log sendiri setelah dibuka kuncinya. Cari tahu apakah data disalin atau cadangan dipulihkan. Bila komputer itu memegang buku nomor, tunjuk pemegang lain.',
  alertTakenOver: 'Daftar orang dan jabatan diambil alih dengan kit pemulihan',
  alertTakenOverText:
    'Sejak itu komputer lain menulis daftar kantor. Bila pimpinan tidak mengetahuinya, amankan kit pemulihan dan periksa daftar orang.',
  alertJoin: 'Permintaan bergabung tidak lolos pemeriksaan',
  alertJoinText: 'Tidak ada yang diterima. Undang lagi orangnya dengan kode baru.',
  alertNumber: 'Dua surat memegang nomor yang sama',
  alertNumberText:
    'Kedua surat tetap memakai nomornya; tidak ada yang diubah sendiri. Buka salah satunya, lalu beri nomor sisipan.',
  alertHere: 'Dokumen di komputer ini rusak atau hilang',
  alertHereText:
    'Diambil lagi dari folder bersama dengan sendirinya. Bila keterangan ini tidak hilang, periksa cakram komputer ini dan nyalakan komputer penjaga arsip.',
  alertForeign: 'Folder bersama berisi kantor lain',
  alertForeignText: 'Tidak ada yang ditulis di sana. Pasang kembali folder yang benar.',
  alertRolledBack: 'Folder bersama tidak lagi memuat catatan yang sudah pernah ada di sana',
  alertRolledBackText:
    'Komputer ini masih menyimpannya dan menuliskannya kembali. Bila terjadi lagi, periksa siapa yang menghapus berkas atau mengembalikan cadangan lama di folder itu.',
  alertWithheld: 'Ada catatan yang disebut komputer lain tetapi tidak ada di folder bersama',
  alertWithheldText:
    'Catatan yang bergantung padanya menunggu. Nyalakan komputer yang menulisnya, lalu sinkronkan.',
  alertStopped: 'Terlalu banyak berkas hilang atau rusak sekaligus di folder bersama',
  alertStoppedText: 'Penulisan dihentikan sampai Anda memilih Lanjutkan; pekerjaan di komputer ini utuh.',
  alertClock: 'Jam komputer ini berbeda jauh dari jam folder bersama',
  alertClockText:
    'Urutan catatan tidak terpengaruh, tetapi tanggal tindakan dan tanda tangan diambil dari komputer ini. Betulkan tanggal dan jamnya; bila sudah benar, periksa jam komputer atau NAS tempat folder itu.',
  alertCrowded: 'Kantor ini memakai lima belas PC atau lebih',
  alertCrowdedText:
    'Bila folder bersama berada di komputer Windows biasa, hanya sekitar dua puluh PC dapat tersambung sekaligus. Pindahkan folder ke NAS atau server sebelum penuh; bila sudah di sana, abaikan pemberitahuan ini.',
  alertSwapped: 'Berkas identitas kantor di folder bersama diganti dengan milik kantor lain',
  alertSwappedText:
    'Berkas itu ditolak dan salinan yang benar ditulis di sampingnya; surat tidak terpengaruh. Beri tahu admin: seseorang mengubah folder itu dengan sengaja.',
  alertOther: 'Ada hal yang perlu diperiksa ({code})',
  alertOtherText: 'Salin keterangan ini bila menghubungi admin.',
  alertEntry: 'Log {log}, catatan {seq}',
  alertFile: 'Berkas {file}',

  devices: 'Perangkat kantor',
  devicesNone: 'Baru komputer ini.',
  device: 'Perangkat',
  person: 'Orang',
  lastSeen: 'Terlihat',
} as const;
