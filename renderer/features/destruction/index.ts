export { DestroyDialog } from './destroy-dialog.tsx';
export { DestructionPanel } from './destruction-panel.tsx';
export { ProposeDestructionDialog } from './propose-dialog.tsx';
