import { execFileSync, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { until } from '../integration/share-processes.ts';

/** The one port at which SMB clients look. */
const PORT = 445;
const SHARE = 'kantor';
const START_MS = 20_000;

function isInstalled(program: string): boolean {
  return spawnSync('which', [program]).status === 0;
}

/** Whether something answers at the port of SMB on this machine. */
function isPortTaken(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port: PORT });
    const end = (taken: boolean) => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** Why no SMB server can be run here; empty where it can. */
export async function noSambaHere(): Promise<string> {
  if (process.platform !== 'linux') return 'only Linux has FUSE';
  if (!existsSync('/dev/fuse')) return 'there is no /dev/fuse';
  if (process.getuid?.() !== 0) return 'a server at port 445 and its mounts need root';
  const missing = ['smbd', 'smbnetfs'].filter((program) => !isInstalled(program));
  if (missing.length > 0) return `not installed: ${missing.join(', ')}`;
  return (await isPortTaken()) ? `another server has port ${PORT}` : '';
}

/** No keyring and no search for servers; it gives a dead server up after seconds. (`neg_cache=false` stops it at its start.) */
const clientOptions = [
  'use_libsecret=false',
  'smb_query_browsers=false',
  'neg_cache_timeout=100',
  'smb_timeout=3000',
  'max_retry_count=1',
].join(',');

/** A server of the office, on a disk of its own, and the mounts by which PCs reach it. */
export interface SambaServer {
  /** What the server keeps, as the server's own machine sees it. */
  readonly backing: string;
  readonly start: () => Promise<void>;
  /** Pulls the plug: SIGKILL to the server and whoever serves a connection. */
  readonly kill: () => void;
  /** Its disk takes no writes any more, or takes them again. */
  readonly readOnly: (isReadOnly: boolean) => void;
  /** Fills its disk to the last block, or makes room again. */
  readonly full: (isFull: boolean) => void;
  /** Mounts the share for one PC, through a client of its own; answers the path. */
  readonly mount: (pc: string) => Promise<string>;
}

function serverConfig(root: string, backing: string): string {
  const own = ['private', 'lock', 'state', 'cache', 'pid', 'ncalrpc'];
  for (const name of own) mkdirSync(join(root, name));
  const place = (name: string) => join(root, name);
  return `[global]
  server role = standalone server
  workgroup = NIRKERTAS
  interfaces = lo
  bind interfaces only = yes
  smb ports = ${PORT}
  disable netbios = yes
  server min protocol = SMB2
  map to guest = Bad User
  load printers = no
  printcap name = /dev/null
  disable spoolss = yes
  private dir = ${place('private')}
  lock directory = ${place('lock')}
  state directory = ${place('state')}
  cache directory = ${place('cache')}
  pid directory = ${place('pid')}
  ncalrpc dir = ${place('ncalrpc')}
  log file = ${place('log')}
[${SHARE}]
  path = ${backing}
  guest ok = yes
  guest only = yes
  force user = root
  read only = no
`;
}

/** A real SMB server on loopback with a disk of `megabytes`, ended and removed with the test. */
export async function sambaServer(megabytes: number): Promise<SambaServer> {
  const root = mkdtempSync(join(tmpdir(), 'nirkertas-samba-'));
  const backing = join(root, 'disk');
  mkdirSync(backing);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'tmpfs', backing]);
  const config = join(root, 'smb.conf');
  writeFileSync(config, serverConfig(root, backing));
  const mounts: { readonly client: ChildProcess; readonly path: string }[] = [];
  let server: ChildProcess | null = null;

  const kill = () => {
    const pid = server?.pid;
    server = null;
    if (pid === undefined) return;
    // It serves each connection with a process of its own; all are of the group that it leads.
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  };
  const filler = join(backing, 'film.mp4');
  const full = (isFull: boolean) => {
    if (!isFull) return rmSync(filler, { force: true });
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096'], { stdio: 'ignore' });
  };
  const start = async () => {
    const options = ['--foreground', '--no-process-group', '-s', config, '-l', root];
    server = spawn('smbd', options, { detached: true, stdio: 'ignore' });
    await until(isPortTaken, START_MS);
  };
  const mount = async (pc: string) => {
    const home = join(root, `home-${pc}`);
    mkdirSync(join(home, '.smb'), { recursive: true });
    writeFileSync(
      join(home, '.smb/smb.conf'),
      '[global]\n  client min protocol = SMB2\n  workgroup = NIRKERTAS\n',
    );
    const path = join(root, `mount-${pc}`);
    mkdirSync(path);
    const client = spawn('smbnetfs', ['-f', path, '-o', clientOptions], {
      env: { ...process.env, HOME: home },
      stdio: 'ignore',
    });
    mounts.push({ client, path });
    const share = join(path, '127.0.0.1', SHARE);
    await until(() => existsSync(share), START_MS);
    return share;
  };
  onTestFinished(async () => {
    for (const { client, path } of mounts) {
      spawnSync('umount', ['-l', path]);
      client.kill('SIGKILL');
      if (client.exitCode === null && client.signalCode === null) await once(client, 'exit');
    }
    kill();
    spawnSync('umount', ['-l', backing]);
    rmSync(root, { recursive: true, force: true });
  });
  await start();
  return {
    backing,
    start,
    kill,
    full,
    mount,
    readOnly: (isReadOnly) =>
      void execFileSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, backing]),
  };
}
