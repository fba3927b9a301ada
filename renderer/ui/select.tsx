import type { ReactNode } from 'react';
import { Button, ListBox, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';

import { FieldLabel, FieldNotes, type FieldWords, controlLook } from './field.tsx';
import { given } from './given.ts';
import { Icon } from './icons/icon.tsx';
import { type Option, OptionRow, listLook } from './option.tsx';

export interface SelectProps extends FieldWords {
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string;
}

/** One of a few choices. */
export function Select(props: SelectProps): ReactNode {
  const { options, value, onChange, error, className = '' } = props;
  const chosen = options.find((option) => option.id === value);
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...given({ isDisabled: props.isDisabled, placeholder: props.placeholder })}
      className={`min-w-0 ${className}`}
    >
      <FieldLabel {...props} />
      <Button
        className={`flex h-8 items-center gap-2 text-left focus-visible:border-focus focus-visible:ring-1 focus-visible:ring-focus ${controlLook}`}
      >
        <SelectValue className="min-w-0 flex-1 truncate">
          {({ defaultChildren }) =>
            chosen === undefined ? (
              defaultChildren
            ) : (
              <>
                {chosen.label}
                {chosen.detail === undefined ? null : (
                  <span className="pl-1.5 text-ink-2">{chosen.detail}</span>
                )}
              </>
            )
          }
        </SelectValue>
        <Icon name="chevronDown" size={14} className="text-ink-2" />
      </Button>
      <FieldNotes {...props} />
      <Popover offset={4} className="min-w-(--trigger-width)">
        <ListBox items={options} className={listLook}>
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
