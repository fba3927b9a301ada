export { ErrorNote } from './error-note.tsx';
export type { ErrorNoteProps } from './error-note.tsx';
export { FaultBoundary } from './fault-boundary.tsx';
export { FaultScreen } from './fault-screen.tsx';
