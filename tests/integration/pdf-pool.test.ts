import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { PdfPool } from '#main/engine/pdf/pool/pool.ts';
import { codeOf, credentialOf, letter, NOW, officeAuthority, STAMP, valueOf } from './pdf-samples.ts';

const fontsFolder = fileURLToPath(new URL('../../resources/fonts', import.meta.url));
const workerUrl = new URL('../../main/engine/pdf/pool/worker.ts', import.meta.url);
const placement = { page: 1, x: 290, y: 300, width: 255, height: 68 };

const pools: PdfPool[] = [];
const newPool = (options: Partial<ConstructorParameters<typeof PdfPool>[0]> = {}): PdfPool => {
  const pool = new PdfPool({ workerUrl, fontsFolder, size: 2, ...options });
  pools.push(pool);
  return pool;
};
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe('the PDF pool', () => {
  test('takes a letter all the way: import, text, normalise, chain, sign, verify', async () => {
    const pool = newPool();
    const authority = officeAuthority();
    pool.unlock('bambang', credentialOf(authority, 'Bambang Hariyanto', 'p256'));
    const bytes = await letter('stream');
    const imported = valueOf(await pool.run('import', { files: [{ name: 'surat.pdf', bytes }], time: NOW }));
    const found = valueOf(await pool.run('text', { pdf: imported.pdf }));
    expect(found.text).toContain('permohonan data pengguna layanan');
    const normal = valueOf(
      await pool.run('normalise', { pdf: imported.pdf, time: NOW, acceptLosses: false }),
    );
    const fields = [{ name: 'TTE', placement }];
    const prepared = valueOf(await pool.run('prepareChain', { pdf: normal.pdf, fields }));
    expect(valueOf(await pool.run('lint', { pdf: prepared })).emptySignatureFields).toEqual(['TTE']);
    const signed = valueOf(
      await pool.run('sign', { pdf: prepared, field: 'TTE', key: 'bambang', stamp: STAMP, time: NOW }),
    );
    const options = { trustedRoots: [{ der: authority.certificate, category: 'office' as const }], at: NOW };
    const verified = valueOf(await pool.run('verify', { pdf: signed.pdf, options }));
    expect(verified.verdict).toBe('valid');
    expect(verified.signatures.map((one) => [one.trust, one.category])).toEqual([['trusted', 'office']]);
  });

  test('signs many letters at once, each its own', async () => {
    const pool = newPool();
    pool.unlock('bambang', credentialOf(officeAuthority(), 'Bambang Hariyanto', 'p256'));
    const pdf = await letter('table');
    const names = Array.from({ length: 12 }, (_, index) => `TTE${index}`);
    const signed = await Promise.all(
      names.map((field) =>
        pool.run('sign', { pdf, field, key: 'bambang', stamp: STAMP, placement, time: NOW }),
      ),
    );
    expect(signed.map((one) => valueOf(one).field)).toEqual(names);
  });

  test('has no key before unlock and none after lock', async () => {
    const pool = newPool();
    const input = { pdf: await letter('table'), field: 'TTE', key: 'bambang', placement, time: NOW };
    expect(codeOf(await pool.run('sign', input))).toBe('signing-key-locked');
    pool.unlock('bambang', credentialOf(officeAuthority(), 'Bambang Hariyanto', 'p256'));
    expect(codeOf(await pool.run('sign', input))).toBe('ok');
    pool.lock('bambang');
    const after = await Promise.all([pool.run('sign', input), pool.run('sign', input)]);
    expect(after.map(codeOf)).toEqual(['signing-key-locked', 'signing-key-locked']);
  });

  test('a worker that dies is an error for its job alone, and is replaced', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nirkertas-pool-'));
    // The real worker behind an entry that falls over when it is handed a certain file.
    const entry = join(folder, 'entry.mjs');
    writeFileSync(
      entry,
      `import { parentPort } from 'node:worker_threads';
       await import(${JSON.stringify(workerUrl.href)});
       parentPort.on('message', (message) => {
         if (message.input?.pdf?.length === 13) process.exit(9);
         if (message.input?.pdf?.length === 17) throw new Error('terjatuh');
         if (message.input?.pdf?.length === 19) for (;;);
       });`,
    );
    const pool = newPool({ workerUrl: pathToFileURL(entry), size: 1 });
    const hurried = newPool({ workerUrl: pathToFileURL(entry), size: 1, timeoutSeconds: 1 });
    const pdf = await letter('table');
    const results = await Promise.all([
      pool.run('lint', { pdf }),
      pool.run('lint', { pdf: new Uint8Array(13) }),
      pool.run('lint', { pdf }),
      pool.run('lint', { pdf: new Uint8Array(17) }),
      pool.run('lint', { pdf }),
      hurried.run('lint', { pdf: new Uint8Array(19) }),
    ]);
    expect(results.map(codeOf)).toEqual([
      'ok',
      'worker-crashed',
      'ok',
      'worker-crashed',
      'ok',
      'worker-timeout',
    ]);
    rmSync(folder, { recursive: true });
  });

  test('closed, it answers what waits and takes nothing more', async () => {
    const pool = newPool({ size: 1 });
    const pdf = await letter('table');
    const waiting = [pool.run('lint', { pdf }), pool.run('lint', { pdf })];
    await pool.close();
    expect((await Promise.all(waiting)).map(codeOf)).toEqual(['worker-pool-closed', 'worker-pool-closed']);
    expect(codeOf(await pool.run('lint', { pdf }))).toBe('worker-pool-closed');
  });
});
