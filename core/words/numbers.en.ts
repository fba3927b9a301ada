import type { NumberWords } from './numbers.ts';

/** Words of the books of numbers, English. */
export const numbersEn: NumberWords = {
  fate: {
    used: 'used',
    duplicate: 'used by more than one letter',
    voided: 'given up',
    leased: 'leased to a desk, not used yet',
    withoutEffect: 'given once, without effect',
    skipped: 'passed over without a word',
    free: 'not used yet',
  },
  voidReason: {
    registryReplaced: 'the keeper of the book was replaced',
    deskClosed: 'the desk was closed',
    yearEnded: 'the year ended',
    spoiled: 'given up by a clerk',
  },
  waiting: {
    locked: 'waiting for a number: unlock the computer that gives it',
    ceiling: 'waiting for a number: the ceiling was not read back from the shared folder yet',
    predecessor: 'waiting for a number: the keeper before has not said yet that it stopped',
    leaseAsked: 'waiting for a number: a lease was asked for and not answered yet',
    noLease: 'waiting for a number: this desk has no lease yet',
    desk: 'waiting for a number from the desk that registered it',
    registry: 'waiting for a number from the keeper of the book',
    suspended: 'its number is suspended until the administrator decides',
  },
};
