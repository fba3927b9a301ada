import type { ReactNode } from 'react';

import type { StagedDocument } from '#core/contract/answers.ts';
import { useLanguage, useWords } from '#renderer/lib/words/use-words.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';

import { memoWords } from './words.ts';

const lossWords = { forms: 'lossForms', layers: 'lossLayers', attachments: 'lossAttachments' } as const;

/** Before a copy is made that loses something: what it is, and that somebody looked. */
export function LossNotice(props: {
  readonly document: StagedDocument;
  readonly isSeen: boolean;
  readonly isPressed: boolean;
  readonly onSeen: (isSeen: boolean) => void;
}): ReactNode {
  const t = useWords(memoWords);
  const language = useLanguage();
  const { document } = props;
  if (document.signed) {
    return (
      <Banner tone="danger" title={t('signedTitle')}>
        {t('signedText')}
      </Banner>
    );
  }
  if (document.wouldLose.length === 0) return null;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const what = list.format(document.wouldLose.map((loss) => t(lossWords[loss])));
  return (
    <Banner tone="warning" title={t('lossTitle')}>
      {t('lossText', { what })}
      <div className="pt-2">
        <Checkbox isChecked={props.isSeen} onChange={props.onSeen}>
          {t('lossSeen')}
        </Checkbox>
        {props.isPressed && !props.isSeen ? (
          <p role="alert" className="pt-1 font-medium text-warning">
            {t('lossFirst')}
          </p>
        ) : null}
      </div>
    </Banner>
  );
}
