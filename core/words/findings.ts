import type { FindingCode } from '#core/contract/findings.ts';

import { logFindingWords } from './findings-log.ts';

/** What each finding says to a person: what was found, and what to do. */
export const findingWords: Record<FindingCode, { readonly id: string; readonly en: string }> = {
  ...logFindingWords,
  // The file
  'file-no-header': {
    id: 'Ini bukan PDF, atau bagian awalnya hilang. Mintalah berkas asli kepada pengirim.',
    en: 'This is not a PDF, or its beginning is missing. Ask the sender for the original file.',
  },
  'file-no-xref': {
    id: 'Bagian akhir berkas hilang, seperti setelah unduhan terputus. Mintalah berkas dikirim ulang.',
    en: 'The end of the file is missing, as after a broken download. Ask the sender for it again.',
  },
  'file-broken': {
    id: 'Berkas rusak, dan tiap penampil dapat memperlihatkannya secara berbeda. Jangan dipakai; mintalah berkas asli kepada pengirim.',
    en: 'The file is damaged, and viewers may each show it differently. Do not rely on it; ask the sender for the original.',
  },
  'file-encrypted': {
    id: 'Berkas dikunci dengan kata sandi atau sertifikat sehingga tanda tangannya tidak dapat diperiksa. Mintalah salinan tanpa kunci kepada pengirim.',
    en: 'The file is locked with a password or a certificate, so its signatures cannot be examined. Ask the sender for an unlocked copy.',
  },
  'file-too-complex': {
    id: 'Susunan berkas membuat pemeriksaan tidak akan selesai. Pemeriksaan dihentikan; mintalah salinan yang wajar kepada pengirim.',
    en: 'The file is built so that examining it would never end. It was not examined further; ask the sender for an ordinary copy.',
  },
  'header-offset': {
    id: 'Ada data di depan awal dokumen, biasanya sisa sistem surel atau web. Isi yang ditandatangani tetap diperiksa.',
    en: 'There is something before the beginning of the document, often left by an e-mail or web system. The signed content was examined all the same.',
  },
  'hybrid-xref': {
    id: 'Berkas memuat dua daftar isi, satu untuk penampil lama. Bandingkan yang tampil di penampil Anda dengan yang tampil di sini.',
    en: 'The file holds two tables of contents, one for old viewers. Compare what your viewer shows with what is shown here.',
  },
  'trailing-bytes': {
    id: 'Ada data yang ditempelkan setelah akhir dokumen, di luar semua tanda tangan. Jangan pakai salinan ini; mintalah berkas asli kepada penanda tangan.',
    en: 'Data was attached after the end of the document, outside every signature. Do not use this copy; ask the signatory for the original.',
  },
  'trailing-space': {
    id: 'Ada beberapa karakter kosong setelah akhir dokumen. Hal ini tidak mengubah apa pun.',
    en: 'A few empty characters follow the end of the document. They change nothing.',
  },
  'root-changed': {
    id: 'Perubahan kemudian mengganti seluruh dokumen dengan dokumen lain di dalam berkas yang sama. Pakai hanya versi yang ditandatangani.',
    en: 'A later change replaced the whole document by another one inside the same file. Use only the signed version.',
  },
  'stray-bytes': {
    id: 'Ada sesuatu yang disembunyikan di dalam berkas setelah tanda tangan; sebagian penampil akan memperlihatkannya. Jangan pakai salinan ini; mintalah berkas asli kepada penanda tangan.',
    en: 'Something was hidden in the file after the signature; some viewers would show it. Do not use this copy; ask the signatory for the original.',
  },
  'object-unreadable': {
    id: 'Bagian berkas yang diubah kemudian tidak dapat dibaca. Jangan pakai salinan ini; mintalah berkas asli kepada penanda tangan.',
    en: 'A part of the file that was changed later cannot be read. Do not use this copy; ask the signatory for the original.',
  },
  'duplicate-key': {
    id: 'Berkas menyebut satu hal dua kali dengan cara berbeda sehingga penampil dapat berselisih. Jangan pakai salinan ini; mintalah berkas asli kepada penanda tangan.',
    en: 'The file states one thing twice in different ways, so viewers may disagree. Do not use this copy; ask the signatory for the original.',
  },
  // Enumerating signatures
  'byterange-unowned': {
    id: 'Berkas memuat tanda tangan yang tidak dimiliki kolom tanda tangan mana pun. Mungkin ada tanda tangan yang disingkirkan; mintalah berkas asli kepada pengirim.',
    en: 'The file holds a signature that belongs to no signature field. A signature may have been removed from sight; ask the sender for the original.',
  },
  'signature-shared': {
    id: 'Satu tanda tangan ditampilkan di dua tempat seolah-olah dua. Hitung sebagai satu, dan tanyakan asal-usulnya kepada pengirim.',
    en: 'One signature is shown in two places as if it were two. Count it once, and ask the sender how it came about.',
  },
  'signature-removed': {
    id: 'Sebuah tanda tangan dihapus setelah dibubuhkan. Mintalah versi yang masih memuatnya kepada pengirim.',
    en: 'A signature was removed after it had been made. Ask the sender for the version that still has it.',
  },
  'fields-malformed': {
    id: 'Daftar kolom tanda tangan rusak sehingga mungkin ada tanda tangan yang tidak tampak. Mintalah berkas asli kepada pengirim.',
    en: 'The list of signature fields is damaged, so signatures may be missing here. Ask the sender for the original.',
  },
  // ByteRange
  'byterange-malformed': {
    id: 'Tanda tangan tidak menyebut dengan benar bagian berkas yang dicakupnya. Anggap berkas belum ditandatangani dan mintalah penandatanganan ulang.',
    en: 'The signature does not say correctly which part of the file it covers. Treat the file as unsigned and ask the signatory to sign again.',
  },
  'byterange-gap': {
    id: 'Tanda tangan melewatkan bagian berkas selain dirinya sendiri; di situ isi dapat ditukar tanpa ketahuan. Jangan pakai salinan ini; mintalah berkas asli.',
    en: 'The signature leaves out more of the file than itself, where content can be exchanged unnoticed. Do not use this copy; ask for the original.',
  },
  'byterange-end': {
    id: 'Tanda tangan berhenti sebelum akhir versi yang ditandatangani. Jangan pakai salinan ini; mintalah berkas asli kepada penanda tangan.',
    en: 'The signature stops before the end of the version it was made for. Do not use this copy; ask the signatory for the original.',
  },
  'contents-malformed': {
    id: 'Tanda tangannya sendiri hilang atau rusak. Anggap berkas belum ditandatangani dan mintalah berkas asli kepada penanda tangan.',
    en: 'The signature itself is missing or damaged. Treat the file as unsigned and ask the signatory for the original.',
  },
  'contents-padding': {
    id: 'Ruang yang disediakan untuk tanda tangan berisi data lain. Berkas diubah setelah ditandatangani; mintalah berkas asli kepada penanda tangan.',
    en: 'The space reserved for the signature holds other data. The file was changed after signing; ask the signatory for the original.',
  },
  // CMS
  'subfilter-unsupported': {
    id: 'Jenis tanda tangan ini tidak didukung di sini sehingga tidak dapat dinilai. Periksa dengan program pembuatnya.',
    en: 'This kind of signature is not supported here, so nothing can be said about it. Check it with the program that made it.',
  },
  'cms-unreadable': {
    id: 'Tanda tangan rusak atau terpotong. Anggap berkas belum ditandatangani dan mintalah berkas asli kepada penanda tangan.',
    en: 'The signature is damaged or cut off. Treat the file as unsigned and ask the signatory for the original.',
  },
  'cms-not-der': {
    id: 'Tanda tangan ditulis dengan notasi lama. Tanda tangan tetap terbaca; tidak ada yang perlu dilakukan.',
    en: 'The signature is written in an older notation. It was read all the same; nothing needs to be done.',
  },
  'cms-signer-count': {
    id: 'Tanda tangan tidak menyebut penanda tangan atau menyebut beberapa sekaligus, yang tidak dibolehkan PDF. Mintalah penandatanganan ulang.',
    en: 'The signature names no signer or several, which PDF does not allow. Ask the signatory to sign again.',
  },
  'cms-not-detached': {
    id: 'Tanda tangan mencakup isi miliknya sendiri, bukan dokumen ini. Anggap berkas belum ditandatangani.',
    en: 'The signature covers something of its own instead of this document. Treat the file as unsigned.',
  },
  'cms-attribute': {
    id: 'Tanda tangan tidak memuat keterangan yang mengikatnya pada dokumen ini. Mintalah penandatanganan ulang.',
    en: 'The signature lacks an entry that binds it to this document. Ask the signatory to sign again.',
  },
  'digest-mismatch': {
    id: 'Dokumen diubah setelah tanda tangan ini. Jangan dipakai; mintalah berkas asli kepada penanda tangan.',
    en: 'The document was changed after this signature. Do not use it; ask the signatory for the original.',
  },
  'signature-wrong': {
    id: 'Tanda tangan tidak dibuat dengan kunci orang yang disebutnya, atau rusak. Jangan dipakai; tanyakan kepada penanda tangan.',
    en: 'The signature was not made with the key of the person it names, or it was damaged. Do not rely on it; ask the signatory.',
  },
  'algorithm-unsupported': {
    id: 'Tanda tangan memakai metode yang tidak dikenal di sini sehingga tidak dapat dinilai. Perbarui aplikasi ini atau periksa di tempat lain.',
    en: 'The signature uses a method that is not known here, so nothing can be said about it. Update this application or check it elsewhere.',
  },
  'algorithm-weak': {
    id: 'Tanda tangan memakai metode lama yang tidak lagi aman. Untuk dokumen baru, mintalah tanda tangan dengan SHA-256 dan kunci RSA 2.048 bit atau lebih.',
    en: 'The signature uses an old method that is no longer safe. For a new document ask for a signature with SHA-256 and an RSA key of 2,048 bits or more.',
  },
  'algorithm-mismatch': {
    id: 'Tanda tangan menyebut dua metode berbeda sekaligus. Jangan dipakai; mintalah penandatanganan ulang.',
    en: 'The signature names two different methods at once. Do not rely on it; ask the signatory to sign again.',
  },
  'certificate-missing': {
    id: 'Sertifikat penanda tangan tidak ada di dalam berkas sehingga tidak dapat dipastikan siapa yang menandatangani. Mintalah salinan yang memuatnya.',
    en: 'The certificate of the signatory is not in the file, so it cannot be said who signed. Ask the signatory for a copy with it.',
  },
  'ess-missing': {
    id: 'Tanda tangan dari jenis lama yang tidak mengikat sertifikatnya. Tanda tangan utuh; untuk dokumen baru, jenis baru lebih baik.',
    en: 'The signature is of an older kind that does not bind its certificate. It is intact; for new documents the newer kind is better.',
  },
  'ess-mismatch': {
    id: 'Sertifikat ditukar dengan sertifikat lain yang berkunci sama. Jangan percayai nama yang tampil; tanyakan kepada penanda tangan.',
    en: 'The certificate was exchanged for another one with the same key. Do not rely on the name shown; ask the signatory.',
  },
  'timestamp-wrong': {
    id: 'Stempel waktu milik dokumen lain atau dokumen diubah setelahnya. Mintalah berkas asli kepada pengirim.',
    en: 'The timestamp belongs to another document or the document was changed after it. Ask the sender for the original.',
  },
  'signature-timestamp-wrong': {
    id: 'Stempel waktu pada tanda tangan ini tidak sah sehingga hanya waktu klaim yang diketahui. Tanyakan waktu penandatanganan kepada penanda tangan.',
    en: 'The timestamp on this signature does not hold, so only the claimed time is known. Ask the signatory when it was signed.',
  },
  // Chain
  'root-not-installed': {
    id: 'Penerbit sertifikat ini belum dikenal komputer ini, jadi nama penanda tangannya belum pasti. Bila perlu kepastian, tanyakan langsung kepada penanda tangannya.',
    en: 'This PC does not know the issuer of the certificate, so the name of the signatory is not certain. Where it matters, ask the signatory directly.',
  },
  'chain-broken': {
    id: 'Sertifikat tidak diterbitkan dengan benar oleh penerbit yang disebutnya. Jangan percayai namanya; tanyakan kepada penanda tangan.',
    en: 'The certificate was not issued properly by the authority it names. Do not rely on the name; ask the signatory.',
  },
  'certificate-expired': {
    id: 'Sertifikat sudah kedaluwarsa, dan tidak ada stempel waktu yang membuktikan tanda tangan dibuat sebelumnya. Tanyakan waktu penandatanganan.',
    en: 'The certificate has expired, and no timestamp proves that the signature was made before. Ask the signatory when it was signed.',
  },
  'certificate-not-yet-valid': {
    id: 'Sertifikat belum berlaku pada waktu itu. Periksa jam komputer ini, lalu tanyakan kepada penanda tangan.',
    en: 'The certificate was not valid yet at that time. Check the clock of this computer, then ask the signatory.',
  },
  'certificate-usage': {
    id: 'Sertifikat tidak diperuntukkan menandatangani dokumen. Mintalah penandatanganan dengan sertifikat tanda tangan.',
    en: 'The certificate is not meant for signing documents. Ask the signatory to sign with a certificate for signatures.',
  },
  'certificate-revoked': {
    id: 'Sertifikat telah dicabut saat tanda tangan dibuat. Jangan dipakai; tanyakan kepada penanda tangan.',
    en: 'The certificate had been revoked when the signature was made. Do not rely on the signature; ask the signatory.',
  },
  'revocation-unchecked': {
    id: 'Status pencabutan belum diperiksa: daftar terkini tidak tersedia di sini. Bila penting, tanyakan kepada penerbit.',
    en: 'Whether the certificate was revoked has not been checked: there is no current list here. When it matters, ask the issuer.',
  },
  'time-claimed': {
    id: 'Waktu yang tampil adalah waktu klaim komputer penanda tangan, tanpa stempel waktu. Bila waktunya penting, mintalah dokumen berstempel waktu.',
    en: "The time shown is what the signer's computer claimed, without a timestamp. Where the time matters, ask for a document with a timestamp.",
  },
  // Changes after a signature that are allowed
  'later-signature': {
    id: 'Setelah tanda tangan ini ditambahkan tanda tangan berikutnya, dan itu dibolehkan. Tidak ada yang perlu dilakukan.',
    en: 'After this signature another one was added, which is allowed. Nothing needs to be done.',
  },
  'later-empty-field': {
    id: 'Setelah tanda tangan ini ditambahkan tempat untuk tanda tangan berikutnya, dan itu dibolehkan. Tidak ada yang perlu dilakukan.',
    en: 'After this signature a place for a further one was added, which is allowed. Nothing needs to be done.',
  },
  'later-timestamp': {
    id: 'Setelah tanda tangan ini ditambahkan stempel waktu untuk melestarikannya. Tidak ada yang perlu dilakukan.',
    en: 'After this signature a timestamp was added to preserve it. Nothing needs to be done.',
  },
  'later-validation-data': {
    id: 'Setelah tanda tangan ini ditambahkan sertifikat dan daftar pencabutan untuk melestarikannya. Tidak ada yang perlu dilakukan.',
    en: 'After this signature certificates and revocation lists were added to preserve it. Nothing needs to be done.',
  },
  'later-metadata': {
    id: 'Setelah tanda tangan ini hanya tanggal pada properti dokumen yang diperbarui. Tidak ada yang perlu dilakukan.',
    en: "After this signature only the dates in the document's properties were updated. Nothing needs to be done.",
  },
  'later-unused-object': {
    id: 'Setelah tanda tangan ini ditambahkan bagian berkas yang tidak ditampilkan di mana pun. Tidak ada yang perlu dilakukan.',
    en: 'After this signature a part was added to the file that is shown nowhere. Nothing needs to be done.',
  },
  'later-root-moved': {
    id: 'Setelah tanda tangan ini entri utama dokumen ditulis ulang dengan isi yang sama. Bandingkan kedua versi bila ragu.',
    en: "After this signature the document's main entry was written anew, with the same content. Compare both versions if in doubt.",
  },
  // Changes after a signature that are refused
  'form-filled': {
    id: 'Kolom formulir diisi atau diubah setelah tanda tangan ini. Baca versi yang ditandatangani, dan tanyakan kepada penanda tangan apakah isian itu benar.',
    en: 'Form fields were filled in or altered after this signature. Read the signed version, and ask the signatory whether the entries are right.',
  },
  'page-changed': {
    id: 'Halaman diubah setelah tanda tangan ini. Bandingkan kedua versi dan pakai hanya yang ditandatangani.',
    en: 'A page was changed after this signature. Compare both versions and use only the signed one.',
  },
  'pages-changed': {
    id: 'Halaman ditambah, dihapus, atau ditukar setelah tanda tangan ini. Bandingkan kedua versi dan pakai hanya yang ditandatangani.',
    en: 'Pages were added, removed or exchanged after this signature. Compare both versions and use only the signed one.',
  },
  'annotation-changed': {
    id: 'Catatan atau gambar pada halaman ditambah, diubah, atau dihapus setelah tanda tangan ini. Bandingkan kedua versi dan pakai hanya yang ditandatangani.',
    en: 'Notes or drawings were added to a page, changed or removed after this signature. Compare both versions and use only the signed one.',
  },
  'catalog-changed': {
    id: 'Pengaturan seluruh dokumen, seperti halaman, lapisan, atau skrip, diubah setelah tanda tangan ini. Pakai hanya versi yang ditandatangani.',
    en: 'Settings of the whole document, such as its pages, layers or scripts, were changed after this signature. Use only the signed version.',
  },
  'form-changed': {
    id: 'Formulir disusun ulang setelah tanda tangan ini. Bandingkan kedua versi dan pakai hanya yang ditandatangani.',
    en: 'The form was rebuilt after this signature. Compare both versions and use only the signed one.',
  },
  'signature-field-changed': {
    id: 'Tampilan atau letak tanda tangan diubah setelah dibubuhkan. Pakai hanya versi yang ditandatangani.',
    en: 'The look or the place of a signature was changed after it had been made. Use only the signed version.',
  },
  'object-changed': {
    id: 'Bagian dokumen diubah setelah tanda tangan ini. Bandingkan kedua versi dan pakai hanya yang ditandatangani.',
    en: 'A part of the document was changed after this signature. Compare both versions and use only the signed one.',
  },
  'object-added': {
    id: 'Ada yang ditambahkan ke dokumen setelah tanda tangan ini padahal tidak diperlukan tanda tangan mana pun. Bandingkan kedua versi dan pakai hanya yang ditandatangani.',
    en: 'Something was added to the document after this signature that no further signature needs. Compare both versions and use only the signed one.',
  },
  'object-removed': {
    id: 'Bagian dokumen dihapus setelah tanda tangan ini, yang dapat memunculkan isi tersembunyi. Pakai hanya versi yang ditandatangani.',
    en: 'A part of the document was removed after this signature, which can bring hidden content to light. Use only the signed version.',
  },
  'object-reused': {
    id: 'Bagian dokumen yang ditandatangani diganti dengan nomor lamanya. Jangan pakai salinan ini; mintalah berkas asli kepada penanda tangan.',
    en: 'A part of the signed document was replaced under its old number. Do not use this copy; ask the signatory for the original.',
  },
  'object-revived': {
    id: 'Dokumen disiapkan agar isi dapat disisipkan setelah ditandatangani. Jangan pakai salinan ini, dan tanyakan siapa yang menyiapkannya.',
    en: 'The signed document was prepared so that content could be slipped in later. Do not use this copy, and ask who prepared it.',
  },
  'docmdp-violated': {
    id: 'Pembuat dokumen melarang perubahan semacam ini, tetapi dokumen tetap diubah. Pakai hanya versi yang disahkan.',
    en: 'The author of the document forbade such changes, and it was changed all the same. Use only the certified version.',
  },
  'fieldmdp-violated': {
    id: 'Kolom yang dikunci penanda tangan diubah. Pakai hanya versi yang ditandatangani.',
    en: 'A field that the signatory had locked was changed. Use only the signed version.',
  },
  // Structure of what is seen
  'widget-outside-page': {
    id: 'Bagian tampak dari tanda tangan berikutnya berada di luar halaman. Lihat panel tanda tangan, bukan halamannya.',
    en: 'The visible part of a later signature lies outside the page. Look at the signature panel instead of the page.',
  },
  'widget-over-signature': {
    id: 'Tanda tangan berikutnya diletakkan di atas yang terdahulu sehingga menutupinya. Lihat tiap versi sendiri-sendiri.',
    en: 'A later signature was laid over an earlier one, hiding it. Look at each version by itself.',
  },
  'widget-covers-page': {
    id: 'Gambar tanda tangan berikutnya menutupi sebagian besar halaman dan dapat menyembunyikan atau mengganti teksnya. Baca versi sebelumnya.',
    en: 'The picture of a later signature covers most of a page and can hide or replace its text. Read the earlier version.',
  },
  'widget-action': {
    id: 'Kolom tanda tangan berikutnya menjalankan skrip atau tindakan. Jangan buka salinan ini di penampil berskrip; tanyakan kepada pengirim.',
    en: 'A later signature field runs a script or an action. Do not open this copy in a viewer with scripts; ask the sender.',
  },
};
