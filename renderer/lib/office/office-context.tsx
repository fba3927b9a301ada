import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, createContext, use, useEffect, useMemo, useSyncExternalStore } from 'react';

import type { Office } from '#core/contract/methods.ts';
import type { EngineView } from '#core/contract/shell.ts';

import type { EngineLink } from './engine-link.ts';
import { isOfLetters, isStale } from './query-keys.ts';

const LinkContext = createContext<EngineLink | null>(null);

function useLink(): EngineLink {
  const link = use(LinkContext);
  if (link === null) throw new Error('OfficeProvider is missing above this component');
  return link;
}

/** The engine, for calls that are neither a query nor an act of a form. */
export function useOffice(): Office {
  return useLink().office;
}

/** What became of the engine's process. */
export function useEngineState(): EngineView {
  const link = useLink();
  return useSyncExternalStore(link.onEngine, link.engine);
}

/** The engine's link itself, for change notices. */
export function useEngineLink(): EngineLink {
  return useLink();
}

/** Gives the engine and the query cache to everything below, and keeps the cache true by the engine's notices. */
export function OfficeProvider(props: {
  readonly link: EngineLink;
  readonly children: ReactNode;
}): ReactNode {
  const { link, children } = props;
  const client = useMemo(
    () =>
      new QueryClient({
        defaultOptions: {
          // Answers are stale when the engine says so, not by age; expected failures are not worth a second try.
          queries: {
            staleTime: Infinity,
            gcTime: 10 * 60_000,
            retry: false,
            refetchOnWindowFocus: false,
            networkMode: 'always',
          },
          mutations: { networkMode: 'always' },
        },
      }),
    [],
  );
  useEffect(() => {
    const stopHearing = link.onChange((notice) => {
      // A key was opened or closed, or another person came: what nobody looks at now is not kept for the next look.
      if (notice.keys.includes('session')) {
        client.removeQueries({ type: 'inactive', predicate: (query) => isOfLetters(query.queryKey) });
      }
      void client.invalidateQueries({ predicate: (query) => isStale(query.queryKey, notice) });
    });
    const stopWatching = link.onConnected(() => {
      void client.invalidateQueries();
    });
    return () => {
      stopHearing();
      stopWatching();
    };
  }, [client, link]);
  return (
    <LinkContext value={link}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </LinkContext>
  );
}
