import { invitationFrom } from '../keys/invitation.ts';
import { transact } from '../store/database.ts';
import { noteAnswerPublished, unpublishedAnswers } from '../store/join-requests.ts';
import type { JoinFolder } from './join-folder.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Puts answers on the share that are not there yet; what fails stays for the next pass. */
export async function publishAnswers(runtime: OfficeRuntime, folder: JoinFolder): Promise<void> {
  for (const { invitation, secret, answer } of unpublishedAnswers(runtime.db)) {
    const put = await folder.publishFile(invitationFrom(runtime.officeId, secret), 'answer', answer);
    // `code-used`: an answer is there already. Only the office can seal one, so it is ours of an earlier run.
    if (put.ok || put.error.code === 'code-used') {
      transact(runtime.db, (db) => noteAnswerPublished(db, invitation));
    }
  }
}
