import { officeKeyFrom } from '../keys/office-key.ts';
import type { KeyRing } from '../keys/office-key.ts';
import { officeKeys } from '../store/identities.ts';
import type { OfficeRuntime } from './runtime.ts';

/** The office's keys as the store has them at each moment: a rotation changes them while the service runs. */
export function storedKeyRing(runtime: OfficeRuntime): KeyRing | null {
  const all = () => officeKeys(runtime.db).map((row) => officeKeyFrom(row.key));
  const [first] = all();
  if (first === undefined) return null;
  return { current: () => all()[0] ?? first, find: (id) => all().find((key) => key.id === id), all };
}
