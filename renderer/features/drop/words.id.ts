export const id = {
  overlay: 'Lepaskan berkas di sini',
  register: 'Daftarkan surat masuk',
  registerDetail: 'PDF, JPG, atau PNG dari pemindai atau surel',
  memo: 'Usulkan nota dinas',
  memoDetail: 'PDF yang akan diparaf dan ditandatangani',
  verify: 'Periksa tanda tangan',
  verifyDetail: 'Melihat apakah PDF masih utuh; tidak disimpan',
} as const;
