import { z } from 'zod';

import type { ShellMethodName, ShellMethods } from './shell.ts';

/** The longest file that a page may hand to the shell to save or print, in bytes. */
const largestFile = 512 * 1024 * 1024;

const nothing = z.undefined();
const title = z.string().max(200);
const fileName = z.string().min(1).max(255);
const fileBytes = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= largestFile);

/** The one argument of a shell method, undefined for a method without one. */
export type ShellInput<N extends ShellMethodName> = Parameters<ShellMethods[N]>[0];

/** What each shell method accepts; checked in the main process before anything is done. */
export const shellInputs: { readonly [N in ShellMethodName]: z.ZodType<ShellInput<N>> } = {
  minimizeWindow: nothing,
  toggleMaximizeWindow: nothing,
  closeWindow: nothing,
  readWindow: nothing,
  wasRecovered: nothing,
  connectEngine: nothing,
  restartEngine: nothing,
  openFiles: z.strictObject({
    title,
    kind: z.enum(['letter', 'certificate', 'kit', 'any']),
    multiple: z.boolean(),
  }),
  saveFile: z.strictObject({ title, name: fileName, bytes: fileBytes }),
  chooseTarget: z.strictObject({ title, name: fileName }),
  chooseFolder: z.strictObject({ title }),
  printDocument: z.strictObject({ name: fileName, bytes: fileBytes }),
  setTheme: z.enum(['system', 'light', 'dark']),
  setLanguage: z.enum(['id', 'en']),
  keepInTray: z.boolean(),
  setCounter: z.int().min(0).max(99_999),
  notify: z.strictObject({ title, body: z.string().max(1000), letter: z.string().max(200).nullable() }),
  openLink: z.url({ protocol: /^https$/ }).max(2000),
  readAbout: nothing,
  openDemo: nothing,
  leaveDemo: nothing,
};
