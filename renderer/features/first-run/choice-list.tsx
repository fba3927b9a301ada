import { useEffect, useRef, useState } from 'react';

import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { IconName } from '#renderer/ui/icons/icon.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';

import { firstRunWords } from './words.ts';

export type FirstChoice = 'create' | 'join' | 'sample';

const choices: readonly {
  readonly choice: FirstChoice;
  readonly icon: IconName;
  readonly detail: 'createDetail' | 'joinDetail' | 'sampleDetail';
}[] = [
  { choice: 'create', icon: 'office', detail: 'createDetail' },
  { choice: 'join', icon: 'join', detail: 'joinDetail' },
  { choice: 'sample', icon: 'flask', detail: 'sampleDetail' },
];

/** The three ways in. Arrow keys move, Enter takes, and 1, 2, 3 take at once. */
export function ChoiceList(props: {
  readonly isBusy: boolean;
  readonly onChoose: (choice: FirstChoice) => void;
}) {
  const t = useWords(firstRunWords);
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const { onChoose, isBusy } = props;

  const walk = (to: number) => {
    const next = (to + choices.length) % choices.length;
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  useEffect(() => {
    list.current?.querySelector('button')?.focus();
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element &&
        event.target.closest('input, textarea, [role=listbox], [role=menu]');
      const chosen = choices[Number(event.key) - 1];
      if (typing || event.ctrlKey || event.altKey || event.metaKey || chosen === undefined) return;
      event.preventDefault();
      onChoose(chosen.choice);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onChoose]);

  return (
    <ul ref={list} className="-mt-0.5">
      {choices.map(({ choice, icon, detail }, index) => {
        const isCurrent = index === current;
        const hasRule = index < choices.length - 1 && !isCurrent && index + 1 !== current;
        return (
          <li key={choice} className={hasRule ? 'border-b border-line' : 'border-b border-transparent'}>
            <button
              type="button"
              aria-disabled={isBusy}
              aria-keyshortcuts={String(index + 1)}
              tabIndex={isCurrent ? 0 : -1}
              className={`flex h-[87px] w-full items-center gap-4 rounded-control px-4 text-left outline-offset-0 ${isCurrent ? 'bg-accent-soft outline-2 outline-focus' : 'hover:bg-hover'}`}
              onFocus={() => setCurrent(index)}
              onMouseEnter={() => setCurrent(index)}
              onClick={() => {
                if (!isBusy) onChoose(choice);
              }}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown') walk(index + 1);
                else if (event.key === 'ArrowUp') walk(index - 1);
                else return;
                event.preventDefault();
              }}
            >
              <span
                className={`flex size-12 shrink-0 items-center justify-center rounded-full ${isCurrent ? 'bg-accent text-accent-on' : 'border border-line-strong bg-sheet text-ink-2'}`}
              >
                <Icon name={icon} size={20} />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block text-16 font-semibold text-ink">{t(choice)}</span>
                <span className="block text-13 text-ink-2">{t(detail)}</span>
              </span>
              <span aria-hidden className="flex gap-2">
                {isCurrent ? <KeyCap keys="Enter" /> : null}
                <KeyCap keys={String(index + 1)} />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
