import { type ReactNode, useState } from 'react';

import type { SessionView } from '#core/contract/answers.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { SamplePassphrase } from '#renderer/features/sample/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useMinute } from '#renderer/lib/use-now.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { GarisKop } from '#renderer/ui/garis-kop.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { Mark } from '#renderer/ui/icons/mark.tsx';
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx';

import { shellWords } from './shell-words.ts';

/** Choose a person of this PC and open the key with the passphrase. A letter with one question, as at first run. */
export function LockScreen(props: {
  readonly officeName: string;
  readonly users: SessionView['users'];
}): ReactNode {
  const { officeName, users } = props;
  const t = useWords(shellWords);
  const format = useFormat();
  const now = useMinute();
  const [clicked, setClicked] = useState('');
  // Whoever was remembered from the last start may no longer use this PC.
  const chosen = (users.find(({ user }) => user === clicked) ?? users[0])?.user ?? '';
  const [passphrase, setPassphrase] = useState('');
  const unlock = useAct('session.unlock');

  async function open(): Promise<void> {
    const result = await unlock.run({ user: chosen, passphrase });
    if (result?.ok === true) setPassphrase('');
  }

  return (
    <main className="flex flex-1 items-center justify-center overflow-y-auto bg-desk p-6">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
        className="w-150 bg-page px-14 py-10 shadow-paper"
      >
        <div className="flex items-center gap-3 pb-5">
          {/* The mark's own margin lies outside, so that its stem stands on the rule's edge. */}
          <span className="-ml-1.5 flex">
            <Mark size={44} />
          </span>
          <div>
            <p className="text-20 font-semibold text-ink">Nirkertas</p>
            <p className="text-13 text-ink-2">{officeName}</p>
          </div>
        </div>
        <GarisKop />
        <p className="pt-4 text-right text-13 text-ink-2">{format.fullDate(format.dayOf(now))}</p>
        <p className="text-13 text-ink-2">{t('unlockGreeting')}</p>
        <h1 className="pt-1 pb-4 text-18 font-semibold text-ink">{t('unlockTitle')}</h1>
        <fieldset className="max-h-60 overflow-y-auto border-y border-line">
          <legend className="sr-only">{t('person')}</legend>
          {users.map((person) => (
            <label
              key={person.user}
              className="flex items-center gap-3 border-b border-line px-2 py-2 -outline-offset-2 last:border-b-0 has-checked:bg-accent-soft has-checked:[&>span:first-of-type]:bg-page has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name="person"
                className="sr-only"
                checked={person.user === chosen}
                onChange={() => {
                  setClicked(person.user);
                  unlock.reset();
                }}
              />
              <Avatar name={person.name} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-13 font-semibold text-ink">{person.name}</span>
                <span className="block truncate text-12 text-ink-2">{person.title}</span>
              </span>
              {person.user === chosen ? <Icon name="check" className="text-accent" /> : null}
            </label>
          ))}
        </fieldset>
        <div className="flex items-end gap-3 pt-4 pb-3">
          <PassphraseField
            label={t('passphrase')}
            aside={t('passphraseAside')}
            showLabel={t('showPassphrase')}
            hideLabel={t('hidePassphrase')}
            value={passphrase}
            onChange={setPassphrase}
            autoFocus
            className="flex-1"
          />
          <Button
            type="submit"
            variant="primary"
            shortcut="Enter"
            isDisabled={unlock.isBusy || chosen === ''}
          >
            {t('unlock')}
          </Button>
        </div>
        <SamplePassphrase onFill={setPassphrase} />
        <ErrorNote error={unlock.error} />
        <p className="flex items-center gap-2 pt-3 text-12 text-ink-2">
          <Icon name="lock" size={14} />
          {t('privacy')}
        </p>
      </form>
    </main>
  );
}
