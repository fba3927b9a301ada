export { SameNumberPanel } from './same-number-panel.tsx';
export { TellApartDialog } from './tell-apart-dialog.tsx';
export type { ApartLetter } from './tell-apart-dialog.tsx';
