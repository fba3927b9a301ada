import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const memorySchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['id', 'en']),
  keepInTray: z.boolean(),
  window: z
    .strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximized: z.boolean() })
    .nullable(),
});

/** What the shell remembers from one start to the next. Nothing of the office is in it. */
export type ShellMemory = z.infer<typeof memorySchema>;

const first: ShellMemory = { theme: 'system', language: 'id', keepInTray: false, window: null };

/** Reads what was remembered; a missing or damaged file counts as a first start. */
export function readShellMemory(file: string): ShellMemory {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return first;
  }
}

/**
 * Remembers, replacing the file as a whole. A disk that cannot be written costs only the memory, so the failure is
 * passed over.
 */
export function writeShellMemory(file: string, memory: ShellMemory): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(memory));
    renameSync(`${file}.new`, file);
  } catch {
    // See above: the app works the same without it.
  }
}
