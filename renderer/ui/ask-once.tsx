import type { ReactNode } from 'react';

import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface AskOnceProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** The consequence, in a sentence. */
  readonly consequence: ReactNode;
  readonly cancelLabel: string;
  readonly actLabel: string;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly isDanger?: boolean;
}

/** The one question before what cannot be undone: signing, numbering, sending out, destroying. Cancel has the focus. */
export function AskOnce(props: AskOnceProps): ReactNode {
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      role="alertdialog"
      width={400}
      footer={
        <>
          <Button autoFocus shortcut="Esc" onPress={props.onClose}>
            {props.cancelLabel}
          </Button>
          <Button variant={props.isDanger === true ? 'danger' : 'primary'} onPress={props.onAct}>
            {props.actLabel}
          </Button>
        </>
      }
    >
      <p className="text-13 text-ink-2">{props.consequence}</p>
    </Dialog>
  );
}
