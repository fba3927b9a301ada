import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import type { CreateOfficeInput } from '#core/contract/inputs.ts';
import type { MethodInput, MethodName, MethodOutput } from '#core/contract/methods.ts';
import type { Result } from '#core/contract/result.ts';
import { openEngine } from '#main/engine/engine.ts';
import type { Engine, EngineInternals } from '#main/engine/engine.ts';

import { inCommon } from './one-process.ts';

export const PASSPHRASE = 'kantor tanpa kertas 42';

/** The value of a call that must succeed; a failure fails the test with its code. */
export async function value<T>(result: Result<T> | Promise<Result<T>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(`refused: ${JSON.stringify(settled.error)}`);
  return settled.value;
}

/** The code of a call that must fail. */
export async function refusal(result: Promise<Result<unknown>>): Promise<string> {
  const settled = await result;
  return settled.ok ? 'done' : settled.error.code;
}

/** One PC of an office: an engine over a real data folder that synchronises only when told. */
export interface Pc {
  readonly engine: Engine;
  readonly dir: string;
  readonly call: <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;
  readonly sync: () => Promise<MethodOutput<'sync.now'>>;
}

export interface TestOffice {
  readonly root: string;
  readonly share: string;
  readonly kit: string;
  readonly open: (name: string, internals?: EngineInternals) => Promise<Pc>;
}

/** The share of a test that puts a host or a pace of its own in its place stays behind that. */
function sharedParts(internals: EngineInternals): EngineInternals {
  const { pdf, shareFs } = inCommon(internals.random ?? Math.random);
  return internals.shareHost === undefined && internals.sharePace === undefined ? { pdf, shareFs } : { pdf };
}

/** A place for an office that goes away with the test. */
export function testOffice(): TestOffice {
  const root = mkdtempSync(join(tmpdir(), 'nirkertas-test-'));
  const share = join(root, 'share');
  mkdirSync(share);
  const opened: Engine[] = [];
  onTestFinished(async () => {
    for (const engine of opened) await engine.close();
    rmSync(root, { recursive: true, force: true });
  });
  return {
    root,
    share,
    kit: join(root, 'kit.txt'),
    open: async (name, internals = {}) => {
      const dir = join(root, name);
      const engine = await value(
        openEngine(
          { dir, share: null, demo: false, appVersion: '0.0.0' },
          { background: false, machineId: name, ...sharedParts(internals), ...internals },
        ),
      );
      opened.push(engine);
      return pcOf(engine, dir);
    },
  };
}

function pcOf(engine: Engine, dir: string): Pc {
  const call: Pc['call'] = (method, input) => value(engine.call(method, input));
  return { engine, dir, call, sync: () => call('sync.now', undefined) };
}

/** What the test office is made of unless a test says otherwise. */
export function officeInput(
  office: TestOffice,
  overrides: Partial<CreateOfficeInput> = {},
): CreateOfficeInput {
  return {
    share: office.share,
    name: 'Dinas Komunikasi dan Informatika',
    letterhead: ['PEMERINTAH KOTA TIRTAWANGSA'],
    admin: { name: 'Endang Susilowati', title: 'Arsiparis', nip: '' },
    units: ['Bidang TIK'],
    kit: office.kit,
    passphrase: PASSPHRASE,
    deviceName: 'TU-01',
    agendaStart: 1284,
    ...overrides,
  };
}

export interface Invited {
  readonly name: string;
  readonly title: string;
  readonly role: 'tu' | 'pimpinan' | 'pejabat' | 'staf';
  readonly unit?: string;
}

/** Invites, joins, compares the digits, admits and synchronises until the newcomer is enrolled; answers the position. */
export async function enrol(office: TestOffice, admin: Pc, newcomer: Pc, who: Invited): Promise<string> {
  const { code, position } = await admin.call('office.invite', {
    person: { name: who.name, title: who.title, nip: '' },
    unit: who.unit ?? null,
    role: who.role,
    superior: null,
  });
  const joined = await newcomer.call('office.join', {
    share: office.share,
    code,
    passphrase: PASSPHRASE,
    deviceName: `${who.title}-PC`,
  });
  const requests = await admin.call('office.requests', undefined);
  const request = requests.find((r) => r.user === joined.userId);
  if (request?.digits !== joined.digits) throw new Error('the digits differ');
  await admin.call('office.admit', { invitations: [request.invitation] });
  await admin.sync();
  await newcomer.sync();
  await newcomer.sync();
  await admin.sync();
  return position;
}

/** Two PCs: TU with the registry, and the head of the office. */
export async function twoPcs(
  office: TestOffice,
): Promise<{ tu: Pc; head: Pc; headPosition: string; tuPosition: string }> {
  const tu = await office.open('tu');
  await tu.call('office.create', officeInput(office));
  await tu.sync();
  const head = await office.open('head');
  const headPosition = await enrol(office, tu, head, {
    name: 'Bambang Hariyanto',
    title: 'Kepala Dinas',
    role: 'pimpinan',
  });
  const { positions } = await tu.call('office.status', undefined);
  const tuPosition = positions.find((p) => p.title === 'Arsiparis')?.id ?? '';
  return { tu, head, headPosition, tuPosition };
}

/** A one-page PDF in which the ASCII `text` stands uncompressed, so that a search of raw bytes would find it. */
export function samplePdf(text = 'Undangan rapat koordinasi'): Uint8Array {
  const content = `BT /F1 12 Tf 60 700 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = pdf.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  pdf += `xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}

/** Registers a letter on a PC; answers its id and number. */
export async function register(
  pc: Pc,
  forwardTo: string,
  overrides: Partial<MethodInput<'letters.register'>> & { pdf?: Uint8Array } = {},
): Promise<MethodOutput<'letters.register'>> {
  const { pdf, ...fields } = overrides;
  const subject = fields.subject ?? 'Undangan rapat koordinasi';
  const bytes = pdf ?? samplePdf(`${subject} ${Math.random()}`);
  const staged = await pc.call('intake.stage', { files: [{ name: 'scan.pdf', bytes }] });
  return pc.call('letters.register', {
    staged: staged.id,
    from: 'Sekretariat Daerah',
    number: `000.8.6.3/${Math.floor(Math.random() * 1e9)}/SETDA`,
    date: '2026-10-06',
    subject,
    securityClass: 'biasa',
    urgency: 'segera',
    enclosure: '',
    receivedAt: Date.now(),
    classification: '',
    forwardTo,
    duplicateSeen: false,
    ...fields,
  });
}

/** A disposition to positions, with one common instruction. */
export function disposeInput(
  letter: string,
  parent: string | null,
  ...to: readonly string[]
): MethodInput<'letters.dispose'> {
  return {
    letter,
    parent,
    instructions: ['tindaklanjuti'],
    note: 'Mohon segera',
    due: null,
    recipients: to.map((position) => ({
      position,
      instructions: ['tindaklanjuti'],
      note: '',
      due: null,
      custom: false,
    })),
  };
}
