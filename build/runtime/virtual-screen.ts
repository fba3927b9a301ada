import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A screen in memory, for machines without one. */
export interface VirtualScreen {
  /** Variables that a program needs to find it. */
  readonly environment: { readonly DISPLAY: string; readonly XAUTHORITY: string };
  /** Ends it. */
  close(): void;
}

/** Larger than the app's first window: Chromium shrinks a window that would cover a whole screen. */
export const virtualScreenSize = { width: 1920, height: 1080 };

/** A length-prefixed field of an Xauthority file (big endian, see Xau's AuFileFormat in Xsecurity(7)). */
function field(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** One Xauthority record that is good for any display: family "wild", no address, no display number. */
function wildCookie(): Buffer {
  const none = field(Buffer.alloc(0));
  const wild = Buffer.from([0xff, 0xff]);
  return Buffer.concat([wild, none, none, field(Buffer.from('MIT-MAGIC-COOKIE-1')), field(randomBytes(16))]);
}

function displayNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    const answer = server.stdio[3];
    answer?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
}

/**
 * Starts Xvfb on a free display number that only this user may use.
 *
 * @param size its width and height in pixels
 * @throws Error when Xvfb is missing or does not start
 */
export async function openVirtualScreen(size: { width: number; height: number }): Promise<VirtualScreen> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nirkertas-screen-'));
  const authority = path.join(folder, 'Xauthority');
  writeFileSync(authority, wildCookie(), { mode: 0o600 });
  const geometry = `${size.width}x${size.height}x24`;
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', geometry, '-nolisten', 'tcp', '-auth', authority],
    // In a process group of its own: Ctrl+C must not take the screen away from a program that is closing.
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true },
  );
  const close = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', close);
  try {
    const display = `:${await displayNumber(server)}`;
    server.unref();
    return { environment: { DISPLAY: display, XAUTHORITY: authority }, close };
  } catch (error) {
    close();
    throw error;
  }
}
