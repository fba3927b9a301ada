import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import { GarisKop } from './garis-kop.tsx';
import { IconButton } from './icon-button.tsx';
import { KeyCap } from './key-cap.tsx';
import { submitKeys } from './submit-keys.ts';

export interface SheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly closeLabel: string;
  readonly children: ReactNode;
  readonly footer: ReactNode;
  /** Ctrl+Enter anywhere inside. */
  readonly onSubmit?: (() => void) | undefined;
}

/** A form that slides over the letter from the right, between title bar and status bar. The body scrolls, the footer stays. */
export function Sheet(props: SheetProps): ReactNode {
  const { isOpen, onClose, title, subtitle, closeLabel, children, footer, onSubmit } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="fixed top-9 right-0 bottom-6 left-0 z-30 overflow-hidden"
    >
      {/* Only the letter below is dimmed: the queue keeps its place. */}
      <div
        aria-hidden
        className="appear pointer-events-none absolute inset-y-0 right-0 left-(--letter-left) bg-scrim"
      />
      <Modal className="slide-in absolute inset-y-0 right-0 flex w-136 max-w-full bg-sheet shadow-sheet">
        <AriaDialog className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
          <div onKeyDownCapture={submitKeys(onSubmit)} className="flex min-h-0 min-w-0 flex-1 flex-col">
            <header className="flex h-15 shrink-0 items-center gap-3 px-5">
              <div className="min-w-0 flex-1">
                <Heading slot="title" className="text-16 leading-5 font-semibold text-ink">
                  {title}
                </Heading>
                {subtitle === undefined ? null : (
                  <p className="truncate text-12 leading-[18px] text-ink-2">{subtitle}</p>
                )}
              </div>
              <KeyCap keys="Esc" />
              <IconButton icon="close" label={closeLabel} onPress={onClose} className="-mr-2" />
            </header>
            <GarisKop />
            {/* The scroll bar has its room in the margin: a form does not get narrower when it grows. */}
            <div className="min-h-0 flex-1 overflow-y-auto pt-[11px] pr-2 pb-2 pl-5 [scrollbar-gutter:stable]">
              {children}
            </div>
            <footer className="flex min-h-14 shrink-0 items-center gap-4 border-t border-line px-5 py-2">
              {footer}
            </footer>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
