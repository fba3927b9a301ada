import { destroyedDocuments, documentsOfLetter } from './letter-documents.ts';
import type { Reducers } from './letter-reducers.ts';
import type { Destruction, LetterState } from './letter-state.ts';
import { mayRegister } from './rights.ts';

type DestructionAct = 'blob.destruction-proposed' | 'blob.destroyed';

/** A memo on which somebody still has to act is no archive yet. */
function isUnderWay({ memo }: LetterState): boolean {
  return memo !== null && memo.stage !== 'issued' && memo.stage !== 'withdrawn';
}

/**
 * Destroying the documents of a letter takes two people: whoever keeps the books proposes it under a retention decision,
 * and the head of the office, another person, carries it out (decision 0019; PP 28/2012 art. 64 to 71: destruction by
 * decision of the head of the institution that made the archive).
 */
export const destructionReducers: Reducers<DestructionAct> = {
  'blob.destruction-proposed': (state, { body, mark, entry, roster }) => {
    if (!mayRegister(roster, entry.actor.position)) return 'not-entitled';
    if (isUnderWay(state)) return 'not-in-turn';
    const there = new Set(documentsOfLetter(state).map(({ sha256 }) => sha256));
    if (!body.documents.every((sha256) => there.has(sha256))) return 'unknown-subject';
    const gone = destroyedDocuments(state);
    if (body.documents.some((sha256) => gone.has(sha256))) return 'already-done';
    const proposed: Destruction = {
      documents: [...new Set(body.documents)].toSorted(),
      decision: body.decision,
      proposed: mark,
      destroyed: null,
    };
    return { ...state, destructions: [...state.destructions, proposed] };
  },
  'blob.destroyed': (state, { body, mark, entry, roster }) => {
    const role = roster.positions.get(entry.actor.position ?? '')?.role;
    if (role !== 'pimpinan') return 'not-entitled';
    const index = state.destructions.findIndex((d) => entry.basis.includes(d.proposed.entry));
    const found = state.destructions[index];
    if (found === undefined) return 'unknown-subject';
    if (found.proposed.actor.user === entry.actor.user) return 'not-entitled';
    const gone = destroyedDocuments(state);
    if (found.destroyed !== null || found.documents.every((sha256) => gone.has(sha256)))
      return 'already-done';
    const named = [...new Set(body.documents)].toSorted();
    // What the head signed is what was proposed, or it is nothing.
    if (JSON.stringify(named) !== JSON.stringify(found.documents) || body.decision !== found.decision) {
      return 'other-revision';
    }
    return { ...state, destructions: state.destructions.with(index, { ...found, destroyed: mark }) };
  },
};
