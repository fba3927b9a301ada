import { type ReactNode, use, useId } from 'react';

import type { SealReason } from '#core/contract/letter-circle.ts';
import type { LetterView } from '#core/contract/views.ts';
import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import { PassphraseContext } from '#renderer/lib/office/passphrase.tsx';
import { useMe } from '#renderer/lib/session.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { Weighted } from '#renderer/ui/weighted.tsx';

import { openersOf } from './circle.ts';
import { secretWords } from './words.ts';

const titles = {
  locked: 'lockedTitle',
  keyMissing: 'keyMissingTitle',
  keyUseless: 'keyUselessTitle',
  outside: 'outsideTitle',
} as const satisfies Record<SealReason, string>;

const texts = {
  locked: 'lockedText',
  keyMissing: 'keyMissingText',
  keyUseless: 'keyUselessText',
  outside: 'outsideText',
} as const;

/** Stands where the document would: why its content does not show, who opens it, and what to do. */
export function SealedPane({ letter }: { readonly letter: LetterView }): ReactNode {
  const t = useWords(secretWords);
  const words = useOfficeWords();
  const me = useMe();
  const ask = use(PassphraseContext);
  const titleId = useId();
  const { circle, securityClass } = letter;
  const reason = circle?.reason ?? 'outside';
  const isLocked = reason === 'locked';
  const openers =
    circle === null || isLocked ? [] : openersOf(circle).filter(({ user }) => user !== me?.user);
  const unlock = () => {
    if (ask !== null) void ask('read');
  };
  useCommands([
    {
      id: 'letter.unlock',
      label: t('unlock'),
      group: 'letter',
      icon: 'unlock',
      keys: ['y'],
      isEnabled: isLocked,
      run: unlock,
    },
  ]);
  return (
    <section
      aria-labelledby={titleId}
      className="flex min-h-0 min-w-0 flex-1 flex-col items-center overflow-y-auto bg-desk px-6 py-10"
    >
      <div className="w-full max-w-[440px] rounded-popover border border-line-strong bg-sheet p-6">
        <div className="flex items-start gap-4">
          <span className="flex size-10 shrink-0 items-center justify-center rounded-full border border-line-strong bg-page text-ink-2">
            <Icon name="lock" size={20} />
          </span>
          <div className="min-w-0 flex-1">
            <h2 id={titleId} className="text-16 font-semibold text-ink">
              {t(titles[reason])}
            </h2>
            <p className="pt-1 text-13 text-ink-2">
              <Weighted text={t(texts[reason], { class: words.securityClass[securityClass] })} />
            </p>
          </div>
        </div>
        {isLocked ? (
          <div className="pt-4 pl-14">
            <Button variant="primary" icon="unlock" shortcut="y" onPress={unlock}>
              {t('unlock')}
            </Button>
          </div>
        ) : openers.length === 0 ? (
          <p className="mt-5 border-t border-line pt-4 text-13 text-ink-2">{t('nobodyText')}</p>
        ) : (
          <div className="mt-5 border-t border-line pt-4">
            <h3 className="pb-2 text-12 font-medium text-ink-2">{t('openers')}</h3>
            <ul className="flex flex-col gap-2">
              {openers.map(({ user, name, title }) => (
                <li key={user} className="flex items-center gap-2.5">
                  <Avatar name={name} />
                  <span className="selectable min-w-0 flex-1 text-13">
                    <span className="block truncate font-medium text-ink">{name}</span>
                    <span className="block truncate text-12 text-ink-2">
                      {title === '' ? t('notOnRoute') : title}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}
