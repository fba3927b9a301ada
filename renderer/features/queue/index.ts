export { QueueScreen } from './queue-screen.tsx';
export type { QueueScreenProps } from './queue-screen.tsx';
