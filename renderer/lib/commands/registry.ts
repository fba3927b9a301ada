/** Where a command is listed in palette and help, in this order. */
export const commandGroups = ['letter', 'queue', 'go', 'make', 'app'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Something that can be done now. One registry feeds palette, menus, shortcuts and the help sheet. */
export interface Command {
  readonly id: string;
  /** In the language of the interface: "Disposisi". */
  readonly label: string;
  readonly group: CommandGroup;
  /** `d`, `Ctrl+K`, `?`, `Enter`, `ArrowDown`; several keys may do the same. */
  readonly keys?: readonly string[] | undefined;
  /** Name of an icon of `renderer/ui`. */
  readonly icon?: string | undefined;
  readonly isEnabled?: boolean | undefined;
  /** Keeps it out of the palette: moves that make sense only as keys. */
  readonly isKeyOnly?: boolean | undefined;
  readonly run: () => void;
}

type Listener = () => void;

/** Commands of what is on the screen. Later registrations win over earlier ones with the same key. */
export class CommandRegistry {
  #sets: readonly { readonly owner: symbol; readonly commands: readonly Command[] }[] = [];
  #flat: readonly Command[] = [];
  readonly #listeners = new Set<Listener>();

  /** Puts the owner's commands in place of those it had. An empty list takes them away. */
  register(owner: symbol, commands: readonly Command[]): void {
    const isKnown = this.#sets.some((set) => set.owner === owner);
    if (commands.length === 0) this.#sets = this.#sets.filter((set) => set.owner !== owner);
    else if (isKnown) this.#sets = this.#sets.map((set) => (set.owner === owner ? { owner, commands } : set));
    else this.#sets = [...this.#sets, { owner, commands }];
    this.#flat = this.#sets.flatMap((set) => set.commands);
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly all = (): readonly Command[] => this.#flat;

  /** The command that a key does now, if any. */
  byKeys(keys: string): Command | null {
    return this.#flat.findLast((c) => c.isEnabled !== false && c.keys?.includes(keys) === true) ?? null;
  }
}

export const commandRegistry = new CommandRegistry();
