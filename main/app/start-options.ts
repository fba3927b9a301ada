import path from 'node:path';

/** What the command line asks of the app. */
export interface StartOptions {
  /** `--dir DIR`: the data folder, absolute; null: the usual one of this user. */
  readonly dir: string | null;
  /** `--share DIR`: the shared folder of the office, as the user wrote it. */
  readonly share: string | null;
  /** `--demo`: a throw-away sample office. */
  readonly demo: boolean;
  /** Documents to take in, absolute paths. */
  readonly files: readonly string[];
}

const documentName = /\.(pdf|jpe?g|png)$/i;

/**
 * Reads the app's own arguments; Chromium's switches between them are passed over.
 *
 * @param args the arguments after the executable (and after the app's folder, when run from the project)
 * @param cwd the folder that relative paths start from
 */
export function readStartOptions(args: readonly string[], cwd: string): StartOptions {
  const words = [...args];
  let dir: string | null = null;
  let share: string | null = null;
  let demo = false;
  const files: string[] = [];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const [name, ...rest] = word.split('=');
    const value = () => (rest.length > 0 ? rest.join('=') : (words.shift() ?? null));
    if (name === '--dir') dir = value();
    else if (name === '--share') share = value();
    else if (name === '--demo') demo = true;
    else if (!word.startsWith('-') && documentName.test(word)) files.push(path.resolve(cwd, word));
  }
  return { dir: dir === null ? null : path.resolve(cwd, dir), share, demo, files };
}
