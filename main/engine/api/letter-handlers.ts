import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { MethodName } from '#core/contract/methods.ts';

import { openOfficeOf } from '../engine-state.ts';
import type { EngineState } from '../engine-state.ts';
import { destroyLetterDocuments, proposeDestruction } from '../office/destroying.ts';
import { homeView } from '../office/home-view.ts';
import { attachToLetter, correctLetter, forwardLetter } from '../office/keeping-book.ts';
import {
  actOnPart,
  disposeLetter,
  followUp,
  noDisposition,
  readLetterPart,
  recallDisposition,
} from '../office/letters.ts';
import { shareLetterKey, shareLetterKeyByKit } from '../office/key-sharing.ts';
import { registerLetter } from '../office/register-letter.ts';
import { askForDocuments } from '../office/document-wants.ts';
import { documentOf, letterSignatures, withDocument } from '../office/letter-documents.ts';
import { nextAgenda } from '../office/numbers.ts';
import { duplicates, queuePage, search, senders, showLetter } from '../office/queries.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import { settleField } from '../office/settling.ts';
import type { Handlers } from './handlers.ts';

type LetterMethod = Extract<MethodName, `letters.${string}` | `home.${string}`>;

/** Calls a use case with the open office. */
export function withOffice<I, T>(
  use: (office: OfficeRuntime, input: I, engine: EngineState) => Result<T> | Promise<Result<T>>,
) {
  return (engine: EngineState, input: I): Result<T> | Promise<Result<T>> => {
    const office = openOfficeOf(engine);
    return office.ok ? use(office.value, input, engine) : office;
  };
}

export const letterHandlers: Handlers<LetterMethod> = {
  'home.summary': withOffice((office) => ok(homeView(office))),
  'letters.queue': withOffice(queuePage),
  'letters.search': withOffice((office, input) => search(office, input.query, input.limit)),
  'letters.show': withOffice((office, input) => {
    const shown = showLetter(office, input.letter);
    // Whoever opens a letter is about to read it.
    if (shown.ok) askForDocuments(office, input.letter);
    return shown;
  }),
  'letters.document': withOffice((office, { letter, sha256 }, engine) =>
    withDocument(engine.share?.fetchDocument, sha256, () => documentOf(office, letter, sha256)),
  ),
  'letters.signatures': withOffice((office, { letter, sha256 }, engine) =>
    withDocument(engine.share?.fetchDocument, sha256, () =>
      letterSignatures(office, engine.pdf, letter, sha256),
    ),
  ),
  'letters.duplicates': withOffice(duplicates),
  'letters.senders': withOffice((office, input) => ok(senders(office, input.prefix))),
  'letters.next-agenda': withOffice((office) =>
    office.session === null ? fail('passphrase-needed') : ok(nextAgenda(office, office.session)),
  ),
  'letters.register': withOffice(registerLetter),
  'letters.correct': withOffice(correctLetter),
  'letters.settle': withOffice(settleField),
  'letters.attach': withOffice((office, input) => attachToLetter(office, input.letter, input.staged)),
  'letters.forward': withOffice(forwardLetter),
  'letters.share-key': withOffice(shareLetterKey),
  'letters.share-key-by-kit': withOffice(shareLetterKeyByKit),
  'letters.read': withOffice((office, input) => readLetterPart(office, input.letter)),
  'letters.dispose': withOffice(disposeLetter),
  'letters.recall': withOffice((office, input) => recallDisposition(office, input.letter, input.disposition)),
  'letters.acknowledge': withOffice((office, input) => actOnPart(office, 'letter.acknowledged', input)),
  'letters.follow-up': withOffice(followUp),
  'letters.finish': withOffice((office, input) => actOnPart(office, 'letter.finished', input)),
  'letters.return': withOffice((office, input) => {
    if (input.note.trim() === '') return fail('input-invalid', { field: 'note' });
    return actOnPart(office, 'letter.returned', input);
  }),
  'letters.no-disposition': withOffice((office, input) => noDisposition(office, input.letter, input.note)),
  'letters.propose-destruction': withOffice(proposeDestruction),
  'letters.destroy': withOffice(destroyLetterDocuments),
};
