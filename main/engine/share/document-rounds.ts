import { fetchBlob } from './fetch-blob.ts';
import type { ShareContext } from './share-context.ts';
import type { ShareFailure } from './share-fs.ts';
import type { BlobSink, SyncStore, WantedBlob } from './sync-store.ts';

/** Documents that are looked at in a round. */
const ROUND_DOCUMENTS = 4;

/** Takes a document to look at it, and keeps nothing. */
const noSink: BlobSink = {
  write: async () => true,
  commit: async () => true,
  abandon: async () => undefined,
};

/** A document after a look at its copy on the share. */
export interface DocumentLook {
  readonly sha256: string;
  readonly ill: boolean;
}

/**
 * Goes through the documents that are here and that the share was seen to have, a few in each round, and remembers
 * those of which the share has no whole copy until it has one again.
 */
export class DocumentRounds {
  readonly #context: ShareContext;
  readonly #store: SyncStore;
  readonly #ill = new Map<string, WantedBlob>();
  #cursor = '';

  constructor(context: ShareContext, store: SyncStore) {
    this.#context = context;
    this.#store = store;
  }

  /** Documents of which the share has no whole copy, as far as is known. */
  ill(): readonly string[] {
    return [...this.#ill.keys()];
  }

  /** Looks again at what was ill, and in a round at the next few. */
  async look(isRound: boolean): Promise<readonly DocumentLook[] | ShareFailure> {
    const due = new Map(this.#ill);
    if (isRound) {
      const next = this.#store.documentsOnShare(this.#cursor, ROUND_DOCUMENTS);
      for (const document of next) due.set(document.sha256, document);
      // From the beginning again after the last one.
      this.#cursor = next.length < ROUND_DOCUMENTS ? '' : (next.at(-1)?.sha256 ?? '');
    }
    const looks: DocumentLook[] = [];
    for (const [sha256, document] of due) {
      // A copy that is damaged here heals nobody: it is fetched, and looked at when it is whole again.
      if (!(await this.#store.documentIsWhole(sha256))) {
        this.#ill.delete(sha256);
        continue;
      }
      const { state, ...more } = await fetchBlob(this.#context, document, noSink);
      if (state === 'share' && 'failure' in more) {
        if (more.failure === 'busy' || more.failure === 'denied') continue;
        return more.failure;
      }
      const ill = state === 'missing' || state === 'damaged';
      if (ill) this.#ill.set(sha256, document);
      else this.#ill.delete(sha256);
      looks.push({ sha256, ill });
    }
    return looks;
  }

  /** Sends the document anew with the next publish, beside what stands there damaged. */
  restore(sha256: string): void {
    this.#ill.delete(sha256);
    this.#store.documentLost(sha256);
  }
}
