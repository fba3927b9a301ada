/** What a signed document is held against in the office's log, in the words of `findings.ts`. */
export const logFindingWords = {
  'log-other-document': {
    id: 'Dokumen yang ditandatangani bukan naskah yang disetujui dalam jenjang paraf dan tanda tangan. Jangan dipakai; tanyakan kepada penandatangan.',
    en: 'The signed document is not the text that the chain approved. Do not rely on it; ask the signatory.',
  },
  'log-other-signer': {
    id: 'Ada tanda tangan yang bukan dari sertifikat orang yang tercatat menandatanganinya. Jangan dipakai; tanyakan kepada orang itu.',
    en: 'A signature is not by the certificate of the person recorded as its signer. Do not rely on it; ask that person.',
  },
  'log-document-missing': {
    id: 'Naskah sebelum tanda tangan belum tiba di PC ini, jadi belum dapat dibandingkan. Periksa lagi setelah sinkron.',
    en: 'The text before the signatures has not arrived on this PC, so it could not be compared. Check again after synchronising.',
  },
} as const;
