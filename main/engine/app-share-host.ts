import type { FromEngine } from '#core/contract/engine-process.ts';

import type { ShareChannel, ShareHost } from './share/process/share-host.ts';
import { exactBytes } from './share/process/share-messages.ts';
import type { FromShareProcess, ToShareProcess } from './share/process/share-messages.ts';

/** The engine's end of a channel to a share process, as a utility process of Electron has it. */
export interface SharePort {
  on(event: 'message', listener: (message: { readonly data: FromShareProcess }) => void): void;
  postMessage(message: ToShareProcess): void;
  start(): void;
}

/** Share processes that the app's main process starts and kills for the engine. */
export interface AppShareHost extends ShareHost {
  /** The main process started one and hands over its port. */
  readonly started: (share: number, port: SharePort) => void;
  /** One is gone. */
  readonly ended: (share: number) => void;
}

interface Starting {
  port: SharePort | null;
  message: (message: FromShareProcess) => void;
  ended: () => void;
}

/** A message carries all the memory that its bytes are a view of: only what is to be written goes along. */
function withOwnBytes(message: ToShareProcess): ToShareProcess {
  const { request } = message;
  if (request.operation !== 'write') return message;
  return { ...message, request: { ...request, bytes: exactBytes(request.bytes) } };
}

/** @param tell sends a message to the main process */
export function appShareHost(tell: (message: FromEngine) => void): AppShareHost {
  const shares = new Map<number, Starting>();
  let nextShare = 1;

  function start(): ShareChannel {
    const share = nextShare;
    nextShare += 1;
    const channel: Starting = { port: null, message: () => undefined, ended: () => undefined };
    shares.set(share, channel);
    tell({ kind: 'share-start', share });
    return {
      // Nothing is sent before the process said that it is ready, which comes through the port.
      post: (message) => channel.port?.postMessage(withOwnBytes(message)),
      listen: (message, ended) => {
        channel.message = message;
        channel.ended = ended;
      },
      kill: () => tell({ kind: 'share-kill', share }),
    };
  }

  return {
    start,
    started: (share, port) => {
      const channel = shares.get(share);
      if (channel === undefined) return;
      channel.port = port;
      port.on('message', ({ data }) => channel.message(data));
      port.start();
    },
    ended: (share) => {
      shares.get(share)?.ended();
      shares.delete(share);
    },
  };
}
