import type { LetterCircle } from '#core/contract/letter-circle.ts';

export type CircleMember = LetterCircle['members'][number];

/** Positions on the route that somebody holds who does not open the letter. */
export function waitingMembers(circle: LetterCircle): readonly CircleMember[] {
  return circle.members.filter((member) => member.holders.some((holder) => !holder.hasKey));
}

/** Positions that the key may be handed to: all with a holder but those that one holds alone. */
export function sharingChoices(circle: LetterCircle, me: string): readonly CircleMember[] {
  return circle.members.filter((member) => member.holders.some((holder) => holder.user !== me));
}

/** The names of a position's holders, by the bare name: the degrees would cost a line. */
export function holderNames(member: CircleMember): string {
  return member.holders.map((holder) => holder.name.split(',')[0] ?? '').join(', ');
}

/** Someone who opens the letter, with the position that brings it to them; empty for who is not on the route. */
export interface Opener {
  readonly user: string;
  readonly name: string;
  readonly title: string;
}

/** Who opens the letter, each once, those on its route first. */
export function openersOf(circle: LetterCircle): readonly Opener[] {
  const openers = new Map<string, Opener>();
  for (const { title, holders } of circle.members) {
    for (const { user, name, hasKey } of holders) {
      if (hasKey && !openers.has(user)) openers.set(user, { user, name, title });
    }
  }
  for (const { user, name } of circle.others) {
    if (!openers.has(user)) openers.set(user, { user, name, title: '' });
  }
  return [...openers.values()];
}
