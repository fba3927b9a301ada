import type { Placement } from '#core/office/letter-acts.ts';

/** A step of the approval chain while it is being put together. */
export interface DraftStep {
  readonly role: 'initials' | 'signature';
  readonly position: string;
  /** Signatures only; null until a place is chosen, then the program looks for a free one. */
  readonly placement: Placement | null;
}

/** This round signs with one or two signatories, in order (issue scope; 1-product: at most three initials). */
export const MAX_SIGNATURES = 2;
export const MAX_INITIALS = 3;

export const chainFaults = ['no-signatory', 'too-many-signatories', 'too-many-initials', 'twice'] as const;
export type ChainFault = (typeof chainFaults)[number];

/** Initials come before signatures; within a role the order given stays. */
export function inOrder(steps: readonly DraftStep[]): readonly DraftStep[] {
  return [...steps.filter((s) => s.role === 'initials'), ...steps.filter((s) => s.role === 'signature')];
}

/** What keeps the chain from being proposed, or null. */
export function chainFault(steps: readonly DraftStep[]): ChainFault | null {
  const signatures = steps.filter((s) => s.role === 'signature').length;
  if (signatures === 0) return 'no-signatory';
  if (signatures > MAX_SIGNATURES) return 'too-many-signatories';
  if (steps.length - signatures > MAX_INITIALS) return 'too-many-initials';
  if (new Set(steps.map((s) => s.position)).size !== steps.length) return 'twice';
  return null;
}

export function added(
  steps: readonly DraftStep[],
  role: DraftStep['role'],
  position: string,
): readonly DraftStep[] {
  if (steps.some((s) => s.position === position)) return steps;
  return inOrder([...steps, { role, position, placement: null }]);
}

export function removed(steps: readonly DraftStep[], position: string): readonly DraftStep[] {
  return steps.filter((s) => s.position !== position);
}

/** Moves a step up (-1) or down (1) among those of its own role. */
export function shifted(steps: readonly DraftStep[], position: string, by: -1 | 1): readonly DraftStep[] {
  const from = steps.findIndex((s) => s.position === position);
  const step = steps[from];
  const other = steps[from + by];
  if (step === undefined || other === undefined || other.role !== step.role) return steps;
  return steps.with(from, other).with(from + by, step);
}

export function placed(
  steps: readonly DraftStep[],
  position: string,
  placement: Placement,
): readonly DraftStep[] {
  return steps.map((s) => (s.position === position && s.role === 'signature' ? { ...s, placement } : s));
}
