import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';

import { Icon } from './icons/icon.tsx';
import { TextField, type TextFieldProps } from './text-field.tsx';

export interface PassphraseFieldProps extends Omit<TextFieldProps, 'type' | 'icon' | 'end'> {
  readonly showLabel: string;
  readonly hideLabel: string;
}

/** A passphrase: hidden until the eye is pressed, never kept anywhere. */
export function PassphraseField({ showLabel, hideLabel, ...props }: PassphraseFieldProps): ReactNode {
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      icon="key"
      end={
        <Button
          aria-label={isShown ? hideLabel : showLabel}
          aria-pressed={isShown}
          onPress={() => {
            setShown(!isShown);
          }}
          className="-mr-1 inline-flex size-6 items-center justify-center rounded-control text-ink-2 hover:bg-hover"
        >
          <Icon name={isShown ? 'eyeOff' : 'eye'} />
        </Button>
      }
    />
  );
}
