import { describe, expect, it } from 'vitest';

import type { ShellEvents } from '#core/contract/shell.ts';
import { ReceivedFiles } from '#renderer/lib/office/received-files.ts';

function shellThat() {
  const listeners: ((event: ShellEvents['filesReceived']) => void)[] = [];
  return {
    on: ((_name: string, listener: (typeof listeners)[number]) => {
      listeners.push(listener);
      return () => undefined;
    }) as Parameters<ReceivedFiles['listen']>[0]['on'],
    receives: (...paths: string[]) => listeners.forEach((listener) => listener({ paths })),
  };
}

describe('files that the program was given', () => {
  it('while the office is locked wait for whoever can take them, and come once', () => {
    const shell = shellThat();
    const files = new ReceivedFiles();
    files.listen(shell);
    shell.receives('/a.pdf');
    shell.receives('/b.pdf', '/c.pdf');
    const taken: string[][] = [];
    const leave = files.giveTo((paths) => taken.push([...paths]));
    shell.receives('/d.pdf');
    leave();
    shell.receives('/e.pdf');
    files.giveTo((paths) => taken.push([...paths]));
    expect(taken).toEqual([['/a.pdf', '/b.pdf', '/c.pdf'], ['/d.pdf'], ['/e.pdf']]);
  });

  it('stay with the newest taker when the one before it leaves late', () => {
    const shell = shellThat();
    const files = new ReceivedFiles();
    files.listen(shell);
    const taken: string[] = [];
    const leave = files.giveTo(() => taken.push('first'));
    files.giveTo(() => taken.push('second'));
    leave();
    shell.receives('/a.pdf');
    expect(taken).toEqual(['second']);
  });
});
