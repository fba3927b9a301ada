export { offerToMemo } from './offered-memo.ts';
export { ProposeMemoScreen } from './propose-memo-screen.tsx';
export { ReviseMemoScreen } from './revise-memo-screen.tsx';
