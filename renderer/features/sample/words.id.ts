export const id = {
  note: 'Kantor contoh. Frasa sandi semua orang di sini:',
  fill: 'Isikan',
} as const;
