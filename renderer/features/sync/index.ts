export { ReplayPanel } from './replay-panel.tsx';
export { SyncScreen } from './sync-screen.tsx';
