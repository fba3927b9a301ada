import { type Client, createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';

import type { ChangeNotice, MethodName, MethodOutput, Office } from '#core/contract/methods.ts';
import { type Result, fail } from '#core/contract/result.ts';
import { type EngineView, type ShellBridge, enginePortMessage } from '#core/contract/shell.ts';
import { byClone } from '#core/contract/wire.ts';

/** The engine's two procedures as oRPC's client types see them. */
type WireClient = {
  call: Client<Record<never, never>, { method: MethodName; input: unknown }, unknown, Error>;
  changes: Client<Record<never, never>, undefined, AsyncIterable<ChangeNotice>, Error>;
};

export interface EngineLink {
  readonly office: Office;
  /** The state of the engine's process as last heard. */
  readonly engine: () => EngineView;
  readonly onEngine: (listener: () => void) => () => void;
  readonly onChange: (listener: (notice: ChangeNotice) => void) => () => void;
  /** Called each time a port is in use: at the start and after each restart, when everything must be asked again. */
  readonly onConnected: (listener: () => void) => () => void;
}

function listenerSet<T>(): { add: (l: (value: T) => void) => () => void; tell: (value: T) => void } {
  const listeners = new Set<(value: T) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    tell: (value) => {
      for (const listener of listeners) listener(value);
    },
  };
}

/**
 * Talks to the engine over the port that the preload script hands to the page. Calls made while the engine starts
 * wait for it; calls cut off by its death answer `engine-stopped`, and nothing of them is lost on the screen.
 */
export function linkEngine(shell: ShellBridge): EngineLink {
  const changes = listenerSet<ChangeNotice>();
  const connected = listenerSet<undefined>();
  const engineChanged = listenerSet<undefined>();
  let view: EngineView = { state: 'starting' };
  let current: { readonly client: WireClient; readonly died: AbortController } | null = null;
  let waiting: (() => void)[] = [];

  function setView(next: EngineView): void {
    view = next;
    if (next.state !== 'ready') {
      current?.died.abort();
      current = null;
    }
    if (next.state === 'failed') release();
    engineChanged.tell(undefined);
  }

  function release(): void {
    const released = waiting;
    waiting = [];
    for (const go of released) go();
  }

  async function hear(client: WireClient, died: AbortController): Promise<void> {
    try {
      for await (const notice of await client.changes(undefined, { signal: died.signal }))
        changes.tell(notice);
    } catch {
      // The port closed with its engine; the next port brings its own stream.
    }
  }

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    const { data } = event;
    if (event.source !== window || port === undefined) return;
    if (typeof data !== 'object' || data === null || !('kind' in data) || data.kind !== enginePortMessage)
      return;
    current?.died.abort();
    const died = new AbortController();
    const client: WireClient = createORPCClient(new RPCLink({ port, experimental_transfer: byClone }));
    port.start();
    current = { client, died };
    setView({ state: 'ready' });
    release();
    connected.tell(undefined);
    void hear(client, died);
  });
  shell.on('engineChanged', setView);
  void shell.connectEngine().then((state) => {
    if (current === null) setView(state);
  });

  const office: Office = {
    async call<M extends MethodName>(method: M, input: unknown) {
      if (current === null && view.state !== 'failed') {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
      const link = current;
      if (link === null) return fail('engine-stopped');
      const death = new Promise<'died'>((resolve) => {
        link.died.signal.addEventListener('abort', () => {
          resolve('died');
        });
      });
      const answer = await Promise.race([link.client.call({ method, input }), death]);
      // The engine is the same program: its answers have the contract's types and are not checked again.
      return answer === 'died' ? fail('engine-stopped') : (answer as Result<MethodOutput<M>>);
    },
  };
  return {
    office,
    engine: () => view,
    onEngine: engineChanged.add,
    onChange: changes.add,
    onConnected: connected.add,
  };
}
