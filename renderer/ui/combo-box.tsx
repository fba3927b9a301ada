import { type KeyboardEvent, type ReactNode, type Ref, useContext, useEffect, useRef } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  Group,
  Input,
  ListBox,
  Popover,
} from 'react-aria-components';

import { FieldLabel, FieldNotes, type FieldWords, controlLook } from './field.tsx';
import { given } from './given.ts';
import { Icon, type IconName } from './icons/icon.tsx';
import { type Option, OptionRow, listLook } from './option.tsx';

export interface ComboBoxProps extends FieldWords {
  /** Already filtered for what is typed. */
  readonly options: readonly Option[];
  /** The text in the field. */
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly onPick: (id: string) => void;
  /** Lets a text stand that is none of the options. */
  readonly allowsOwnText?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly placeholder?: string | undefined;
  /** Field without a box of its own, inside another box. */
  readonly isBare?: boolean | undefined;
  /** The list opens on focus, or only once something is typed (arrow down opens it at any time). */
  readonly opens?: 'focus' | 'input' | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  /** What the list says when nothing fits. */
  readonly emptyText?: string | undefined;
  /** An action below the choices ("Pengirim baru …"). */
  readonly footer?: { readonly label: string; readonly run: () => void } | undefined;
  readonly className?: string;
}

/** Shows the choice that Enter takes: the first one, until the arrows choose another. */
function FirstChoice({ first }: { readonly first: string }): ReactNode {
  const state = useContext(ComboBoxStateContext);
  const isFree = state?.isOpen === true && state.selectionManager.focusedKey === null;
  useEffect(() => {
    if (isFree && state.collection.getItem(first) !== null) state.selectionManager.setFocusedKey(first);
  }, [isFree, state, first]);
  return null;
}

/** Opens the list when its choices come after the letters were typed, as they do from a search. */
function LateChoices({ count }: { readonly count: number }): ReactNode {
  const state = useContext(ComboBoxStateContext);
  const had = useRef(count);
  useEffect(() => {
    const came = had.current === 0 && count > 0;
    had.current = count;
    if (came && state !== null && state.isFocused && !state.isOpen && state.inputValue.trim() !== '')
      state.open(null, 'input');
  }, [count, state]);
  return null;
}

/** Typing narrows the choices; arrows and Enter pick one. */
export function ComboBox(props: ComboBoxProps): ReactNode {
  const { options, value, onInput, onPick, error, isBare = false, icon, footer, className = '' } = props;
  const look = isBare ? 'flex h-7.5 items-center gap-2' : `flex h-8 items-center gap-2 ${controlLook}`;
  // Typing and Enter is enough: without a choice under the arrows the first one is meant.
  function pickFirst(event: KeyboardEvent<HTMLInputElement>): void {
    props.onKeyDown?.(event);
    const [first] = options;
    const isOnChoice = event.currentTarget.getAttribute('aria-activedescendant') !== null;
    if (event.key !== 'Enter' || event.ctrlKey || isOnChoice || first === undefined) return;
    if (props.allowsOwnText === true || value.trim() === '') return;
    event.preventDefault();
    onPick(first.id);
  }
  return (
    <AriaComboBox
      items={options}
      inputValue={value}
      onInputChange={onInput}
      value={null}
      onChange={(key) => {
        if (key !== null) onPick(String(key));
      }}
      defaultFilter={() => true}
      menuTrigger={props.opens ?? 'focus'}
      allowsEmptyCollection={props.emptyText !== undefined || footer !== undefined}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      allowsCustomValue={props.allowsOwnText === true}
      {...given({ autoFocus: props.autoFocus, isRequired: props.isRequired, onBlur: props.onBlur })}
      className={`min-w-0 ${className}`}
    >
      <LateChoices count={options.length} />
      {/* Where a text of one's own may stand, Enter and Tab must not replace it by a choice. */}
      {options[0] === undefined || props.allowsOwnText === true || value.trim() === '' ? null : (
        <FirstChoice first={options[0].id} />
      )}
      <FieldLabel {...props} />
      <Group isInvalid={error !== undefined} className={look}>
        {icon === undefined ? null : <Icon name={icon} className="text-ink-2" />}
        <Input
          {...given({ ref: props.inputRef, placeholder: props.placeholder, onKeyDown: pickFirst })}
          className="h-full min-w-0 flex-1 bg-transparent outline-none"
        />
        {isBare ? null : (
          <Button className="-mr-1 inline-flex size-6 items-center justify-center text-ink-2 outline-none">
            <Icon name="chevronDown" size={14} />
          </Button>
        )}
      </Group>
      <FieldNotes {...props} />
      <Popover offset={4} className="w-(--trigger-width) min-w-72 max-w-120">
        <div className={listLook}>
          <ListBox
            items={options}
            className="outline-none"
            renderEmptyState={() => <p className="px-2 py-1.5 text-12 text-ink-3">{props.emptyText ?? ''}</p>}
          >
            {(option) => <OptionRow option={option} />}
          </ListBox>
          {footer === undefined ? null : (
            <button
              type="button"
              // Keeps the focus in the field, so that the list does not close before the click counts.
              onPointerDown={(event) => {
                event.preventDefault();
              }}
              onClick={footer.run}
              className="mt-1 flex w-full items-center gap-2 border-t border-line px-2 pt-2 pb-1 text-13 font-medium text-accent"
            >
              <Icon name="plus" size={14} />
              {footer.label}
            </button>
          )}
        </div>
      </Popover>
    </AriaComboBox>
  );
}
