import type { RunningApp } from './launch.ts';

/**
 * Chooses in the system's file dialogs from now on, as a hand would: the dialogs themselves are drawn by the
 * desktop, where a test cannot reach them.
 *
 * @param open paths that "open" dialogs and folder choices answer; none: cancelled
 * @param save path that "save" dialogs answer; undefined: cancelled
 */
export async function chooseInDialogs(
  { app }: RunningApp,
  { open = [], save }: { readonly open?: readonly string[]; readonly save?: string },
): Promise<void> {
  await app.evaluate(
    ({ dialog }, answers) => {
      const opened = { canceled: answers.open.length === 0, filePaths: [...answers.open] };
      const saved = { canceled: answers.save === '', filePath: answers.save };
      dialog.showOpenDialog = () => Promise.resolve(opened);
      dialog.showSaveDialog = () => Promise.resolve(saved);
    },
    { open, save: save ?? '' },
  );
}
