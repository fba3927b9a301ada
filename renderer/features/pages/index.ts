export { BytesPages, DocumentPages, LetterPages, StagedPages } from './document-pages.tsx';
export { ZoomTools } from './zoom-tools.tsx';
