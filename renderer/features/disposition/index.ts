export { DispositionSheet } from './disposition-sheet.tsx';
export { PartDialogs } from './part-dialogs.tsx';
