import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

import { sha256Hex } from '../log/digest.ts';

const run = promisify(execFile);

/** Commands that print the installation's own id, and where in their answer it stands. */
const COMMANDS: Partial<Record<NodeJS.Platform, { file: string; args: string[]; id: RegExp }>> = {
  win32: {
    file: 'reg.exe',
    args: ['query', 'HKLM\\SOFTWARE\\Microsoft\\Cryptography', '/v', 'MachineGuid'],
    id: /MachineGuid\s+REG_SZ\s+(\S+)/i,
  },
  darwin: {
    file: '/usr/sbin/ioreg',
    args: ['-rd1', '-c', 'IOPlatformExpertDevice'],
    id: /"IOPlatformUUID" = "([^"]+)"/,
  },
};

/** Files in which Linux keeps it (machine-id(5)). */
const FILES = ['/etc/machine-id', '/var/lib/dbus/machine-id'];

async function firstReadable(): Promise<string | null> {
  for (const file of FILES) {
    try {
      const id = (await readFile(file, 'utf8')).trim();
      if (id !== '') return id;
    } catch {
      continue;
    }
  }
  return null;
}

/**
 * The id that the operating system gave this installation; null where it tells none, and the caller keeps a
 * random one beside its data. Never leaves the PC: entries carry `machineHash`.
 */
export async function readMachineId(): Promise<string | null> {
  const command = COMMANDS[process.platform];
  if (command === undefined) return firstReadable();
  try {
    const { stdout } = await run(command.file, command.args, { timeout: 5000, windowsHide: true });
    return command.id.exec(stdout)?.[1] ?? null;
  } catch {
    return null;
  }
}

/** What `log.opened` says about the machine: tells two machines of one office apart, names none. */
export function machineHash(machineId: string, officeId: string): string {
  return sha256Hex(`nirkertas/machine/0\n${officeId}\n${machineId}`);
}
