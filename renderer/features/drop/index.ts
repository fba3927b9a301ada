export { WindowDrop } from './window-drop.tsx';
