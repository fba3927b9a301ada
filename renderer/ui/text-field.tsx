import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { Group, Input, TextField as AriaTextField } from 'react-aria-components';

import { FieldLabel, FieldNotes, type FieldWords, controlLook } from './field.tsx';
import { given } from './given.ts';
import { Icon, type IconName } from './icons/icon.tsx';
import { KeyCap } from './key-cap.tsx';

export interface TextFieldProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly icon?: IconName | undefined;
  /** Printed at the end: the key that focuses the field. */
  readonly shortcut?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly type?: 'text' | 'search' | 'password' | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  readonly onFocus?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly isDense?: boolean | undefined;
  /** A lighter border, for a field that filters rather than takes in. */
  readonly isQuiet?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly inputMode?: 'text' | 'numeric' | undefined;
  readonly end?: ReactNode;
  readonly className?: string;
}

/** One line of text with its label, help and error. */
export function TextField(props: TextFieldProps): ReactNode {
  const { value, onChange, icon, shortcut, error, isDense = false, end, className = '' } = props;
  return (
    <AriaTextField
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      {...given({
        isDisabled: props.isDisabled,
        isRequired: props.isRequired,
        autoFocus: props.autoFocus,
        type: props.type,
        onFocus: props.onFocus,
        onBlur: props.onBlur,
        maxLength: props.maxLength,
        inputMode: props.inputMode,
      })}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
      className={`min-w-0 ${className}`}
    >
      <FieldLabel {...props} />
      <Group
        isInvalid={error !== undefined}
        className={`flex items-center gap-2 ${isDense ? 'h-7' : 'h-8'} ${controlLook} ${props.isQuiet === true ? 'border-line-strong' : ''}`}
      >
        {icon === undefined ? null : <Icon name={icon} size={isDense ? 14 : 16} className="text-ink-2" />}
        <Input
          {...given({ ref: props.inputRef, placeholder: props.placeholder, onKeyDown: props.onKeyDown })}
          className="h-full min-w-0 flex-1 bg-transparent outline-none"
        />
        {end}
        {shortcut === undefined ? null : <KeyCap keys={shortcut} />}
      </Group>
      <FieldNotes {...props} />
    </AriaTextField>
  );
}
