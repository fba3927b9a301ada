import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { parseGenesis } from '../log/genesis.ts';
import type { GenesisFile } from '../log/genesis.ts';
import type { ReadableDb } from '../store/database.ts';
import { rosterEntries } from '../store/entries.ts';
import { readMeta } from '../store/meta.ts';
import { entryOfRow } from './stored-entry.ts';
import { rosterHistory } from './roster-history.ts';
import type { OfficeRuntime } from './runtime.ts';

/** What the engine gives to an office that it opens. */
export type Surroundings = Pick<
  OfficeRuntime,
  'folder' | 'clock' | 'holidays' | 'notify' | 'wakePublisher' | 'at'
>;

/** The genesis that this data folder is pinned to, or null before an office was made or joined. */
export function pinnedGenesis(db: ReadableDb): GenesisFile | null {
  const text = readMeta(db, 'office.genesis');
  if (text === null) return null;
  const parsed = parseGenesis(Buffer.from(text, 'base64url'));
  if (!parsed.ok) throw new Error(`the pinned genesis does not read back: ${parsed.code}`);
  return parsed.value;
}

/** A runtime over the store, with the roster built from its chain; nobody is signed in. */
export function runtimeFor(db: ReadableDb, genesis: GenesisFile, surroundings: Surroundings): OfficeRuntime {
  const roster = rosterHistory(genesis);
  for (const row of rosterEntries(db)) roster.take(entryOfRow(row));
  return {
    ...surroundings,
    db,
    officeId: genesis.officeId,
    genesisHash: genesis.hash,
    rootExchange: genesis.genesis.root.exchange,
    rootSign: genesis.genesis.root.sign,
    roster,
    session: null,
  };
}

/** Opens the office of this data folder. Error: `no-office`. */
export function openOffice(db: ReadableDb, surroundings: Surroundings): Result<OfficeRuntime> {
  const genesis = pinnedGenesis(db);
  return genesis === null ? fail('no-office') : ok(runtimeFor(db, genesis, surroundings));
}
