import type { OfficeView } from '#core/contract/answers.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { Engine } from '#main/engine/engine.ts';

/** The position that an id names: itself, or the first that the person holds today. */
function positionOf({ positions, people }: OfficeView, id: string): string | undefined {
  if (positions.some((position) => position.id === id)) return id;
  return people.find(({ user }) => user === id)?.positions[0]?.position;
}

/** Positions for ids of positions or people, in their order. Error: `recipient-unknown`. */
export async function positionsFor(engine: Engine, ids: readonly string[]): Promise<Result<string[]>> {
  const office = await engine.call('office.status', undefined);
  if (!office.ok) return office;
  const found: string[] = [];
  for (const id of ids) {
    const position = positionOf(office.value, id);
    if (position === undefined) return fail('recipient-unknown', { recipient: id });
    found.push(position);
  }
  return ok(found);
}

/** Where an incoming letter goes first when nobody says: to the head of the office, else to who registers it. */
export async function firstDesk(engine: Engine): Promise<Result<string>> {
  const office = await engine.call('office.status', undefined);
  if (!office.ok) return office;
  const held = office.value.positions.filter(({ holders }) => holders.length > 0);
  const head = held.find(({ role }) => role === 'pimpinan') ?? held[0];
  return head === undefined ? fail('recipient-unknown') : ok(head.id);
}
