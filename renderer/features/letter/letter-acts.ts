import type { LetterAction } from '#core/contract/views.ts';
import type { IconName } from '#renderer/ui/icons/icon.tsx';

/** How each action looks on the bar and which key does it. */
export interface ActLook {
  readonly icon: IconName;
  /** `K` is Shift+k: in the list, k moves up. Null: what happens once in years has no key that a hand may slip on. */
  readonly keys: string | null;
  /** Stands in the menu "more" instead of on the bar. */
  readonly isMinor?: boolean;
  /** Shown with words alone, to keep the bar calm. */
  readonly hasNoIcon?: boolean;
}

export const actLooks: Readonly<Record<LetterAction, ActLook>> = {
  dispose: { icon: 'disposition', keys: 'd' },
  approve: { icon: 'initials', keys: 'a' },
  sign: { icon: 'pen', keys: 't' },
  revise: { icon: 'pen', keys: 'p' },
  forward: { icon: 'forward', keys: 'f' },
  acknowledge: { icon: 'check', keys: 'm' },
  followUp: { icon: 'reply', keys: 'l' },
  finish: { icon: 'checkCircle', keys: 'e' },
  return: { icon: 'undo', keys: 'K' },
  returnMemo: { icon: 'undo', keys: 'K' },
  noDisposition: { icon: 'close', keys: 'x', hasNoIcon: true },
  settle: { icon: 'warning', keys: 'u' },
  recall: { icon: 'undo', keys: 'r' },
  withdraw: { icon: 'close', keys: 'w', isMinor: true },
  correct: { icon: 'pen', keys: 'o', isMinor: true },
  attach: { icon: 'attachment', keys: 'i', isMinor: true },
  shareKey: { icon: 'key', keys: 'y', isMinor: true },
  proposeDestruction: { icon: 'trash', keys: null, isMinor: true },
  destroy: { icon: 'trash', keys: null, isMinor: true },
};

/** The order on the bar; the first that is allowed and may lead is the primary one. */
export const actOrder: readonly LetterAction[] = [
  'settle',
  'sign',
  'approve',
  'revise',
  'forward',
  'followUp',
  'dispose',
  'acknowledge',
  'finish',
  'return',
  'returnMemo',
  'noDisposition',
  'recall',
  'withdraw',
  'correct',
  'attach',
  'shareKey',
  'proposeDestruction',
  'destroy',
];

/** Acts that may lead the bar; the others never become its primary button. */
export const leadingActs: ReadonlySet<LetterAction> = new Set([
  'settle',
  'sign',
  'approve',
  'revise',
  'forward',
  'dispose',
  'followUp',
]);
