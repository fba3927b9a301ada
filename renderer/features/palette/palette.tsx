import { type ReactNode, useState } from 'react';

import { commandGroups } from '#renderer/lib/commands/registry.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';
import { SearchList } from '#renderer/ui/search-list.tsx';

import { snippetPieces } from './palette-match.ts';
import { paletteWords } from './palette-words.ts';
import { type PaletteItem, usePaletteItems } from './use-palette-items.ts';

export interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function ItemBody({ item }: { readonly item: PaletteItem }): ReactNode {
  return (
    <>
      <Icon name={item.icon} className="text-ink-2" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-13 text-ink">{item.label}</span>
        {item.detail === '' ? null : <span className="block truncate text-12 text-ink-2">{item.detail}</span>}
        {item.snippet === '' ? null : (
          <span className="block truncate text-12 text-ink-3">
            {snippetPieces(item.snippet).map((piece, index) =>
              piece.isMatch ? (
                <mark key={index} className="bg-transparent font-semibold text-accent">
                  {piece.text}
                </mark>
              ) : (
                <span key={index}>{piece.text}</span>
              ),
            )}
          </span>
        )}
      </span>
      {item.keys === null ? null : <KeyCap keys={item.keys} />}
    </>
  );
}

/** Ctrl+K: every command with its key, letters by number or words, people. */
export function Palette({ isOpen, onClose }: PaletteProps): ReactNode {
  return isOpen ? <OpenPalette onClose={onClose} /> : null;
}

function OpenPalette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useWords(paletteWords);
  const [typed, setTyped] = useState('');
  const items = usePaletteItems(typed, true);
  const sections = ([...commandGroups, 'commands', 'letters', 'people'] as const)
    .map((section) => ({
      id: section,
      label: t(section),
      items: items.filter((item) => item.section === section),
    }))
    .filter((section) => section.items.length > 0);
  return (
    <SearchList
      title={t('title')}
      placeholder={t('placeholder')}
      value={typed}
      onInput={setTyped}
      onClose={onClose}
      sections={sections}
      textOf={(item) => item.label}
      renderItem={(item) => <ItemBody item={item} />}
      onPick={(item) => {
        onClose();
        item.run();
      }}
      emptyText={typed.trim() === '' ? t('hint') : t('nothing', { query: typed.trim() })}
    />
  );
}
