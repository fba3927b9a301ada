import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { TextArea as AriaTextArea, TextField } from 'react-aria-components';

import { FieldLabel, FieldNotes, type FieldWords } from './field.tsx';
import { given } from './given.ts';

export interface TextAreaProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly areaRef?: Ref<HTMLTextAreaElement> | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
  readonly className?: string;
}

/** Several lines of text with label, help and error. */
export function TextArea(props: TextAreaProps): ReactNode {
  const { value, onChange, rows = 4, error, className = '' } = props;
  return (
    <TextField
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...given({ autoFocus: props.autoFocus, isRequired: props.isRequired, maxLength: props.maxLength })}
      className={`flex min-w-0 flex-col ${className}`}
    >
      <FieldLabel {...props} />
      <AriaTextArea
        rows={rows}
        {...given({ ref: props.areaRef, placeholder: props.placeholder, onKeyDown: props.onKeyDown })}
        className="min-h-0 w-full grow resize-none rounded-control border border-control bg-page px-2 pt-1.5 pb-3.5 text-13 text-ink outline-none focus:border-focus focus:ring-1 focus:ring-focus data-[invalid]:border-danger"
      />
      <FieldNotes {...props} />
    </TextField>
  );
}
