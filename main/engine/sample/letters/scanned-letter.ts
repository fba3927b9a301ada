/** What the register says of the one letter that comes as a picture: typed by citizens, without number and date. */
export const scannedLetter = {
  from: 'Karang Taruna RW 05',
  number: '',
  date: null,
  subject: 'Permohonan Wi-Fi di Balai RW 05',
  classification: '',
} as const;
