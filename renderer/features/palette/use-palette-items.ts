import { useMemo } from 'react';

import { isSecret } from '#core/office/enums.ts';
import { printedKey } from '#renderer/lib/commands/key-names.ts';
import { type Command, type CommandGroup, commandGroups } from '#renderer/lib/commands/registry.ts';
import { useAllCommands } from '#renderer/lib/commands/use-commands.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useLetterNames } from '#renderer/lib/words/use-letter-names.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { type IconName, isIconName } from '#renderer/ui/icons/icon.tsx';

import { fitting, snippetPieces } from './palette-match.ts';
import { paletteWords } from './palette-words.ts';

export interface PaletteItem {
  readonly id: string;
  /** Commands stand under their group while nothing is typed, together once they are searched. */
  readonly section: CommandGroup | 'commands' | 'letters' | 'people';
  readonly icon: IconName;
  readonly label: string;
  readonly detail: string;
  /** Words of the letter around the match. */
  readonly snippet: string;
  readonly keys: string | null;
  readonly run: () => void;
}

const kindIcons = { incomingLetter: 'inbox', officialMemo: 'memo' } as const;
const LETTERS = 12;
const PEOPLE = 6;

/** The acts with a key of their own come before those of a menu. */
function order(command: Command): number {
  const key = command.keys?.[0];
  return commandGroups.indexOf(command.group) * 2 + (key !== undefined && key.length === 1 ? 0 : 1);
}

/** The words around the match, unless the subject says the same. */
function tellingSnippet(snippet: string, subject: string): string {
  const plain = snippetPieces(snippet)
    .map((piece) => piece.text)
    .join('');
  return subject.toLocaleLowerCase('id').includes(plain.trim().toLocaleLowerCase('id')) ? '' : snippet;
}

/** What the palette offers for the typed words: commands of the screen, letters, people. */
export function usePaletteItems(typed: string, isOpen: boolean): readonly PaletteItem[] {
  const t = useWords(paletteWords);
  const format = useFormat();
  const go = useGo();
  const namesOf = useLetterNames();
  const commands = useAllCommands();
  const query = typed.trim();
  const search = useAsk(
    'letters.search',
    { query, limit: LETTERS },
    { enabled: isOpen && query.length > 1, keepsLast: true },
  );
  const status = useAsk('office.status', undefined, { enabled: isOpen });
  return useMemo(() => {
    const offered = commands
      .filter((command) => command.isKeyOnly !== true && command.isEnabled !== false)
      .toSorted((a, b) => order(a) - order(b));
    const fittingCommands = fitting(offered, query, (c) => c.label).map((command): PaletteItem => ({
      id: `command ${command.id}`,
      section: query === '' ? command.group : 'commands',
      icon: command.icon !== undefined && isIconName(command.icon) ? command.icon : 'chevronRight',
      label: command.label,
      detail: '',
      snippet: '',
      keys: command.keys?.[0] === undefined ? null : printedKey(command.keys[0]),
      run: command.run,
    }));
    const letters = (query.length > 1 ? (search.data ?? []) : []).map(({ row, snippet }): PaletteItem => {
      const { subject, from } = namesOf(row);
      return {
        id: `letter ${row.id}`,
        section: 'letters',
        icon: row.sealed ? 'lock' : kindIcons[row.kind],
        label: subject,
        detail: [from, row.number, row.date === null ? '' : format.longDate(row.date)]
          .filter((part) => part !== '')
          .join(' · '),
        // The search knows of a secret letter what is shared alone: its snippet tells nothing more.
        snippet: isSecret(row.securityClass) ? '' : tellingSnippet(snippet, subject),
        keys: null,
        run: () => {
          go.letter(row.id);
        },
      };
    });
    const positions = query === '' ? [] : (status.data?.positions ?? []);
    const people = fitting(positions, query, (p) => `${p.title} ${p.holders[0]?.name ?? ''}`)
      .slice(0, PEOPLE)
      .map((position): PaletteItem => ({
        id: `person ${position.id}`,
        section: 'people',
        icon: 'person',
        label: position.holders[0]?.name ?? position.title,
        detail: position.holders[0] === undefined ? t('vacant') : position.title,
        snippet: '',
        keys: null,
        run: () => {
          go.settings('people');
        },
      }));
    return query === '' ? fittingCommands : [...fittingCommands.slice(0, 6), ...letters, ...people];
  }, [commands, query, search.data, status.data, format, go, namesOf, t]);
}
