export { HelpSheet } from './help-sheet.tsx';
