import type { LetterCircle, SealReason } from '#core/contract/letter-circle.ts';
import type { AcceptedEntry } from '#core/office/entry.ts';
import { isSecret } from '#core/office/enums.ts';
import { letterKeysSchema } from '#core/office/letter-acts.ts';
import { involvedPositions } from '#core/office/letter-state.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { holdersOn } from '#core/office/roster.ts';

import type { HeldPosition } from './letter-actions.ts';
import { foldContext, today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/** To whom the key was handed: those whose key of today it was sealed to, and all others. */
interface Handed {
  readonly usable: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

/** A wrap does not say which key of the person it is for; that is the one of the roster under which it was written. */
function handedTo(runtime: OfficeRuntime, entries: readonly AcceptedEntry[]): Handed {
  const { people } = runtime.roster.current();
  const { judge } = foldContext(runtime);
  const usable = new Set<string>();
  const all = new Set<string>();
  let id: string | null = null;
  for (const entry of entries) {
    const keys = letterKeysSchema.safeParse(entry.body['keys']);
    if (!keys.success) continue;
    // The key that the letter began with is the one that counts.
    id ??= keys.data.id;
    if (keys.data.id !== id) continue;
    const { roster } = judge(entry);
    for (const { to } of keys.data.wraps) {
      if (to === 'root') continue;
      all.add(to);
      const exchange = people.get(to)?.keys.exchange;
      if (exchange !== undefined && roster.people.get(to)?.keys.exchange === exchange) usable.add(to);
    }
  }
  return { usable, all };
}

function reasonFor(
  runtime: OfficeRuntime,
  handed: Handed,
  route: ReadonlySet<string>,
  held: readonly HeldPosition[],
): SealReason {
  const { session } = runtime;
  const user = session?.user ?? '';
  if (session?.userKeys == null && handed.usable.has(user)) return 'locked';
  if (handed.all.has(user)) return 'keyUseless';
  return held.some((h) => route.has(h.position.id)) ? 'keyMissing' : 'outside';
}

/**
 * Who opens a secret letter as far as its acts tell, and why this session does not; null for a letter that is not
 * secret. Everybody who sees the letter's envelope may know it: it says who, and nothing of the content.
 */
export function circleOf(
  runtime: OfficeRuntime,
  letter: LetterState,
  entries: readonly AcceptedEntry[],
  around: { readonly sealed: boolean; readonly held: readonly HeldPosition[] },
): LetterCircle | null {
  if (!isSecret(letter.securityClass)) return null;
  const roster = runtime.roster.current();
  const day = today(runtime);
  const route = involvedPositions(letter);
  const handed = handedTo(runtime, entries);
  const nameOf = (user: string) => roster.people.get(user)?.name ?? '';
  const members = [...route].flatMap((id) => {
    const position = roster.positions.get(id);
    if (position === undefined) return [];
    const holders = holdersOn(position, day).map(({ user }) => ({
      user,
      name: nameOf(user),
      hasKey: handed.usable.has(user),
    }));
    return [{ position: id, title: position.title, holders }];
  });
  const onRoute = new Set(members.flatMap(({ holders }) => holders.map(({ user }) => user)));
  return {
    reason: around.sealed ? reasonFor(runtime, handed, route, around.held) : null,
    members,
    others: [...handed.usable]
      .filter((user) => !onRoute.has(user))
      .map((user) => ({ user, name: nameOf(user) })),
  };
}
