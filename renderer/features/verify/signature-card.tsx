import type { ReactNode } from 'react';

import type { SignatureView } from '#core/contract/verification.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import type { ChipProps } from '#renderer/ui/chip.tsx';

import { CheckLine, FindingLine, toldOnce } from './finding-line.tsx';
import { stateOf } from './judgement.ts';
import type { SignatureState } from './judgement.ts';
import { factsOf, shownFindings } from './signature-facts.ts';
import { claimedTime } from './claimed-time.ts';
import { verifyWords } from './words.ts';

const states = {
  valid: { tone: 'success', icon: 'checkCircle', word: 'stateValid' },
  intact: { tone: 'plain', icon: 'shield', word: 'stateIntact' },
  expired: { tone: 'warning', icon: 'shieldAlert', word: 'stateExpired' },
  untrusted: { tone: 'warning', icon: 'shieldAlert', word: 'stateUntrusted' },
  invalid: { tone: 'danger', icon: 'crossCircle', word: 'stateInvalid' },
  unsupported: { tone: 'warning', icon: 'shieldAlert', word: 'stateUnsupported' },
} as const satisfies Record<SignatureState, Pick<ChipProps, 'tone' | 'icon'> & { word: string }>;

/** One signature: who, whether it holds, and why, in sentences. */
export function SignatureCard(props: {
  readonly signature: SignatureView;
  readonly order: number;
}): ReactNode {
  const t = useWords(verifyWords);
  const format = useFormat();
  const { signature, order } = props;
  const findings = shownFindings(signature);
  const state = states[stateOf(signature)];
  const isTimestamp = signature.kind === 'timestamp';
  const name = isTimestamp ? t('timestamp') : signature.signer === '' ? t('unknownSigner') : signature.signer;
  const subtitle = [isTimestamp ? signature.signer : signature.title, levelWord(signature.level, t)].filter(
    (text) => text !== '',
  );
  return (
    <article
      aria-label={`${order}. ${name}: ${t(state.word)}`}
      className={`rounded-control border bg-page px-3 py-2 ${state.tone === 'danger' ? 'border-danger-line' : 'border-line-strong'}`}
    >
      <header className="flex items-center gap-2">
        <span className="flex size-5 shrink-0 items-center justify-center rounded-full border border-line-strong text-12 font-medium text-ink-2">
          {order}
        </span>
        <h3 className="min-w-0 flex-1 truncate text-13 font-semibold text-ink" title={name}>
          {name}
        </h3>
        <Chip tone={state.tone} icon={state.icon}>
          {t(state.word)}
        </Chip>
      </header>
      {subtitle.length === 0 ? null : (
        <p className="truncate pl-7 text-12 text-ink-2">{subtitle.join(' · ')}</p>
      )}
      <ul className="flex flex-col gap-1 pt-1 pl-2">
        {toldOnce(findings.filter((finding) => finding.severity === 'error')).map((told, index) => (
          <FindingLine key={`${told.finding.code}${index}`} {...told} />
        ))}
        {factsOf(signature).map((fact) => (
          <CheckLine
            key={fact.key}
            icon={fact.isGood ? 'check' : 'infoCircle'}
            tone={fact.isGood ? 'text-success' : 'text-ink-3'}
            label={fact.isGood ? t('factGood') : t('findingInfo')}
          >
            {factText(t, fact.key, signature.issuer)}
          </CheckLine>
        ))}
        {toldOnce(findings.filter((finding) => finding.severity !== 'error')).map((told, index) => (
          <FindingLine key={`${told.finding.code}${index}`} {...told} />
        ))}
        <CheckLine icon="clock" tone="text-ink-3" label={t('findingInfo')}>
          {signature.claimedTime === null
            ? t('factNoTime')
            : t('factTime', { time: claimedTime(format, signature.claimedTime) })}
        </CheckLine>
      </ul>
    </article>
  );
}

type Translate = ReturnType<typeof useVerifyWords>;
function useVerifyWords() {
  return useWords(verifyWords);
}

function factText(t: Translate, key: ReturnType<typeof factsOf>[number]['key'], issuer: string): string {
  return key === 'factWhole' || key === 'factLaterOnly'
    ? t(key)
    : t(key, { issuer: issuer === '' ? '–' : issuer });
}

function levelWord(level: string, t: Translate): string {
  return level === '' ? '' : t('level', { level });
}
