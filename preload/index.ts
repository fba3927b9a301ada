/**
 * The one script between a sandboxed page and the main process: named methods, events and the engine's port.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';

import {
  enginePortMessage,
  type ShellBridge,
  type ShellEventName,
  type ShellEvents,
  shellMethodNames,
  type ShellMethods,
} from '#core/contract/shell.ts';

function methods(): ShellMethods {
  const entries = shellMethodNames.map((name) => [
    name,
    (input?: unknown) => ipcRenderer.invoke(`shell:${name}`, input),
  ]);
  const made: ShellMethods = Object.fromEntries(entries);
  return made;
}

function on<N extends ShellEventName>(name: N, listener: (event: ShellEvents[N]) => void): () => void {
  const forward = (_event: Electron.IpcRendererEvent, payload: ShellEvents[N]) => listener(payload);
  ipcRenderer.on(`shell-event:${name}`, forward);
  return () => {
    ipcRenderer.off(`shell-event:${name}`, forward);
  };
}

function pathOf(file: object): string {
  return file instanceof File ? webUtils.getPathForFile(file) : '';
}

// A port cannot cross the context bridge; a window message can transfer it.
ipcRenderer.on('engine-port', (event) => {
  window.postMessage({ kind: enginePortMessage }, window.location.origin, [...event.ports]);
});

const bridge: ShellBridge = { ...methods(), platform: process.platform, on, pathOf };
contextBridge.exposeInMainWorld('nirkertas', bridge);
