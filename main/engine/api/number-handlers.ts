import type { MethodName } from '#core/contract/methods.ts';
import { ok } from '#core/contract/result.ts';

import { correctNumber, numberLetter, setRegistry, voidNumbers } from '../office/number-acts.ts';
import { numberBook, numberSeries, waitingNumbers } from '../office/number-book-view.ts';
import { keepNumbers } from '../office/number-upkeep.ts';
import type { Handlers } from './handlers.ts';
import { withOffice } from './letter-handlers.ts';

type NumberMethod = Extract<MethodName, `numbers.${string}`>;

export const numberHandlers: Handlers<NumberMethod> = {
  'numbers.series': withOffice(numberSeries),
  'numbers.book': withOffice(numberBook),
  'numbers.waiting': withOffice(waitingNumbers),
  'numbers.set-registry': withOffice(async (office, input, engine) => {
    // The last ceiling that the share knows counts; without the share the last one that is known here.
    await engine.share?.syncNow();
    const set = setRegistry(office, input);
    if (!set.ok) return set;
    await engine.share?.syncNow();
    keepNumbers(office);
    return ok(null);
  }),
  'numbers.void': withOffice(voidNumbers),
  'numbers.correct': withOffice(correctNumber),
  'numbers.issue': withOffice(numberLetter),
};
