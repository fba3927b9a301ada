import type { LetterState } from '#core/office/letter-state.ts';

import type { WritableDb } from './database.ts';
import { statement } from './statement.ts';

function notesOf(letter: LetterState): string {
  const notes: string[] = [];
  for (const d of letter.dispositions) {
    notes.push(d.note);
    for (const r of d.recipients)
      notes.push(r.note, ...r.followUps.map((f) => f.note), r.finished?.note ?? '');
  }
  return notes.filter((note) => note !== '').join('\n');
}

interface SearchRow {
  readonly subject: string;
  readonly sender: string;
  readonly number: string;
  readonly notes: string;
  readonly words: string;
}

/** Everything of a letter that its words in the search depend on. */
export function searchKey(letter: LetterState): string {
  const { subject, from, number, agenda, letterNumber, document } = letter;
  return JSON.stringify([
    subject,
    from,
    number,
    agenda?.number,
    letterNumber?.number,
    document.sha256,
    notesOf(letter),
  ]);
}

/** Writes the words by which a letter is found, when they are others than those that stand there. */
export function projectSearch(db: WritableDb, row: number, letter: LetterState, isNew: boolean): void {
  const words =
    statement<[string], { words: string }>(db, 'SELECT words FROM words WHERE sha256 = ?').get(
      letter.document.sha256,
    )?.words ?? '';
  const next: SearchRow = {
    subject: letter.subject,
    sender: letter.from,
    number: `${letter.number} ${letter.agenda?.number ?? ''} ${letter.letterNumber?.number ?? ''}`.trimEnd(),
    notes: notesOf(letter),
    words,
  };
  const now = isNew
    ? undefined
    : statement<[number], SearchRow>(
        db,
        'SELECT subject, sender, number, notes, words FROM search WHERE rowid = ?',
      ).get(row);
  if (now === undefined) {
    statement(
      db,
      'INSERT INTO search (rowid, subject, sender, number, notes, words) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(row, next.subject, next.sender, next.number, next.notes, next.words);
    return;
  }
  const same = (Object.keys(next) as (keyof SearchRow)[]).every((key) => now[key] === next[key]);
  if (same) return;
  statement(
    db,
    'UPDATE search SET subject = ?, sender = ?, number = ?, notes = ?, words = ? WHERE rowid = ?',
  ).run(next.subject, next.sender, next.number, next.notes, next.words, row);
}
