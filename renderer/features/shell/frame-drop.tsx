import { type ReactNode, Suspense, lazy } from 'react';

const WindowDrop = lazy(async () => ({
  default: (await import('#renderer/features/drop/index.ts')).WindowDrop,
}));

/** Files dragged onto the window from outside: where they may go. */
export function FrameDrop(): ReactNode {
  return (
    <Suspense fallback={null}>
      <WindowDrop />
    </Suspense>
  );
}
