import type { OfficeView } from '#core/contract/answers.ts';

/** A person on a PC who could keep a book. */
export interface KeeperChoice {
  readonly log: string;
  readonly name: string;
  readonly device: string;
  readonly lastSeen: number;
}

/** Who could keep a book from now on: people who register letters, on each PC that they use, but for who keeps it now. */
export function keeperChoices(office: OfficeView, current: string | null): readonly KeeperChoice[] {
  const registering = new Set(
    office.positions.filter(({ role }) => role === 'tu' || role === 'admin').map(({ id }) => id),
  );
  return office.people
    .filter(({ positions }) => positions.some(({ position }) => registering.has(position)))
    .flatMap(({ name, logs }) =>
      logs
        .filter(({ log, state }) => state === 'open' && log !== current)
        .map(({ log, device, lastSeen }) => ({ log, name, device, lastSeen })),
    )
    .toSorted((a, b) => b.lastSeen - a.lastSeen);
}
