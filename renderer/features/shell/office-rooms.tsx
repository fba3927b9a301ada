import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { router } from './routes.tsx';

/** The office itself, behind the lock: all its places. */
export function OfficeRooms(): ReactNode {
  return <RouterProvider router={router} />;
}
