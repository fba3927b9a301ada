import { useCallback } from 'react';

import type { MethodOutput } from '#core/contract/methods.ts';
import type { Finding } from '#core/contract/findings.ts';
import type { VerificationView } from '#core/contract/verification.ts';
import { fill } from '#core/words/fill.ts';
import { findingWords } from '#core/words/findings.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useLanguage, useWords } from '#renderer/lib/words/use-words.ts';
import { showToast } from '#renderer/ui/toast.tsx';

import { claimedTime } from './claimed-time.ts';
import { stateOf } from './judgement.ts';
import { reportText } from './report-text.ts';
import { factsOf, shownFindings } from './signature-facts.ts';
import { useVerdictWords } from './verdict-head.tsx';
import { verifyWords } from './words.ts';

const nothing: VerificationView = { verdict: 'unsigned', signatures: [], findings: [] };
const stateWords = {
  valid: 'stateValid',
  intact: 'stateIntact',
  expired: 'stateExpired',
  untrusted: 'stateUntrusted',
  invalid: 'stateInvalid',
  unsupported: 'stateUnsupported',
} as const;

/** Writes what the screen says as a text file to where the person wants it. */
export function useSaveReport(view: MethodOutput<'pdf.verify'> | null): () => void {
  const t = useWords(verifyWords);
  const language = useLanguage();
  const format = useFormat();
  const verdict = useVerdictWords(view ?? nothing);
  return useCallback(() => {
    if (view === null) return;
    const say = (finding: Finding) => fill(findingWords[finding.code][language], finding.params);
    const signatures = view.signatures.map((signature) => ({
      heading: `${[signature.signer, signature.title].filter((s) => s !== '').join(', ')}: ${t(stateWords[stateOf(signature)])}`,
      lines: [
        ...factsOf(signature).map(({ key }) =>
          key === 'factWhole' || key === 'factLaterOnly' ? t(key) : t(key, { issuer: signature.issuer }),
        ),
        ...shownFindings(signature).map(say),
        signature.claimedTime === null
          ? t('factNoTime')
          : t('factTime', { time: claimedTime(format, signature.claimedTime) }),
      ],
    }));
    void (async () => {
      const about = await shell.readAbout();
      const text = reportText({
        head: [
          t('reportHead'),
          t('reportFile', { name: view.name, size: format.bytes(view.size), pages: view.pages }),
          t('reportDate', {
            date: `${format.fullDate(format.today())} ${format.time(Date.now())} ${format.zone}`,
          }),
          t('reportProgram', { version: about.version }),
        ],
        verdict: verdict.title,
        text: verdict.text,
        signatures,
        fileTitle: t('aboutFile'),
        file: view.findings.map(say),
      });
      const saved = await shell.saveFile({
        title: t('saveReportTitle'),
        name: t('reportName', { name: view.name.replace(/\.pdf$/i, '') }),
        bytes: new TextEncoder().encode(text),
      });
      if (saved !== null) showToast({ text: t('reportSaved') });
    })();
  }, [format, language, t, verdict, view]);
}
