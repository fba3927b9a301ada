export { ErrorNote } from './error-note.tsx';
export type { ErrorNoteProps } from './error-note.tsx';
