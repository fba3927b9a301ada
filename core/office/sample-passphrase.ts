/**
 * The passphrase of everybody in the sample office. It guards nothing: the office is invented and thrown away,
 * and whoever opens it must be able to sign. Where the session says `demo`, screens that ask for a passphrase
 * may show it.
 */
export const SAMPLE_PASSPHRASE = 'kantor contoh tirtawangsa';
