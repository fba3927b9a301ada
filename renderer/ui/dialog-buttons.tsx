import type { ReactNode } from 'react';

import { Button } from './button.tsx';
import type { IconName } from './icons/icon.tsx';

export interface DialogButtonsProps {
  readonly cancelLabel: string;
  readonly onCancel: () => void;
  readonly submitLabel: string;
  readonly submitIcon: IconName;
  readonly isSubmitDisabled: boolean;
  readonly onSubmit: () => void;
}

/** The foot of a dialog with a form: leave it, or do it; each says its key. */
export function DialogButtons(props: DialogButtonsProps): ReactNode {
  return (
    <>
      <Button shortcut="Esc" onPress={props.onCancel}>
        {props.cancelLabel}
      </Button>
      <Button
        variant="primary"
        icon={props.submitIcon}
        shortcut="Ctrl+Enter"
        isDisabled={props.isSubmitDisabled}
        onPress={props.onSubmit}
      >
        {props.submitLabel}
      </Button>
    </>
  );
}
