export { offerToVerify } from './offered-pdf.ts';
export { VerificationPanel } from './verification-panel.tsx';
export { VerifyScreen } from './verify-screen.tsx';
