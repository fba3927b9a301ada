export { DayField } from './day-field.tsx';
export { offeredFile, offeredPath } from './offered-files.ts';
export type { OfferedFile } from './offered-files.ts';
export { RegisterScreen } from './register-screen.tsx';
export { WindowDrop } from './window-drop.tsx';
export type { DropTarget } from './window-drop.tsx';
