import { initial } from './0001-initial.ts';
import type { Migration } from './migration.ts';

/** Forward only, in order; never edited once released. A migration's number is its place + 1. */
export const migrations: readonly Migration[] = [initial];
