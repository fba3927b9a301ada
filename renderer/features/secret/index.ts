export { KeyBanner } from './key-banner.tsx';
export { SealedPane } from './sealed-pane.tsx';
export { ShareKeyDialog } from './share-key-dialog.tsx';
