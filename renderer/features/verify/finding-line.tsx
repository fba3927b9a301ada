import type { ReactNode } from 'react';

import type { Finding } from '#core/contract/findings.ts';
import { fill } from '#core/words/fill.ts';
import { findingWords } from '#core/words/findings.ts';
import { useLanguage, useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { IconName } from '#renderer/ui/icons/icon.tsx';

import { verifyWords } from './words.ts';

const looks = {
  error: { icon: 'close', tone: 'text-danger', label: 'findingError' },
  warning: { icon: 'warning', tone: 'text-warning', label: 'findingWarning' },
  info: { icon: 'infoCircle', tone: 'text-ink-3', label: 'findingInfo' },
} as const;

/** A finding, and how often the file gives cause for it. */
export interface ToldFinding {
  readonly finding: Finding;
  readonly times: number;
}

/** Each sentence once, in the order of its first time: the same one ten times over hides the others. */
export function toldOnce(findings: readonly Finding[]): readonly ToldFinding[] {
  const told = new Map<string, ToldFinding>();
  for (const finding of findings) {
    const key = fill(findingWords[finding.code].id, finding.params);
    told.set(key, { finding, times: (told.get(key)?.times ?? 0) + 1 });
  }
  return [...told.values()];
}

/** One finding in words: what was found, and what to do. */
export function FindingLine({ finding, times }: ToldFinding): ReactNode {
  const t = useWords(verifyWords);
  const language = useLanguage();
  const look = looks[finding.severity];
  return (
    <CheckLine
      icon={look.icon}
      tone={look.tone}
      label={t(look.label)}
      isStrong={finding.severity === 'error'}
    >
      {fill(findingWords[finding.code][language], finding.params)}
      {times === 1 ? null : <span className="font-normal text-ink-3"> {t('times', { count: times })}</span>}
    </CheckLine>
  );
}

/** A line of a card: its sign, and a sentence. */
export function CheckLine(props: {
  readonly icon: IconName;
  readonly tone: string;
  readonly label: string;
  readonly isStrong?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <li className="flex gap-2 text-12 text-ink-2">
      <Icon name={props.icon} size={14} label={props.label} className={`mt-px ${props.tone}`} />
      <p className={`selectable min-w-0 ${props.isStrong === true ? 'font-medium text-ink' : ''}`}>
        {props.children}
      </p>
    </li>
  );
}
