import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';

import { taskKinds } from '#core/office/tasks.ts';
import { FaultScreen } from '#renderer/features/errors/index.ts';
import { QueueScreen } from '#renderer/features/queue/index.ts';
import { boxPlaces } from '#renderer/lib/places.ts';

import { Frame } from './frame.tsx';
import { LetterPlace, QueuePlace, SettingsPlace, SignPlace, RevisePlace } from './places.tsx';

const root = createRootRoute({ component: Frame });

const boxSearch = z.object({
  letter: z.string().optional().catch(undefined),
  kinds: z.array(z.enum(taskKinds)).optional().catch(undefined),
  unread: z.boolean().optional().catch(undefined),
});
const signSearch = z.object({ act: z.enum(['initials', 'sign']).catch('sign') });

const tree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('#renderer/features/home/index.ts'), 'HomeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/box/$box',
    validateSearch: boxSearch,
    beforeLoad: ({ params }) => {
      if (!boxPlaces.some((box) => box === params.box)) throw redirect({ to: '/' });
    },
    component: QueuePlace,
  }),
  createRoute({ getParentRoute: () => root, path: '/letter/$letter', component: LetterPlace }),
  createRoute({
    getParentRoute: () => root,
    path: '/register',
    component: lazyRouteComponent(() => import('#renderer/features/register/index.ts'), 'RegisterScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/memo/new',
    component: lazyRouteComponent(() => import('#renderer/features/memo/index.ts'), 'ProposeMemoScreen'),
  }),
  createRoute({ getParentRoute: () => root, path: '/memo/revise/$letter', component: RevisePlace }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign/$letter',
    validateSearch: signSearch,
    component: SignPlace,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    beforeLoad: () => {
      throw redirect({ to: '/settings/$section', params: { section: 'person' } });
    },
  }),
  createRoute({ getParentRoute: () => root, path: '/settings/$section', component: SettingsPlace }),
  createRoute({
    getParentRoute: () => root,
    path: '/numbers',
    component: lazyRouteComponent(() => import('#renderer/features/numbers/index.ts'), 'NumbersScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sync',
    component: lazyRouteComponent(() => import('#renderer/features/sync/index.ts'), 'SyncScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/verify',
    component: lazyRouteComponent(() => import('#renderer/features/verify/index.ts'), 'VerifyScreen'),
  }),
]);

/** Every screen by its address; hash history, since the pages come from the app's own protocol. */
export const router = createRouter({
  routeTree: tree,
  history: createHashHistory(),
  defaultPreload: false,
  // A screen that broke leaves rail and status bar standing.
  defaultErrorComponent: FaultScreen,
  // An address that is no screen leads home rather than nowhere.
  defaultNotFoundComponent: () => <QueueScreen box="todo" filter={{}} letter={null} />,
});
