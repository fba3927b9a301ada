import { ipcMain, type WebContents } from 'electron';

import { type ShellInput, shellInputs } from '#core/contract/shell-inputs.ts';
import { type ShellMethodName, shellMethodNames, type ShellMethods } from '#core/contract/shell.ts';
import { isOwnPage } from './page-frame.ts';

/** How the shell carries out what pages ask: the methods of the bridge, each told which page asked. */
export type ShellHandlers = {
  readonly [N in ShellMethodName]: (
    page: WebContents,
    input: ShellInput<N>,
  ) => Awaited<ReturnType<ShellMethods[N]>> | ReturnType<ShellMethods[N]>;
};

function listen<N extends ShellMethodName>(name: N, handle: ShellHandlers[N]): void {
  ipcMain.handle(`shell:${name}`, (event, input: unknown) => {
    if (!isOwnPage(event.senderFrame, event.sender)) throw new Error('not one of our pages');
    const checked = shellInputs[name].safeParse(input);
    if (!checked.success) throw new Error(`wrong input for ${name}`);
    return handle(event.sender, checked.data);
  });
}

/**
 * Answers the calls of our pages and of nobody else, after checking their input.
 *
 * @param handlers one function per method; a thrown error rejects the page's call
 */
export function answerShellCalls(handlers: ShellHandlers): void {
  for (const name of shellMethodNames) listen(name, handlers[name]);
}
