import { useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, Suspense, lazy } from 'react';
import { z } from 'zod';

import { taskKinds } from '#core/office/tasks.ts';
import { LetterScreen } from '#renderer/features/letter/index.ts';
import { QueueScreen } from '#renderer/features/queue/index.ts';
import { boxPlaces } from '#renderer/lib/places.ts';

const SignScreen = lazy(async () => ({
  default: (await import('#renderer/features/sign/index.ts')).SignScreen,
}));
const ReviseMemoScreen = lazy(async () => ({
  default: (await import('#renderer/features/memo/index.ts')).ReviseMemoScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('#renderer/features/settings/index.ts')).SettingsScreen,
}));

const boxSearch = z.object({
  letter: z.string().optional(),
  kinds: z.array(z.enum(taskKinds)).optional(),
  unread: z.boolean().optional(),
});

/** A list of letters with one of them open beside it. */
export function QueuePlace(): ReactNode {
  const { box: named } = useParams({ strict: false });
  const { letter, kinds, unread } = boxSearch.parse(useSearch({ strict: false }));
  const box = boxPlaces.find((place) => place === named) ?? 'todo';
  return (
    <QueueScreen
      key={box}
      box={box}
      filter={{ ...(kinds === undefined ? {} : { kinds }), ...(unread === undefined ? {} : { unread }) }}
      letter={letter ?? null}
    />
  );
}

/** One letter by itself. */
export function LetterPlace(): ReactNode {
  const { letter = '' } = useParams({ strict: false });
  return (
    <main className="flex min-w-0 flex-1">
      <LetterScreen key={letter} letter={letter} position={null} />
    </main>
  );
}

/** Reading and signing (or initialling) a memo. */
export function SignPlace(): ReactNode {
  const { letter = '' } = useParams({ strict: false });
  const { act } = z
    .object({ act: z.enum(['initials', 'sign']).catch('sign') })
    .parse(useSearch({ strict: false }));
  return (
    <Suspense fallback={null}>
      <SignScreen letter={letter} act={act} />
    </Suspense>
  );
}

/** A returned memo with a new document. */
export function RevisePlace(): ReactNode {
  const { letter = '' } = useParams({ strict: false });
  return (
    <Suspense fallback={null}>
      <ReviseMemoScreen letter={letter} />
    </Suspense>
  );
}

/** Settings of the person, the PC and the office. */
export function SettingsPlace(): ReactNode {
  const { section = 'person' } = useParams({ strict: false });
  return (
    <Suspense fallback={null}>
      <SettingsScreen section={section} />
    </Suspense>
  );
}
