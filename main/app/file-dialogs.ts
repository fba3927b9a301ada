import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';

import type { ChosenPath, OpenFilesInput, SaveFileInput } from '#core/contract/shell.ts';
import type { ShellWords } from './words.ts';

function filtersFor(kind: OpenFilesInput['kind'], words: ShellWords): FileFilter[] {
  const all = { name: words.allFiles, extensions: ['*'] };
  switch (kind) {
    case 'letter':
      return [{ name: words.letters, extensions: ['pdf', 'jpg', 'jpeg', 'png'] }, all];
    case 'certificate':
      return [{ name: words.certificates, extensions: ['p12', 'pfx'] }, all];
    case 'kit':
      return [{ name: words.kits, extensions: ['json', 'txt', 'pdf'] }, all];
    case 'any':
      return [all];
  }
}

/** A file name without what Windows forbids in one, so that a proposal is always accepted. */
function allowedName(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are among what is forbidden
  const kept = name.replaceAll(/[<>:"/\\|?*\u0000-\u001f]/g, ' ').replace(/[. ]+$/, '');
  return kept.trim() === '' ? 'Nirkertas' : kept.trim();
}

/** Lets the user choose existing files; no paths when cancelled. */
export async function chooseFiles(
  window: BrowserWindow,
  input: OpenFilesInput,
  words: ShellWords,
): Promise<readonly string[]> {
  const chosen = await dialog.showOpenDialog(window, {
    title: input.title,
    filters: filtersFor(input.kind, words),
    properties: input.multiple ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  return chosen.canceled ? [] : chosen.filePaths;
}

/** Lets the user choose a folder, which may be made in the dialog; null when cancelled. */
export async function chooseFolder(window: BrowserWindow, title: string): Promise<ChosenPath | null> {
  const chosen = await dialog.showOpenDialog(window, {
    title,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = chosen.filePaths;
  return chosen.canceled || folder === undefined ? null : { path: folder };
}

/** Lets the user choose where a file is to be written; null when cancelled. */
export async function chooseTarget(
  window: BrowserWindow,
  input: { readonly title: string; readonly name: string },
): Promise<ChosenPath | null> {
  const name = allowedName(input.name);
  const chosen = await dialog.showSaveDialog(window, {
    title: input.title,
    defaultPath: path.join(app.getPath('documents'), name),
  });
  return chosen.canceled || chosen.filePath === '' ? null : { path: chosen.filePath };
}

/** Lets the user choose where to put bytes and writes them: the file appears whole or not at all. */
export async function saveFile(
  window: BrowserWindow,
  input: SaveFileInput,
  words: ShellWords,
): Promise<ChosenPath | null> {
  const target = await chooseTarget(window, input);
  if (target === null) return null;
  const unfinished = `${target.path}.nirkertas-part`;
  try {
    await writeFile(unfinished, input.bytes, { flush: true });
    await rename(unfinished, target.path);
    return target;
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined);
    await dialog.showMessageBox(window, {
      type: 'error',
      message: words.saveFailed,
      detail: words.saveFailedDetail(target.path),
    });
    return null;
  }
}
