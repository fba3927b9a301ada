import type { ReactNode } from 'react';

import type { VerificationView } from '#core/contract/verification.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';

import { FindingLine, toldOnce } from './finding-line.tsx';
import { RevisionStrip } from './revision-strip.tsx';
import { SignatureCard } from './signature-card.tsx';
import { VerdictHead } from './verdict-head.tsx';
import { verifyWords } from './words.ts';

/** Verdict, sequence, one card a signature, and what concerns the file itself. */
export function VerificationPanel({ view }: { readonly view: VerificationView }): ReactNode {
  const t = useWords(verifyWords);
  return (
    <div className="flex flex-col gap-3">
      <VerdictHead view={view} />
      {view.signatures.length < 2 && !view.signatures.some((s) => s.integrity === 'modified') ? null : (
        <RevisionStrip signatures={view.signatures} />
      )}
      {view.signatures.length === 0 ? null : (
        <section aria-label={t('signatures')} className="flex flex-col gap-3">
          {view.signatures.map((signature, index) => (
            <SignatureCard key={signature.field} signature={signature} order={index + 1} />
          ))}
        </section>
      )}
      {view.findings.length === 0 ? null : (
        <section aria-labelledby="verify-file" className="border-t border-line pt-2">
          <h3 id="verify-file" className="pb-1 text-12 font-medium text-ink-2">
            {t('aboutFile')}
          </h3>
          <ul className="flex flex-col gap-1">
            {toldOnce(view.findings).map((told, index) => (
              <FindingLine key={`${told.finding.code}${index}`} {...told} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
