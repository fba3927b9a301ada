export const id = {
  title: 'Jejak kantor',
  detail: 'orang, jabatan, kunci, dan komputer',
  act: 'Kejadian',
  time: 'Waktu',
  proof: '{device}, urutan {seq}',
  older: 'Lebih lama',
  newer: 'Lebih baru',
} as const;
