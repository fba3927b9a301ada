import type { BlobSink, BlobSource, DestroyedBlob, WantedBlob } from '#main/engine/share/sync-store.ts';

/** The documents of a store as the ways to the share see them, kept in maps. */
export class DocumentLedger {
  readonly uploads = new Map<string, Uint8Array>();
  /** Documents that are here and that the share was seen to have. */
  readonly uploaded = new Map<string, Uint8Array>();
  /** Documents that were destroyed and may still be somewhere. */
  readonly destroyed = new Map<string, WantedBlob>();
  readonly wanted = new Map<string, WantedBlob>();
  readonly documents = new Map<string, Buffer>();

  hasBlobsToUpload(): boolean {
    return this.blobsToUpload().length > 0;
  }

  blobsToUpload(): readonly BlobSource[] {
    return [...this.uploads].map(([sha256, bytes]) => ({
      sha256,
      size: bytes.length,
      read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
    }));
  }

  blobUploaded(sha256: string): void {
    const bytes = this.uploads.get(sha256);
    if (bytes !== undefined) this.uploaded.set(sha256, bytes);
    this.uploads.delete(sha256);
  }

  documentsOnShare(after: string, limit: number): readonly WantedBlob[] {
    return [...this.uploaded]
      .map(([sha256, bytes]) => ({ sha256, size: bytes.length }))
      .filter(({ sha256 }) => sha256 > after)
      .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
      .slice(0, limit);
  }

  documentLost(sha256: string): void {
    const bytes = this.uploaded.get(sha256);
    if (bytes !== undefined) this.uploads.set(sha256, bytes);
    this.uploaded.delete(sha256);
  }

  async documentIsWhole(): Promise<boolean> {
    return true;
  }

  destroyedDocuments(): readonly DestroyedBlob[] {
    return [...this.destroyed.values()].map((blob) => ({ ...blob, mayBeOnShare: true }));
  }

  async destroyHere(sha256: string): Promise<void> {
    this.documents.delete(sha256);
    this.uploaded.delete(sha256);
    this.uploads.delete(sha256);
  }

  destroyedOnShare(sha256: string): void {
    this.destroyed.delete(sha256);
  }

  blobsWanted(): readonly WantedBlob[] {
    return [...this.wanted.values()];
  }

  async blobSink(sha256: string): Promise<BlobSink> {
    const pieces: Uint8Array[] = [];
    return {
      write: async (bytes) => pieces.push(bytes) > 0,
      commit: async () => {
        this.documents.set(sha256, Buffer.concat(pieces));
        this.wanted.delete(sha256);
        return true;
      },
      abandon: async () => undefined,
    };
  }
}
