import { useMemo } from 'react';

import type { ConflictView } from '#core/contract/views.ts';
import { urgencies } from '#core/office/enums.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import type { IconName } from '#renderer/ui/icons/icon.tsx';

import { letterWords } from './letter-words.ts';

type Side = ConflictView['sides'][number];

const deedWords = {
  'memo.proposed': 'didPropose',
  'memo.revised': 'didRevise',
  'memo.approved': 'didApprove',
  'memo.signed': 'didSign',
  'memo.returned': 'didReturn',
  'memo.withdrawn': 'didWithdraw',
  'memo.settled': 'didPropose',
} as const;

const keepWords = {
  'memo.proposed': 'keepDraft',
  'memo.revised': 'keepDraft',
  'memo.approved': 'keepApproval',
  'memo.signed': 'keepSignature',
  'memo.returned': 'keepReturn',
  'memo.withdrawn': 'keepWithdrawal',
  'memo.settled': 'keepDraft',
} as const;

/** Once a memo is issued, keeping what was decided against it takes it back. */
const requestWords = {
  'memo.proposed': 'keepIssued',
  'memo.revised': 'takeBack',
  'memo.approved': 'keepIssued',
  'memo.signed': 'keepIssued',
  'memo.returned': 'takeBack',
  'memo.withdrawn': 'takeBack',
  'memo.settled': 'keepIssued',
} as const;

const titles = {
  withdrawal: 'conflictWithdrawal',
  return: 'conflictReturn',
  revisions: 'conflictRevisions',
  signatures: 'conflictSignatures',
  settlements: 'conflictSettlements',
  request: 'conflictRequest',
} as const;

const reasons = {
  withdrawal: 'reasonUnseen',
  return: 'reasonUnseen',
  revisions: 'reasonRevisions',
  signatures: 'reasonRevisions',
  settlements: 'reasonUnseen',
  request: 'reasonRequest',
} as const;

const icons: Readonly<Record<string, IconName>> = {
  'memo.approved': 'initials',
  'memo.signed': 'pen',
  'memo.returned': 'undo',
  'memo.withdrawn': 'undo',
};

export interface ConflictWording {
  readonly title: string;
  readonly reason: string;
  /** What the side did, with the actor in weight. */
  readonly told: (side: Side) => string;
  /** What happens when the side is kept. */
  readonly kept: (side: Side) => string;
  readonly icon: (side: Side) => IconName;
}

/** A conflict in office words. */
export function useConflictWording(conflict: ConflictView): ConflictWording {
  const t = useWords(letterWords);
  const words = useOfficeWords();
  return useMemo(() => {
    const { kind, field } = conflict;
    const valueOf = ({ value }: Side) => {
      const urgency = urgencies.find((code) => code === value);
      if (field === 'urgency' && urgency !== undefined) return words.urgency[urgency];
      return value === null || value === '' ? t('emptyValue') : value;
    };
    const kept = (side: Side) => {
      if (side.deed === null) return valueOf(side);
      return t((kind === 'request' ? requestWords : keepWords)[side.deed]);
    };
    const told = (side: Side) => {
      const who = side.by.title === '' ? side.by.name : side.by.title;
      if (kind === 'settlements') return t('didSettle', { who, choice: kept(side) });
      if (side.deed !== null) return t(deedWords[side.deed], { who });
      if (field === 'forwardTo') return t('didForward', { who, to: valueOf(side) });
      return t('didFill', {
        who,
        field: field === null ? '' : words.letterField[field],
        value: valueOf(side),
      });
    };
    return {
      title:
        kind === 'field'
          ? t(field === 'forwardTo' ? 'conflictForward' : 'conflictField', {
              field: field === null ? '' : words.letterField[field],
            })
          : t(titles[kind]),
      reason:
        kind === 'field' ? t(field === 'forwardTo' ? 'reasonForward' : 'reasonField') : t(reasons[kind]),
      told,
      kept,
      icon: (side) => icons[side.deed ?? ''] ?? (field === 'forwardTo' ? 'forward' : 'pen'),
    };
  }, [conflict, t, words]);
}
