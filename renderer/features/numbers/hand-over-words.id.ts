export const id = {
  open: 'Serahkan buku…',
  title: 'Serahkan buku ini',
  to: 'Pemegang baru',
  choose: 'Pilih orang dan komputernya',
  option: '{name} di {device}',
  seen: 'terlihat {date}',
  nobody: 'Tidak ada petugas TU atau admin di komputer lain yang dapat memegang buku ini.',
  missing: 'Pilih pemegang barunya.',
  gone: 'Komputer pemegang sekarang hilang atau rusak',
  goneText:
    'Pemegang baru tidak menunggu kabar berhenti dari {device}. Sinkronkan dahulu, supaya semua nomor yang sudah diberikan di sana diketahui di sini.',
  text: 'Pemegang baru memberi nomor sesudah {name} di {device} menyatakan berhenti, mulai di atas {ceiling}. Nomor di bawahnya yang tidak terpakai dinyatakan batal dengan alasannya.',
  textGone:
    'Pemegang baru memberi nomor mulai di atas {ceiling}. Nomor di bawahnya yang tidak terpakai dinyatakan batal dengan alasannya.',
  textFirst: 'Buku ini belum dipegang siapa pun; pemegang baru langsung memberi nomor.',
  act: 'Serahkan',
  done: '{name} memegang buku ini di {device}.',
  cancel: 'Batal',
} as const;
