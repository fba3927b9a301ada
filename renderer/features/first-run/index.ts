export { FirstRun } from './first-run.tsx';
export { isPassphraseAccepted, judgePassphrase } from './passphrase-strength.ts';
