import { type ReactNode, useRef } from 'react';

import { SAMPLE_PASSPHRASE } from '#core/office/sample-passphrase.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { sampleWords } from './words.ts';

/** Below a passphrase field of the sample office: the passphrase, and a way to fill it in. Nothing in a real office. */
export function SamplePassphrase(props: { readonly onFill: (passphrase: string) => void }): ReactNode {
  const t = useWords(sampleWords);
  const place = useRef<HTMLParagraphElement>(null);
  const session = useAsk('session.state', undefined);
  if (session.data?.demo !== true) return null;
  return (
    <p ref={place} className="flex items-start gap-2 text-12 text-ink-2">
      <Icon name="infoCircle" size={14} className="mt-px text-warning" />
      <span className="min-w-0 flex-1">
        {t('note')} <strong className="selectable font-semibold text-ink">{SAMPLE_PASSPHRASE}</strong>{' '}
        <Button
          variant="link"
          className="text-12"
          onPress={() => {
            props.onFill(SAMPLE_PASSPHRASE);
            // Back into the field, where Enter goes on.
            place.current
              ?.closest('form,aside,[role="dialog"]')
              ?.querySelector<HTMLInputElement>('input[type="password"]')
              ?.focus();
          }}
        >
          {t('fill')}
        </Button>
      </span>
    </p>
  );
}
