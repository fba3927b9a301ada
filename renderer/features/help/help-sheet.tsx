import { type ReactNode, useEffect, useState } from 'react';

import type { AboutView } from '#core/contract/shell.ts';
import { printedKey } from '#renderer/lib/commands/key-names.ts';
import { type Command, commandGroups } from '#renderer/lib/commands/registry.ts';
import { useAllCommands } from '#renderer/lib/commands/use-commands.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';

import { helpWords } from './help-words.ts';

export interface HelpSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Commands with keys; those of one meaning (j and arrow down) share a line. */
function keyed(commands: readonly Command[]): readonly Command[] {
  const lines = new Map<string, Command>();
  for (const command of commands) {
    if (command.keys === undefined || command.keys.length === 0) continue;
    const same = lines.get(command.label);
    lines.set(
      command.label,
      same === undefined ? command : { ...same, keys: [...(same.keys ?? []), ...command.keys] },
    );
  }
  return [...lines.values()];
}

function About(): ReactNode {
  const t = useWords(helpWords);
  const [about, setAbout] = useState<AboutView | null>(null);
  useEffect(() => {
    let isWanted = true;
    void shell.readAbout().then((view) => {
      if (isWanted) setAbout(view);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  if (about === null) return null;
  return (
    <section className="selectable border-t border-line pt-3 text-12 text-ink-2">
      <h3 className="pb-0.5 font-semibold text-ink">{t('aboutTitle')}</h3>
      <p>{t('about', { version: about.version, chromium: about.chromium })}</p>
      {about.runtime === 'development' ? <p className="text-warning">{t('aboutDevelopment')}</p> : null}
      <p>{t('dataFolder', { folder: about.dataFolder })}</p>
    </section>
  );
}

/** What each key does on this screen, from the same registry that the keys come from. */
export function HelpSheet({ isOpen, onClose }: HelpSheetProps): ReactNode {
  const t = useWords(helpWords);
  const commands = useAllCommands();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('title')}
      width={640}
      isReading
      footer={
        <>
          <span className="mr-auto flex items-center gap-2 text-12 text-ink-3">
            {t('palette')} <KeyCap keys="Ctrl+K" />
          </span>
          <Button autoFocus shortcut="Esc" onPress={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <p className="pb-3 text-13 text-ink-2">{t('intro')}</p>
      <div className="columns-2 gap-8">
        {commandGroups.map((group) => {
          const lines = keyed(commands.filter((c) => c.group === group));
          if (lines.length === 0) return null;
          return (
            <section key={group} aria-label={t(group)} className="break-inside-avoid pb-4">
              <h3 className="pb-1 text-12 font-semibold text-ink">{t(group)}</h3>
              <dl className="flex flex-col">
                {lines.map((command) => (
                  <div
                    key={command.id}
                    className="flex items-center justify-between gap-3 border-b border-line py-1 text-12"
                  >
                    <dt className="truncate text-ink-2">{command.label}</dt>
                    <dd className="flex gap-1">
                      <span className="sr-only">{command.keys?.map(printedKey).join(', ')}</span>
                      {command.keys?.map((keys) => (
                        <KeyCap key={keys} keys={printedKey(keys)} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <About />
    </Dialog>
  );
}
