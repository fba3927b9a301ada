import type { ReactNode } from 'react';

import type { LetterView } from '#core/contract/views.ts';

import { CorrectDialog } from './correct-dialog.tsx';
import { FollowUpDialog } from './follow-up-dialog.tsx';
import { ForwardDialog } from './forward-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';

export interface PartDialogsProps {
  readonly letter: LetterView;
  /** Which surface is open, as the letter's screen names it. */
  readonly open: string | null;
  readonly onClose: () => void;
  readonly onSettled: () => void;
}

/** The small surfaces for one's own part: report, finish, return, forward, correct. */
export function PartDialogs({ letter, open, onClose, onSettled }: PartDialogsProps): ReactNode {
  const rest = { letter, onClose, onSettled };
  switch (open) {
    case 'followUp':
      return letter.myDisposition === null ? null : (
        <FollowUpDialog {...rest} disposition={letter.myDisposition} />
      );
    case 'finish':
      return <NoteDialog {...rest} act="finish" />;
    case 'return':
      return <NoteDialog {...rest} act="return" />;
    case 'returnMemo':
      return <NoteDialog {...rest} act="returnMemo" />;
    case 'forward':
      return <ForwardDialog {...rest} />;
    case 'correct':
      return <CorrectDialog {...rest} />;
    default:
      return null;
  }
}
