export { LetterScreen } from './letter-screen.tsx';
export type { LetterScreenProps } from './letter-screen.tsx';
export { SignaturePanel } from './signature-panel.tsx';
