import { documentTables } from './document-tables.ts';
import type { Migration } from './migration.ts';

/** The store of format version 0. Times are milliseconds since 1970 UTC, hashes lower-case hex. */
export const initial: Migration = {
  name: 'initial',
  up: (db) => {
    db.exec(`
      CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

      -- Keys of the office that open what is on the share.
      CREATE TABLE office_keys (
        id TEXT PRIMARY KEY,
        key BLOB NOT NULL,
        added INTEGER NOT NULL,
        current INTEGER NOT NULL
      ) WITHOUT ROWID;

      -- People who use this PC. \`wrapped\` opens with their passphrase alone.
      CREATE TABLE identities (
        user TEXT PRIMARY KEY,
        wrapped BLOB NOT NULL,
        log TEXT NOT NULL,
        log_key BLOB NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('pending', 'enrolled')),
        secrets BLOB,
        added INTEGER NOT NULL
      ) WITHOUT ROWID;

      CREATE TABLE logs (
        id INTEGER PRIMARY KEY,
        log TEXT NOT NULL,
        -- A log that was continued twice has a row for each continuation: 0 the one that was here first, the others
        -- after entry fork_seq of the row \`parent\` (null: from the log's beginning).
        branch INTEGER NOT NULL DEFAULT 0,
        parent INTEGER REFERENCES logs (id),
        fork_seq INTEGER NOT NULL DEFAULT -1,
        public_key BLOB,
        user TEXT,
        -- The user key that signed the log's first entry, base64url.
        certified_by TEXT,
        device TEXT,
        device_name TEXT,
        own INTEGER NOT NULL DEFAULT 0,
        seq INTEGER NOT NULL DEFAULT -1,
        hash TEXT,
        accepted_seq INTEGER NOT NULL DEFAULT -1,
        head_version INTEGER NOT NULL DEFAULT 0,
        head_signature BLOB,
        head_file TEXT,
        published_seq INTEGER NOT NULL DEFAULT -1,
        published_version INTEGER NOT NULL DEFAULT 0,
        last_time INTEGER NOT NULL DEFAULT 0,
        named_seq INTEGER NOT NULL DEFAULT -1,
        -- The entry with which the owner ended the log; null while it lives.
        retired_seq INTEGER,
        -- Why what follows accepted_seq will never take effect; null while the log is in order.
        refused TEXT,
        UNIQUE (log, branch)
      );
      CREATE INDEX logs_branches ON logs (log) WHERE branch > 0;

      -- Every entry ever taken in, verbatim. rank is null while it waits for what it builds on.
      CREATE TABLE entries (
        id INTEGER PRIMARY KEY,
        log_id INTEGER NOT NULL REFERENCES logs (id),
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL UNIQUE,
        rank INTEGER,
        roster_index INTEGER NOT NULL,
        type TEXT NOT NULL,
        subject TEXT,
        time INTEGER NOT NULL,
        user_signed INTEGER NOT NULL DEFAULT 0,
        bytes BLOB NOT NULL,
        UNIQUE (log_id, seq)
      );
      CREATE INDEX entries_subject ON entries (subject, rank) WHERE subject IS NOT NULL AND rank IS NOT NULL;
      CREATE INDEX entries_key_confirmed ON entries (rank, hash) WHERE type = 'key.confirmed';
      CREATE INDEX entries_requests ON entries (rank, hash)
        WHERE type IN ('request.roster', 'request.refused') AND rank IS NOT NULL;
      CREATE INDEX entries_office ON entries (rank, hash) WHERE subject IS NULL AND rank IS NOT NULL;

      -- Every accepted roster entry, on the main chain or beside it; a parent has the position before.
      CREATE TABLE roster_tree (
        entry_id INTEGER PRIMARY KEY REFERENCES entries (id),
        position INTEGER NOT NULL
      );
      CREATE INDEX roster_tree_position ON roster_tree (position, entry_id);

      -- Entries of this PC that are not on the share yet.
      CREATE TABLE outbox (
        entry_id INTEGER PRIMARY KEY REFERENCES entries (id),
        log_id INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        letter TEXT
      );

      CREATE TABLE segments (
        log_id INTEGER NOT NULL REFERENCES logs (id),
        from_seq INTEGER NOT NULL,
        to_seq INTEGER NOT NULL,
        file TEXT NOT NULL,
        -- Bytes of its entries with their lengths before them.
        size INTEGER NOT NULL,
        -- The signed head at its last entry, where there was one.
        proof_version INTEGER,
        proof_signature BLOB,
        PRIMARY KEY (log_id, from_seq)
      ) WITHOUT ROWID;

      -- How far the writer of one log said that it had another one.
      CREATE TABLE witness (
        by_log INTEGER NOT NULL REFERENCES logs (id),
        log_id INTEGER NOT NULL REFERENCES logs (id),
        seq INTEGER NOT NULL,
        PRIMARY KEY (by_log, log_id)
      ) WITHOUT ROWID;
      CREATE INDEX witness_log ON witness (log_id, seq);

      -- Own files on the share that no own head lists. since: when the head that replaced them was published, null
      -- before it is.
      CREATE TABLE replaced_files (
        log_id INTEGER NOT NULL REFERENCES logs (id),
        file TEXT NOT NULL,
        since INTEGER,
        PRIMARY KEY (log_id, file)
      ) WITHOUT ROWID;

      -- Head files that this PC put on the share and has not seen removed.
      CREATE TABLE own_heads (
        file TEXT PRIMARY KEY,
        log_id INTEGER NOT NULL REFERENCES logs (id)
      ) WITHOUT ROWID;

      ${documentTables}

      -- Letters and books of numbers whose entries came faster than they are folded: their projections are behind.
      CREATE TABLE unfolded (subject TEXT PRIMARY KEY, rank INTEGER NOT NULL) WITHOUT ROWID;
      CREATE INDEX unfolded_rank ON unfolded (rank, subject);

      -- Projections: made from entries alone, made again by \`log rebuild\`.
      CREATE TABLE letters (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        sender TEXT NOT NULL,
        subject TEXT NOT NULL,
        number TEXT NOT NULL,
        date TEXT,
        agenda_year INTEGER,
        agenda_number INTEGER,
        agenda_suffix TEXT NOT NULL,
        registered_log TEXT NOT NULL,
        received_at INTEGER NOT NULL,
        received_day TEXT NOT NULL,
        disposed_day TEXT,
        security TEXT NOT NULL,
        urgency TEXT NOT NULL,
        contested INTEGER NOT NULL,
        status TEXT NOT NULL,
        from_position TEXT,
        -- The document as it came, and as it is now.
        sha256 TEXT NOT NULL,
        document TEXT NOT NULL
      );
      -- Boxes are counted and paged from these alone, without a look at the rows.
      CREATE INDEX letters_kind ON letters (kind, received_at, row, security);
      CREATE INDEX letters_received ON letters (received_at, row, security);
      CREATE INDEX letters_from ON letters (from_position, received_at, row) WHERE from_position IS NOT NULL;
      CREATE INDEX letters_day ON letters (received_day, disposed_day) WHERE kind = 'incomingLetter';
      CREATE INDEX letters_number ON letters (number COLLATE NOCASE, sender COLLATE NOCASE)
        WHERE kind = 'incomingLetter';
      CREATE INDEX letters_sha256 ON letters (sha256);
      CREATE INDEX letters_document ON letters (document);
      CREATE INDEX letters_waiting_number ON letters (received_at, id)
        WHERE agenda_number IS NULL AND kind = 'incomingLetter';
      CREATE INDEX letters_agenda ON letters (agenda_year, agenda_number) WHERE agenda_number IS NOT NULL;

      -- How many letters of each kind, so that a box of everything is not counted row by row.
      CREATE TABLE letter_counts (kind TEXT PRIMARY KEY, letters INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TRIGGER letters_added AFTER INSERT ON letters BEGIN
        INSERT INTO letter_counts (kind, letters) VALUES (new.kind, 1)
          ON CONFLICT (kind) DO UPDATE SET letters = letters + 1;
      END;
      CREATE TRIGGER letters_removed AFTER DELETE ON letters BEGIN
        UPDATE letter_counts SET letters = letters - 1 WHERE kind = old.kind;
      END;
      CREATE INDEX letters_secret ON letters (kind, row) WHERE security NOT IN ('biasa', 'terbatas');

      -- The folded state as JSON, apart: the lists never need it, and with it a page would hold one letter.
      CREATE TABLE letter_states (
        letter_row INTEGER PRIMARY KEY REFERENCES letters (row),
        state TEXT NOT NULL
      );

      CREATE TABLE tasks (
        letter_row INTEGER NOT NULL REFERENCES letters (row),
        position TEXT NOT NULL,
        kind TEXT NOT NULL,
        disposition TEXT,
        by_position TEXT,
        since INTEGER NOT NULL,
        due TEXT,
        read INTEGER NOT NULL,
        urgency INTEGER NOT NULL
      );
      CREATE INDEX tasks_letter ON tasks (letter_row);
      CREATE INDEX tasks_position ON tasks (position, due, urgency, since);
      CREATE INDEX tasks_due ON tasks (due) WHERE due IS NOT NULL;

      -- Who may read what, in the order of a box.
      CREATE TABLE access (
        position TEXT NOT NULL,
        kind TEXT NOT NULL,
        received_at INTEGER NOT NULL,
        letter_row INTEGER NOT NULL REFERENCES letters (row),
        PRIMARY KEY (position, kind, received_at, letter_row)
      ) WITHOUT ROWID;
      CREATE INDEX access_letter ON access (letter_row);

      CREATE TABLE senders (
        name TEXT PRIMARY KEY COLLATE NOCASE,
        letters INTEGER NOT NULL,
        last_at INTEGER NOT NULL
      ) WITHOUT ROWID;

      CREATE VIRTUAL TABLE search USING fts5 (
        subject, sender, number, notes, words,
        tokenize = "unicode61 remove_diacritics 2",
        prefix = '2 3 4'
      );

      -- Which letter holds which number; two rows of one number and suffix are a duplicate.
      CREATE TABLE numbers (
        series TEXT NOT NULL,
        number INTEGER NOT NULL,
        suffix TEXT NOT NULL,
        letter TEXT NOT NULL,
        entry TEXT NOT NULL,
        PRIMARY KEY (series, number, suffix, letter)
      ) WITHOUT ROWID;
      CREATE INDEX numbers_letter ON numbers (letter);
      -- Every number that an entry gave, with effect or not: what was given once is never given again.
      CREATE TABLE number_issues (
        entry TEXT PRIMARY KEY,
        series TEXT NOT NULL,
        number INTEGER NOT NULL,
        log TEXT NOT NULL,
        letter TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX number_issues_log ON number_issues (series, log, number);
      CREATE INDEX number_issues_number ON number_issues (series, number);
      CREATE TABLE number_citations (
        cited TEXT NOT NULL,
        letter TEXT NOT NULL,
        PRIMARY KEY (cited, letter)
      ) WITHOUT ROWID;
      CREATE TABLE number_books (series TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
      CREATE INDEX entries_ceilings ON entries (hash) WHERE type = 'number.ceiling';

      -- This PC only.
      -- Own ceilings that were read back from the share: numbers up to there may be used.
      CREATE TABLE ceilings_read_back (entry TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE words (sha256 TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE staged (
        id TEXT NOT NULL,
        user TEXT NOT NULL,
        name TEXT NOT NULL, size INTEGER NOT NULL, pages INTEGER NOT NULL,
        source TEXT NOT NULL, signed INTEGER NOT NULL, would_lose TEXT NOT NULL, misnamed INTEGER NOT NULL,
        purpose TEXT NOT NULL, words TEXT NOT NULL, added INTEGER NOT NULL,
        PRIMARY KEY (id, user)
      ) WITHOUT ROWID;
      CREATE TABLE drafts (key TEXT PRIMARY KEY, value BLOB NOT NULL, saved INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE alerts (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL,
        subject TEXT NOT NULL,
        params TEXT NOT NULL,
        time INTEGER NOT NULL,
        dismissed INTEGER NOT NULL DEFAULT 0,
        UNIQUE (code, subject)
      );
      CREATE TABLE join_requests (
        invitation TEXT PRIMARY KEY,
        secret BLOB NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'admitted', 'answered')),
        answer BLOB,
        -- Of a code for a further PC of somebody here: whose, and until when. Null where the roster says so.
        user TEXT,
        expires INTEGER,
        added INTEGER NOT NULL
      ) WITHOUT ROWID;
    `);
  },
};
