import type { SyncStore } from '../share/sync-store.ts';
import {
  blobsToUpload,
  findBlob,
  hasBlobsToUpload,
  noteArrived,
  noteGone,
  noteToUpload,
  noteUploaded,
  uploadedAfter,
} from '../store/blobs.ts';
import { clearAlerts, raiseAlert } from '../store/alerts.ts';
import { transact } from '../store/database.ts';
import { blobsToDestroy, mayRemoveFile, noteFileRemoved, noteSwept } from '../store/destroyed.ts';
import {
  documentFileState,
  documentSink,
  documentSize,
  readDocumentPart,
  removeDocument,
} from '../store/document-files.ts';
import { lettersOfDocument } from '../store/letters.ts';
import { documentWants } from './document-wants.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Documents fetched in one pass at most; the rest comes with the next, so that a first join stays usable. */
export const FETCH_BATCH = 50;
/** Destroyed documents that are seen to in one pass. */
const DESTROY_BATCH = 4;

type DocumentStore = Pick<
  SyncStore,
  | 'hasBlobsToUpload'
  | 'blobsToUpload'
  | 'blobUploaded'
  | 'documentsOnShare'
  | 'documentLost'
  | 'documentIsWhole'
  | 'blobsWanted'
  | 'blobSink'
  | 'destroyedDocuments'
  | 'destroyHere'
  | 'destroyedOnShare'
>;

/** This PC's copy of a document is gone or damaged: somebody is told, and the share is asked for it. */
export function noteDamagedHere(runtime: OfficeRuntime, sha256: string): void {
  const isNew = transact(runtime.db, (db) => {
    if (!noteGone(db, sha256)) return false;
    raiseAlert(db, 'document-damaged-here', sha256, { file: sha256 }, runtime.clock());
    return true;
  });
  if (isNew) runtime.notify({ keys: ['sync', 'letters'], letters: lettersOfDocument(runtime.db, sha256) });
}

/** The documents of the store as publishing, fetching and healing see them. `arrived` hears of each that came in. */
export function shareDocuments(runtime: OfficeRuntime, arrived: (sha256: string) => void): DocumentStore {
  const { db, folder } = runtime;
  const wants = documentWants(runtime, FETCH_BATCH);
  return {
    hasBlobsToUpload: () => hasBlobsToUpload(db),
    blobsToUpload: () =>
      blobsToUpload(db).map((blob) => ({
        sha256: blob.sha256,
        // What its file has, not what some entry claims of it.
        size: documentSize(folder, blob.sha256) ?? blob.size,
        read: (offset, length) => readDocumentPart(folder, blob.sha256, offset, length),
      })),
    blobUploaded: (sha256) => transact(db, (writable) => noteUploaded(writable, sha256)),
    documentsOnShare: (after, limit) =>
      uploadedAfter(db, after, limit).map(({ sha256, size }) => ({ sha256, size })),
    documentLost: (sha256) => transact(db, (writable) => noteToUpload(writable, sha256)),
    documentIsWhole: async (sha256) => {
      if ((await documentFileState(folder, sha256)) === 'whole') return true;
      noteDamagedHere(runtime, sha256);
      return false;
    },
    blobsWanted: () => wants().map(({ sha256, size }) => ({ sha256, size })),
    blobSink: async (sha256) => {
      const sink = await documentSink(folder, sha256);
      return {
        ...sink,
        commit: async () => {
          if (!(await sink.commit())) return false;
          transact(db, (writable) => {
            noteArrived(writable, sha256);
            clearAlerts(writable, sha256);
          });
          arrived(sha256);
          return true;
        },
      };
    },
    destroyedDocuments: () =>
      blobsToDestroy(db, DESTROY_BATCH).map(({ sha256, size, swept }) => ({
        sha256,
        size: documentSize(folder, sha256) ?? size,
        mayBeOnShare: swept === 0,
      })),
    destroyHere: async (sha256) => {
      const isHere = findBlob(db, sha256)?.here === 1;
      if (isHere && !mayRemoveFile(db, sha256)) return;
      // Somebody may read it at this moment: then it goes with a later pass.
      if (isHere && !(await removeDocument(folder, sha256))) return;
      transact(db, (writable) => {
        noteFileRemoved(writable, sha256);
        clearAlerts(writable, sha256);
      });
      runtime.notify({ keys: ['letters', 'sync'], letters: lettersOfDocument(db, sha256) });
    },
    destroyedOnShare: (sha256) => transact(db, (writable) => noteSwept(writable, sha256)),
  };
}
