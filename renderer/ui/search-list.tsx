import { type ReactNode } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Heading,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';

import { Icon } from './icons/icon.tsx';
import { KeyCap } from './key-cap.tsx';

export interface SearchSection<T> {
  readonly id: string;
  readonly label: string;
  readonly items: readonly T[];
}
export interface SearchListProps<T extends { readonly id: string }> {
  readonly title: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly onClose: () => void;
  /** Already filtered and in order. */
  readonly sections: readonly SearchSection<T>[];
  readonly textOf: (item: T) => string;
  readonly renderItem: (item: T) => ReactNode;
  readonly onPick: (item: T) => void;
  readonly emptyText: string;
}

/** A field over the screen with what fits below it: arrows move, Enter picks, Escape closes. */
export function SearchList<T extends { readonly id: string }>(props: SearchListProps<T>): ReactNode {
  const { title, placeholder, value, onInput, onClose, sections, textOf, renderItem, onPick, emptyText } =
    props;
  const all = sections.flatMap((section) => section.items);
  // What comes from a search comes after the letters were typed: until an arrow chooses, the first one is meant.
  const [first] = all;
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className="appear fixed inset-0 z-40 flex justify-center bg-scrim px-6 pt-12"
    >
      <Modal className="h-fit w-150 max-w-full rounded-popover border border-line-strong bg-page shadow-popover">
        <Dialog className="flex max-h-[70vh] flex-col outline-none">
          <div
            className="flex min-h-0 flex-col"
            onKeyDownCapture={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter' && first !== undefined && isWithoutChoice(event.target)) {
                event.preventDefault();
                event.stopPropagation();
                onPick(first);
              }
              // One Escape closes, also when something is typed: the field alone would only clear itself.
              if (event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              onClose();
            }}
          >
            <Heading slot="title" className="sr-only">
              {title}
            </Heading>
            <Autocomplete inputValue={value} onInputChange={onInput}>
              <SearchField
                aria-label={title}
                autoFocus
                className="flex h-11 shrink-0 items-center gap-2 border-b border-line px-3"
              >
                <Icon name="search" className="text-ink-2" />
                <Input
                  placeholder={placeholder}
                  className="h-full min-w-0 flex-1 bg-transparent text-14 outline-none [&::-webkit-search-cancel-button]:hidden"
                />
                <KeyCap keys="Esc" />
              </SearchField>
              <ListBox
                // It scrolls and its entries never hold the focus themselves: the keyboard reaches it as a whole.
                ref={(list) => list?.setAttribute('tabindex', '0')}
                aria-label={title}
                items={sections}
                onAction={(key) => {
                  const item = all.find((candidate) => candidate.id === key);
                  if (item !== undefined) onPick(item);
                }}
                renderEmptyState={() => (
                  <p className="px-2 py-4 text-center text-12 text-ink-3">{emptyText}</p>
                )}
                className="group/list min-h-0 flex-1 overflow-y-auto p-1.5 outline-none"
              >
                {(section) => (
                  <ListBoxSection id={section.id}>
                    <Header className="px-2 pt-1.5 pb-1 text-11 font-medium text-ink-3">
                      {section.label}
                    </Header>
                    {section.items.map((item) => (
                      <ListBoxItem
                        key={item.id}
                        id={item.id}
                        textValue={textOf(item)}
                        className={`flex min-h-8 cursor-default items-center gap-2.5 rounded-control px-2 py-1 outline-none data-[hovered]:bg-hover data-[focused]:bg-accent-soft ${item.id === first?.id ? 'group-not-has-[[data-focused]]/list:bg-accent-soft' : ''}`}
                      >
                        {renderItem(item)}
                      </ListBoxItem>
                    ))}
                  </ListBoxSection>
                )}
              </ListBox>
            </Autocomplete>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The field has the focus, and no entry is chosen in the list below it. */
function isWithoutChoice(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.getAttribute('aria-activedescendant') === null;
}
