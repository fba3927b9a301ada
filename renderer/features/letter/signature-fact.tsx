import { type ReactNode, Suspense, lazy, useState } from 'react';

import type { Verdict, VerificationView } from '#core/contract/verification.ts';
import type { LetterView } from '#core/contract/views.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon, type IconName } from '#renderer/ui/icons/icon.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Popover } from '#renderer/ui/popover.tsx';

import { letterWords } from './letter-words.ts';
import { SignaturePanel } from './signature-panel.tsx';

// The findings and their words are needed by few: their code comes when they are asked for.
const VerificationPanel = lazy(async () => ({
  default: (await import('#renderer/features/verify/index.ts')).VerificationPanel,
}));

const looks: Readonly<
  Record<Exclude<Verdict, 'unsigned' | 'unreadable'>, { readonly icon: IconName; readonly tone: string }>
> = {
  valid: { icon: 'shieldCheck', tone: 'text-success' },
  invalid: { icon: 'shieldCross', tone: 'text-danger' },
  indeterminate: { icon: 'shieldAlert', tone: 'text-warning' },
};

function wordFor(view: VerificationView): 'signed' | 'signedBad' | 'signedUnsure' | 'signedOffice' {
  if (view.verdict === 'invalid') return 'signedBad';
  if (view.verdict === 'indeterminate') return 'signedUnsure';
  // Only a recognised provider's certificate earns the plain word; the office's own is named for what it is.
  return view.signatures.some((s) => s.category === 'office') ? 'signedOffice' : 'signed';
}

/** The state of the document's signatures; who, when and integrity one click deeper, every finding two. */
export function SignatureFact({ letter }: { readonly letter: LetterView }): ReactNode {
  const t = useWords(letterWords);
  const [hasFindings, setFindings] = useState(false);
  const { data } = useAsk(
    'letters.signatures',
    { letter: letter.id, sha256: letter.document.sha256 },
    { enabled: letter.documentHere },
  );
  if (data === undefined || data.verdict === 'unsigned' || data.verdict === 'unreadable') return null;
  const look = looks[data.verdict];
  const word = t(wordFor(data));
  return (
    <>
      <Popover
        label={t('signaturePanel')}
        placement="bottom start"
        className="w-88 p-3"
        trigger={
          <MenuButton
            label={word}
            className="flex h-5 items-center gap-1 rounded-chip text-12 font-medium whitespace-nowrap text-ink-2 hover:text-ink hover:underline"
          >
            <Icon name={look.icon} size={14} className={look.tone} />
            {word}
          </MenuButton>
        }
      >
        {(close) => (
          <>
            <SignaturePanel view={data} />
            <Button
              variant="link"
              className="mt-2 text-12"
              onPress={() => {
                close();
                setFindings(true);
              }}
            >
              {t('signatureFindings')}
            </Button>
          </>
        )}
      </Popover>
      <Dialog
        isOpen={hasFindings}
        onClose={() => {
          setFindings(false);
        }}
        title={t('signatureFindingsTitle')}
        width={640}
        isReading
        footer={
          <Button
            shortcut="Esc"
            onPress={() => {
              setFindings(false);
            }}
          >
            {t('close')}
          </Button>
        }
      >
        <Suspense fallback={<div className="h-80" aria-busy="true" />}>
          <VerificationPanel view={data} />
        </Suspense>
      </Dialog>
    </>
  );
}
