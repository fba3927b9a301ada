export const id = {
  code: 'Kode untuk bantuan: {code}',
} as const;
