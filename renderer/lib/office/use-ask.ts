import {
  type QueryClient,
  type UseQueryResult,
  keepPreviousData,
  queryOptions,
  useQuery,
} from '@tanstack/react-query';

import type { MethodInput, MethodOutput, Office } from '#core/contract/methods.ts';
import type { OfficeError } from '#core/contract/result.ts';

import { useOffice } from './office-context.tsx';
import { type AskName, askKey } from './query-keys.ts';

/** An expected failure of a query; TanStack Query wants failures thrown. */
export class AskFailure extends Error {
  readonly officeError: OfficeError;
  constructor(officeError: OfficeError) {
    super(officeError.code);
    this.officeError = officeError;
  }
}

/** Documents are large: those no longer looked at are let go soon, in milliseconds. */
const HEAVY_LIFE = 20_000;
const heavy: ReadonlySet<AskName> = new Set(['letters.document', 'intake.bytes']);

/** The query of an answer, for `useQueries` and prefetching. */
export function askOptions<M extends AskName>(office: Office, method: M, input: MethodInput<M>) {
  return queryOptions<MethodOutput<M>, AskFailure>({
    queryKey: askKey(method, input),
    ...(heavy.has(method) ? { gcTime: HEAVY_LIFE } : {}),
    queryFn: async () => {
      const result = await office.call(method, input);
      if (!result.ok) throw new AskFailure(result.error);
      return result.value;
    },
  });
}

export interface AskOptions {
  readonly enabled?: boolean;
  /** Shows the last answer to another input while this one comes: no flash, no layout shift. */
  readonly keepsLast?: boolean;
  /** Milliseconds after which it is asked again: for answers that lie on the share, of which no notice comes. */
  readonly every?: number;
}

/** Asks the engine and stays true: the answer is fetched again when the engine says that it changed. */
export function useAsk<M extends AskName>(
  method: M,
  input: MethodInput<M>,
  { enabled = true, keepsLast = false, every }: AskOptions = {},
): UseQueryResult<MethodOutput<M>, AskFailure> {
  const office = useOffice();
  return useQuery({
    ...askOptions(office, method, input),
    enabled,
    ...(every === undefined ? {} : { refetchInterval: every }),
    ...(keepsLast ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Fetches an answer before it is looked at; undefined when it cannot be had. */
export async function prefetch<M extends AskName>(
  client: QueryClient,
  office: Office,
  method: M,
  input: MethodInput<M>,
): Promise<MethodOutput<M> | undefined> {
  const options = askOptions(office, method, input);
  await client.prefetchQuery(options);
  return client.getQueryData<MethodOutput<M>>(options.queryKey);
}
