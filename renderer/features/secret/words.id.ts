export const id = {
  region: 'Isi disegel',
  lockedTitle: 'Kunci Anda tertutup',
  lockedText: 'Surat ini {class}. Ketik frasa sandi untuk membuka isinya.',
  unlock: 'Buka isi surat',
  keyMissingTitle: 'Kunci surat ini belum diserahkan kepada Anda',
  keyMissingText:
    'Surat ini {class} dan jabatan Anda ada pada alurnya, tetapi isinya baru terbuka setelah kuncinya diserahkan. Minta salah seorang di bawah ini membuka surat ini dan memilih **Serahkan kunci**.',
  keyUselessTitle: 'Kunci yang diserahkan tidak terbuka dengan kunci Anda sekarang',
  keyUselessText:
    'Kunci surat ini disegel untuk kunci Anda yang lama. Minta salah seorang di bawah ini menyerahkannya sekali lagi.',
  outsideTitle: 'Isi surat ini disegel',
  outsideText:
    'Surat ini {class}. Anda melihat nomor, sifat, siapa, dan kapan; asal, hal, dan berkasnya hanya terbuka bagi yang ada pada alurnya.',
  nobodyText:
    'Tidak ada lagi pemangku yang dapat membukanya. Admin dapat menyerahkan kuncinya dengan kit pemulihan kantor.',
  openers: 'Yang dapat membuka',
  notOnRoute: 'pernah menerima kuncinya',
  bannerTitle: 'Belum semua pemangku dapat membuka surat ini',
  bannerOne: '**{title}** kini dipangku {name}, yang belum menerima kunci surat ini.',
  bannerMany: {
    one: '{count} jabatan pada alurnya dipangku orang yang belum menerima kunci surat ini.',
    other: '{count} jabatan pada alurnya dipangku orang yang belum menerima kunci surat ini.',
  },
  share: 'Serahkan kunci…',
  dialogTitle: 'Serahkan kunci surat',
  dialogChoose: 'Kepada pemangku jabatan',
  hasKey: '{name} · sudah dapat membuka',
  lacksKey: '{name} · belum dapat membuka',
  noOther: 'Tidak ada jabatan lain yang berpemangku pada alur surat ini.',
  consequence:
    'Pemangkunya dapat membaca seluruh isi surat ini, termasuk lampiran dan catatan yang sudah ada. Penyerahan tercatat di Jejak atas nama Anda dan tidak dapat ditarik kembali.',
  cancel: 'Batal',
  submit: 'Serahkan kunci',
  done: 'Kunci diserahkan kepada {name}.',
} as const;
