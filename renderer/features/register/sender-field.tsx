import { useDeferredValue } from 'react';
import type { ReactNode, Ref } from 'react';

import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { ComboBox } from '#renderer/ui/combo-box.tsx';

import { registerWords } from './words.ts';

/** The sender, completed from those who wrote before; a new one stands as typed. */
export function SenderField(props: {
  readonly value: string;
  readonly error: string | undefined;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onChange: (sender: string) => void;
}): ReactNode {
  const t = useWords(registerWords);
  const format = useFormat();
  const { value, onChange } = props;
  const prefix = useDeferredValue(value.trim());
  const known = useAsk('letters.senders', { prefix }, { enabled: prefix !== '', keepsLast: true });
  const senders = prefix === '' ? [] : (known.data ?? []);
  const isKnown = senders.some((sender) => sender.name === value.trim());
  // A sender that stands complete needs no list over the rest of the form.
  const options = (isKnown ? [] : senders).map((sender) => {
    const start = sender.name.toLocaleLowerCase('id').indexOf(prefix.toLocaleLowerCase('id'));
    return {
      id: sender.name,
      label: sender.name,
      detail: t('fromDetail', {
        count: sender.letters,
        date: format.shortDate(format.dayOf(sender.lastAt)),
      }),
      ...(start < 0 ? {} : { match: { start, end: start + prefix.length } }),
    };
  });
  return (
    <ComboBox
      label={t('from')}
      isLabelHidden
      options={options}
      value={value}
      onInput={onChange}
      onPick={onChange}
      allowsOwnText
      error={props.error}
      inputRef={props.inputRef}
      isRequired
      {...(options.length > 0
        ? { footer: { label: t('fromNew', { name: value.trim() }), run: () => onChange(value.trim()) } }
        : {})}
    />
  );
}
