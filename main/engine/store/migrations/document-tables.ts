/** Documents: which there are, where they are, who keeps them, and which letters they belong to. Part of the first migration. */
export const documentTables = `
  -- Documents that entries name. log_id and seq: the first of them that took effect here. wanted: somebody asked for
  -- it. destroyed: every letter that it belongs to has given it up; swept: this PC has seen to it that the share
  -- holds no copy of such a one.
  CREATE TABLE blobs (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    log_id INTEGER NOT NULL REFERENCES logs (id),
    seq INTEGER NOT NULL,
    here INTEGER NOT NULL,
    wanted INTEGER NOT NULL DEFAULT 0,
    uploaded INTEGER NOT NULL DEFAULT 0,
    destroyed INTEGER NOT NULL DEFAULT 0,
    swept INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX blobs_to_upload ON blobs (sha256) WHERE here = 1 AND uploaded = 0 AND destroyed = 0;
  CREATE INDEX blobs_to_fetch ON blobs (sha256) WHERE here = 0 AND destroyed = 0;
  CREATE INDEX blobs_asked_for ON blobs (sha256) WHERE here = 0 AND destroyed = 0 AND wanted = 1;
  CREATE INDEX blobs_to_destroy ON blobs (sha256) WHERE destroyed = 1 AND (here = 1 OR swept = 0);
  CREATE INDEX blobs_named ON blobs (log_id, seq) WHERE destroyed = 0;
  CREATE TABLE blob_totals (documents INTEGER NOT NULL, bytes INTEGER NOT NULL);
  INSERT INTO blob_totals (documents, bytes) VALUES (0, 0);
  CREATE TRIGGER blobs_added AFTER INSERT ON blobs BEGIN
    UPDATE blob_totals SET documents = documents + 1, bytes = bytes + new.size;
  END;
  CREATE TRIGGER blobs_removed AFTER DELETE ON blobs BEGIN
    UPDATE blob_totals SET documents = documents - 1, bytes = bytes - old.size;
  END;

  -- Which PCs keep all documents, by their newest word on it, and how far they said to hold them.
  CREATE TABLE archive_keepers (
    device TEXT PRIMARY KEY,
    keeps INTEGER NOT NULL DEFAULT 0,
    keeps_rank INTEGER NOT NULL DEFAULT -1,
    keeps_hash TEXT NOT NULL DEFAULT '',
    -- 1 and 0 as it said; null before it said anything.
    whole INTEGER,
    checked_rank INTEGER NOT NULL DEFAULT -1,
    checked_hash TEXT NOT NULL DEFAULT '',
    checked_time INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;
  CREATE TABLE archive_holdings (
    device TEXT NOT NULL,
    log_id INTEGER NOT NULL REFERENCES logs (id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (device, log_id)
  ) WITHOUT ROWID;

  -- The letter's documents: its own, attachments, follow-ups', revisions. destroyed: the letter gave it up.
  CREATE TABLE letter_documents (
    letter_row INTEGER NOT NULL REFERENCES letters (row),
    sha256 TEXT NOT NULL,
    destroyed INTEGER NOT NULL,
    PRIMARY KEY (letter_row, sha256)
  ) WITHOUT ROWID;
  CREATE INDEX letter_documents_sha256 ON letter_documents (sha256, destroyed);
`;
