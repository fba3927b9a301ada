export { capacityLines } from './capacity-lines.ts';
export { PassphraseGate } from './passphrase-gate.tsx';
export { defaultPlacement, onScreen } from './placement.ts';
export { shortHash } from './short-hash.ts';
export { SignScreen } from './sign-screen.tsx';
export { StampFrame } from './stamp-frame.tsx';
export { useUnlock } from './use-unlock.ts';
