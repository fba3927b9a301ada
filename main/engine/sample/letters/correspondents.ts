import type { Correspondent, LetterSigner } from '../paper/official-letter.ts';

/** A sender as the register writes it, and the paper that comes from there. Places, people and numbers are invented. */
export interface Sender extends Correspondent {
  readonly from: string;
  /** The unit's abbreviation in its letter numbers. */
  readonly code: string;
}

const GOVERNMENT = 'PEMERINTAH KOTA TIRTAWANGSA';

function signer(capacity: string | readonly string[], name: string, rank: string, nip: string): LetterSigner {
  return { capacity: typeof capacity === 'string' ? [capacity] : capacity, name, rank, nip };
}

function cityOffice(
  from: string,
  code: string,
  office: string,
  street: string,
  domain: string,
  by: LetterSigner,
  look: Partial<Pick<Correspondent, 'family' | 'signing'>> & { readonly crest?: 'city' | 'grey' } = {},
): Sender {
  const { family = 'bonum', signing = 'pen', crest = 'city' } = look;
  return {
    from,
    code,
    head: {
      government: GOVERNMENT,
      office,
      address: [street, `Laman ${domain}.tirtawangsa.go.id, Pos-el ${domain}@tirtawangsa.go.id`],
      crest,
    },
    family,
    signing,
    signer: by,
    seal: { upper: 'PEMERINTAH KOTA', middle: code },
  };
}

/** Everybody who writes to the sample office. */
export const senders = {
  setda: cityOffice(
    'Sekretariat Daerah',
    'SETDA',
    'SEKRETARIAT DAERAH',
    'Jalan Balai Kota Nomor 1, Tirtawangsa 57111, Telepon (0271) 550101',
    'setda',
    signer(
      ['a.n. Wali Kota Tirtawangsa', 'Sekretaris Daerah,'],
      'Dr. Agus Setiabudi, S.H., M.Si.',
      'Pembina Utama Muda',
      '19680921 199402 1 002',
    ),
    { signing: 'electronic' },
  ),
  inspektorat: cityOffice(
    'Inspektorat Daerah',
    'ITDA',
    'INSPEKTORAT DAERAH',
    'Jalan Kebon Dalem Nomor 9, Tirtawangsa 57113, Telepon (0271) 550188',
    'inspektorat',
    signer(
      'Inspektur Daerah,',
      'Ir. Wahyu Prakosa, M.M., CGCAE',
      'Pembina Utama Muda',
      '19690314 199503 1 003',
    ),
  ),
  bappeda: cityOffice(
    'Bappeda',
    'BAPPEDA',
    'BADAN PERENCANAAN PEMBANGUNAN DAERAH',
    'Jalan Balai Kota Nomor 3, Tirtawangsa 57111, Telepon (0271) 550214',
    'bappeda',
    signer('Kepala Badan,', 'Dra. Kurniasih Handayani, M.Sc.', 'Pembina Tingkat I', '19701206 199601 2 001'),
    { signing: 'electronic', family: 'arimo' },
  ),
  bpkad: cityOffice(
    'BPKAD',
    'BPKAD',
    'BADAN PENGELOLAAN KEUANGAN DAN ASET DAERAH',
    'Jalan Kepatihan Nomor 12, Tirtawangsa 57112, Telepon (0271) 550277',
    'bpkad',
    signer('Kepala Badan,', 'Teguh Winarno, S.E., M.Ak.', 'Pembina Tingkat I', '19711118 199703 1 004'),
    { family: 'arimo' },
  ),
  bkpsdm: cityOffice(
    'BKPSDM',
    'BKPSDM',
    'BADAN KEPEGAWAIAN DAN PENGEMBANGAN SDM',
    'Jalan Kepatihan Nomor 20, Tirtawangsa 57112, Telepon (0271) 550291',
    'bkpsdm',
    signer('Kepala Badan,', 'Sri Lestari Utami, S.Psi., M.M.', 'Pembina Tingkat I', '19720505 199803 2 006'),
    { signing: 'electronic' },
  ),
  disdukcapil: cityOffice(
    'Disdukcapil',
    'DISDUKCAPIL',
    'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL',
    'Jalan Veteran Nomor 32, Tirtawangsa 57118, Telepon (0271) 550318',
    'disdukcapil',
    signer('Kepala Dinas,', 'Drs. Joko Santoso, M.M.', 'Pembina Utama Muda', '19690417 199503 1 004'),
    { family: 'arimo', crest: 'grey' },
  ),
  dinkes: cityOffice(
    'Dinas Kesehatan',
    'DINKES',
    'DINAS KESEHATAN',
    'Jalan Melati Nomor 5, Tirtawangsa 57115, Telepon (0271) 550402',
    'dinkes',
    signer('Kepala Dinas,', 'dr. Maya Anggraini, M.Kes.', 'Pembina', '19750228 200312 2 003'),
    { signing: 'electronic' },
  ),
  disdik: cityOffice(
    'Dinas Pendidikan',
    'DISDIK',
    'DINAS PENDIDIKAN',
    'Jalan Cendekia Nomor 8, Tirtawangsa 57117, Telepon (0271) 550433',
    'disdik',
    signer('Kepala Dinas,', 'Dr. Slamet Riyanto, M.Pd.', 'Pembina Tingkat I', '19700815 199512 1 002'),
  ),
  dishub: cityOffice(
    'Dinas Perhubungan',
    'DISHUB',
    'DINAS PERHUBUNGAN',
    'Jalan Terminal Lama Nomor 2, Tirtawangsa 57121, Telepon (0271) 550466',
    'dishub',
    signer('Kepala Dinas,', 'Budi Raharjo, A.T.D., M.T.', 'Pembina', '19740109 199803 1 005'),
    { family: 'arimo' },
  ),
  dpmptsp: cityOffice(
    'DPMPTSP',
    'DPMPTSP',
    'DINAS PENANAMAN MODAL DAN PTSP',
    'Jalan Niaga Nomor 17, Tirtawangsa 57114, Telepon (0271) 550517',
    'dpmptsp',
    signer('Kepala Dinas,', 'Nurul Fadhilah, S.STP., M.A.P.', 'Pembina', '19800611 199912 2 001'),
    { signing: 'electronic', family: 'arimo' },
  ),
  satpolpp: cityOffice(
    'Satpol PP',
    'SATPOLPP',
    'SATUAN POLISI PAMONG PRAJA',
    'Jalan Alun-alun Utara Nomor 4, Tirtawangsa 57111, Telepon (0271) 550533',
    'satpolpp',
    signer('Kepala Satuan,', 'Eko Prasetyo, S.IP.', 'Pembina', '19731002 199803 1 007'),
  ),
  dinsos: cityOffice(
    'Dinas Sosial',
    'DINSOS',
    'DINAS SOSIAL',
    'Jalan Kasih Nomor 11, Tirtawangsa 57116, Telepon (0271) 550561',
    'dinsos',
    signer('Kepala Dinas,', 'Endah Puspitasari, S.Sos., M.Si.', 'Pembina', '19760713 200003 2 002'),
  ),
  dlh: cityOffice(
    'Dinas Lingkungan Hidup',
    'DLH',
    'DINAS LINGKUNGAN HIDUP',
    'Jalan Rimba Kota Nomor 6, Tirtawangsa 57119, Telepon (0271) 550588',
    'dlh',
    signer('Kepala Dinas,', 'Ir. Danang Wijayanto, M.T.', 'Pembina Tingkat I', '19700329 199703 1 002'),
  ),
  kesbangpol: cityOffice(
    'Badan Kesbangpol',
    'KESBANGPOL',
    'BADAN KESATUAN BANGSA DAN POLITIK',
    'Jalan Pahlawan Nomor 14, Tirtawangsa 57113, Telepon (0271) 550602',
    'kesbangpol',
    signer('Kepala Badan,', 'Suryadi Kusumo, S.H.', 'Pembina', '19721125 199903 1 003'),
    { family: 'arimo' },
  ),
  dprd: cityOffice(
    'Sekretariat DPRD',
    'SETWAN',
    'SEKRETARIAT DPRD',
    'Jalan Dewan Nomor 1, Tirtawangsa 57111, Telepon (0271) 550700',
    'setwan',
    signer('Sekretaris DPRD,', 'Rahmat Hidayat, S.Sos., M.M.', 'Pembina Tingkat I', '19711030 199603 1 005'),
  ),
  selatan: cityOffice(
    'Kecamatan Selatan',
    'KEC-SLT',
    'KECAMATAN SELATAN',
    'Jalan Brantas Nomor 77, Tirtawangsa 57131, Telepon (0271) 550811',
    'selatan',
    signer('Camat Selatan,', 'Anisa Rahmawati, S.STP.', 'Penata Tingkat I', '19850904 200412 2 001'),
    { family: 'arimo' },
  ),
  utara: cityOffice(
    'Kecamatan Utara',
    'KEC-UTR',
    'KECAMATAN UTARA',
    'Jalan Kaligawe Nomor 20, Tirtawangsa 57141, Telepon (0271) 550822',
    'utara',
    signer('Camat Utara,', 'Dimas Adi Nugraha, S.IP., M.Si.', 'Pembina', '19811217 200112 1 002'),
  ),
  rsud: cityOffice(
    'RSUD Tirta Husada',
    'RSUD',
    'RSUD TIRTA HUSADA',
    'Jalan Sehat Raya Nomor 1, Tirtawangsa 57122, Telepon (0271) 550911',
    'rsud',
    signer('Direktur,', 'dr. Farida Hanum, Sp.PD., M.A.R.S.', 'Pembina Tingkat I', '19710707 200003 2 004'),
    { signing: 'electronic' },
  ),
  provinsi: {
    from: 'Diskominfo Provinsi',
    code: 'DISKOMINFO-PROV',
    head: {
      government: 'PEMERINTAH PROVINSI TIRTANEGARA',
      office: 'DINAS KOMUNIKASI DAN INFORMATIKA',
      address: [
        'Jalan Gubernur Lama Nomor 21, Tirtanagari 50132, Telepon (024) 660200',
        'Laman diskominfo.tirtanegaraprov.go.id, Pos-el diskominfo@tirtanegaraprov.go.id',
      ],
      crest: 'province',
    },
    family: 'bonum',
    signing: 'electronic',
    signer: signer(
      'Kepala Dinas,',
      'Prof. Dr. Hadi Sumarno, M.Eng.',
      'Pembina Utama Madya',
      '19650412 199003 1 001',
    ),
    seal: { upper: 'PEMERINTAH PROVINSI', middle: 'DISKOMINFO' },
  },
  bps: {
    from: 'BPS Kota Tirtawangsa',
    code: 'BPS-TW',
    head: {
      government: '',
      office: 'BADAN PUSAT STATISTIK KOTA TIRTAWANGSA',
      address: [
        'Jalan Sensus Nomor 10, Tirtawangsa 57115, Telepon (0271) 551020',
        'Laman tirtawangsakota.bps.example, Pos-el bpstirtawangsa@bps.example',
      ],
      crest: 'none',
    },
    family: 'arimo',
    signing: 'electronic',
    signer: signer(
      'Kepala BPS Kota Tirtawangsa,',
      'Lukman Hakim, S.Si., M.Stat.',
      'Pembina',
      '19770318 199912 1 001',
    ),
    seal: { upper: 'BADAN PUSAT STATISTIK', middle: 'KOTA' },
  },
  universitas: {
    from: 'Universitas Tirtawangsa',
    code: 'UTW',
    head: {
      government: 'UNIVERSITAS TIRTAWANGSA',
      office: 'FAKULTAS ILMU KOMPUTER',
      address: [
        'Kampus Jalan Ilmu Nomor 45, Tirtawangsa 57126, Telepon (0271) 551300',
        'Laman filkom.utw.example, Pos-el filkom@utw.example',
      ],
      crest: 'none',
    },
    family: 'arimo',
    signing: 'pen',
    signer: signer('Dekan,', 'Dr. Ir. Yohanes Kristanto, M.Cs.', '', '19720621 199802 1 001'),
    seal: { upper: 'UNIVERSITAS', middle: 'FILKOM' },
  },
  serat: {
    from: 'PT Serat Cahaya Tirta',
    code: 'SCT-DIR',
    head: {
      government: '',
      office: 'PT SERAT CAHAYA TIRTA',
      address: [
        'Ruko Niaga Indah Blok C-7, Tirtawangsa 57114, Telepon (0271) 552211',
        'Pos-el niaga@seratcahaya.example',
      ],
      crest: 'none',
    },
    family: 'arimo',
    signing: 'pen',
    signer: signer('Direktur Niaga,', 'Melissa Gunadi', '', ''),
    seal: { upper: 'PT SERAT CAHAYA TIRTA', middle: 'DIREKSI' },
  },
} as const satisfies Record<string, Sender>;

export type SenderKey = keyof typeof senders;
