import { type ReactNode, useId, useState } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useGo } from '#renderer/lib/places.ts';
import { mayRegister, useMe } from '#renderer/lib/session.ts';
import { useLetterNames } from '#renderer/lib/words/use-letter-names.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { TellApartDialog } from './tell-apart-dialog.tsx';
import { sameNumberWords } from './words.ts';

/** Says on the letter that others hold its number, names them, and gives a clerk the way to settle it. */
export function SameNumberPanel({ letter }: { readonly letter: LetterView }): ReactNode {
  const t = useWords(sameNumberWords);
  const format = useFormat();
  const go = useGo();
  const me = useMe();
  const namesOf = useLetterNames();
  const titleId = useId();
  const [isOpen, setOpen] = useState(false);
  const [first] = letter.sameNumber;
  if (first === undefined) return null;
  const number = format.agenda(first.number);
  const others = letter.sameNumber.filter((other) => other.number === first.number);
  const shown = others.map((other) => ({ ...other, kind: letter.kind }));
  return (
    <section
      aria-labelledby={titleId}
      className="flex shrink-0 gap-2 border-b border-danger-line bg-danger-soft px-5 py-2"
    >
      <Icon name="warning" className="mt-0.5 text-danger" />
      <div className="min-w-0 flex-1">
        <h2 id={titleId} className="text-13 font-semibold text-danger">
          {t('title', { number })}
        </h2>
        <p className="text-12 text-ink-2">{t('text')}</p>
        <ul className="flex flex-wrap gap-x-4 pt-1 text-12">
          {shown.map((other) => {
            const sealed = other.subject === null;
            const { subject } = namesOf({ ...other, sealed, subject: other.subject ?? '', from: '' });
            return (
              <li key={other.letter} className="min-w-0">
                <Button
                  variant="link"
                  label={t('open', { subject })}
                  onPress={() => {
                    go.letter(other.letter);
                  }}
                >
                  {subject}
                </Button>
              </li>
            );
          })}
        </ul>
      </div>
      {mayRegister(me) ? (
        <Button
          size="dense"
          className="self-center"
          onPress={() => {
            setOpen(true);
          }}
        >
          {t('apart')}
        </Button>
      ) : null}
      {isOpen ? (
        <TellApartDialog
          number={number}
          letters={[
            {
              letter: letter.id,
              kind: letter.kind,
              securityClass: letter.securityClass,
              subject: letter.sealed ? null : letter.subject,
              from: letter.sealed ? null : letter.from,
              receivedAt: letter.receivedAt,
            },
            ...shown,
          ]}
          taken={[]}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </section>
  );
}
