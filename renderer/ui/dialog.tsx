import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import { submitKeys } from './submit-keys.ts';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, right-aligned: the way back first, the act last. */
  readonly footer?: ReactNode;
  /** The body is read, not filled in: the keyboard may scroll it. */
  readonly isReading?: boolean;
  readonly width?: 400 | 480 | 640 | 880;
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog';
  /** Ctrl+Enter anywhere inside. */
  readonly onSubmit?: (() => void) | undefined;
}

const widths = { 400: 'w-100', 480: 'w-120', 640: 'w-160', 880: 'w-220' } as const;

/** A small surface over the screen. Escape and the scrim close it; the focus returns to where it was. */
export function Dialog(props: DialogProps): ReactNode {
  const { isOpen, onClose, title, children, footer, width = 480, role = 'dialog', onSubmit } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="appear fixed inset-0 z-40 flex items-center justify-center bg-scrim p-6"
    >
      <Modal
        className={`flex max-h-full max-w-full flex-col rounded-popover border border-line-strong bg-sheet shadow-popover ${widths[width]}`}
      >
        {/* Around the dialog: while nothing in it has the focus the dialog has it itself. */}
        <div onKeyDownCapture={submitKeys(onSubmit)} className="flex min-h-0 flex-1 flex-col">
          <AriaDialog role={role} className="flex min-h-0 flex-1 flex-col outline-none">
            <Heading slot="title" className="px-5 pt-4 pb-3 text-16 font-semibold text-ink">
              {title}
            </Heading>
            <div
              {...(props.isReading === true ? { tabIndex: 0 } : {})}
              className="min-h-0 flex-1 overflow-y-auto px-5 pb-4 -outline-offset-2"
            >
              {children}
            </div>
            {footer === undefined ? null : (
              <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
                {footer}
              </footer>
            )}
          </AriaDialog>
        </div>
      </Modal>
    </ModalOverlay>
  );
}
