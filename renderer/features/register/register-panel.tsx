import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView, StagedDocument } from '#core/contract/answers.ts';
import { isSecret } from '#core/office/enums.ts';
import { officeMinute } from '#core/office/office-day.ts';
import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useDraft } from '#renderer/lib/office/use-draft.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ScrollArea } from '#renderer/ui/scroll-area.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { CompareDialog } from './compare-dialog.tsx';
import { DuplicateBanner, useWhich } from './duplicate-banner.tsx';
import { foundDuplicate } from './duplicate.ts';
import { formFaults, freshForm, keptForm, toRegisterInput } from './form-values.ts';
import type { FormValues } from './form-values.ts';
import type { SavedLetter } from './intake-list.tsx';
import { officeInstant } from './office-instant.ts';
import { RegisterForm } from './register-form.tsx';
import { registerWords } from './words.ts';

/** Puts the hand where the first fault is, once it is marked. */
function focusFirstFault(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    form?.querySelector<HTMLElement>('input[aria-invalid="true"], [data-invalid] button')?.focus();
  });
}

/** The form of one staged document: what is typed is kept as a draft under the document's hash until it is saved. */
export function RegisterPanel(props: {
  readonly staged: StagedDocument;
  readonly office: OfficeView;
  readonly forwardTo: string;
  readonly isRegistry: boolean;
  readonly hasNext: boolean;
  readonly onSaved: (letter: SavedLetter, forwardTo: string) => void;
  readonly onAttached: () => void;
  readonly onSkip: () => void;
  readonly onPrevious: () => void;
}): ReactNode {
  const t = useWords(registerWords);
  const words = useOfficeWords();
  const format = useFormat();
  const which = useWhich();
  const { staged, hasNext } = props;
  const [fresh] = useState(() => freshForm(officeMinute(Date.now(), format.timeZone), props.forwardTo));
  const draft = useDraft<FormValues>(`register.${staged.id}`, fresh, (kept) => keptForm(kept, fresh));
  const values = draft.value ?? fresh;
  // Nothing can be typed before the kept draft is here: it would stand against what was typed last time.
  const isLoaded = draft.value !== null;
  const [showsFaults, setShowsFaults] = useState(false);
  const [otherThan, setOtherThan] = useState<string | null>(null);
  const [isPressed, setPressed] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const firstField = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const register = useAct('letters.register');
  const attach = useAct('letters.attach');
  const next = useAsk('letters.next-agenda', undefined, { enabled: props.isRegistry });

  const from = values.from.trim();
  const number = values.number.trim();
  const same = useAsk(
    'letters.duplicates',
    { from, number, staged: staged.id },
    { enabled: from !== '' && number !== '', keepsLast: true },
  );
  const found = foundDuplicate(staged.sameBytes, from === '' || number === '' ? [] : (same.data ?? []));
  const duplicate = found !== null && found.row.id !== otherThan ? found : null;

  useEffect(() => {
    if (isLoaded) firstField.current?.focus();
  }, [isLoaded]);

  const save = async () => {
    const faults = formFaults(values, format.today());
    setShowsFaults(Object.keys(faults).length > 0);
    setPressed(duplicate !== null);
    if (Object.keys(faults).length > 0) focusFirstFault(form.current);
    if (Object.keys(faults).length > 0 || duplicate !== null) return;
    const input = toRegisterInput(staged.id, values, found !== null, (minute) =>
      officeInstant(minute, format.timeZone),
    );
    const answer = await register.run(input);
    if (answer?.ok !== true) return;
    draft.clear();
    const { letterId, agendaNumber } = answer.value;
    const { securityClass } = values;
    const saved = { letter: letterId, agenda: agendaNumber, at: Date.now() };
    showToast({ text: agendaNumber === null ? t('savedWaiting') : t('saved', { number: agendaNumber }) });
    props.onSaved(
      // The list stays in sight after the key has closed: of a secret letter it names the class.
      isSecret(securityClass)
        ? { ...saved, from: words.sealedSubject.incomingLetter[securityClass], subject: values.number }
        : { ...saved, from: values.from, subject: values.subject },
      values.forwardTo,
    );
  };
  const attachToFound = async () => {
    if (duplicate === null) return;
    const answer = await attach.run({ letter: duplicate.row.id, staged: staged.id });
    if (answer?.ok !== true) return;
    draft.clear();
    showToast({ text: t('attached', { which: which(duplicate.row) }) });
    props.onAttached();
  };
  const saveLabel = hasNext ? t('save') : t('saveLast');
  useCommands([
    {
      id: 'register.save',
      label: saveLabel,
      keys: ['Ctrl+Enter'],
      group: 'letter',
      icon: 'check',
      run: () => void save(),
    },
    {
      id: 'register.skip',
      label: t('skip'),
      keys: ['Alt+ArrowRight'],
      group: 'letter',
      icon: 'arrowRight',
      isEnabled: hasNext,
      run: props.onSkip,
    },
    {
      id: 'register.previous',
      label: t('previous'),
      keys: ['Alt+ArrowLeft'],
      group: 'letter',
      isEnabled: hasNext,
      run: props.onPrevious,
    },
  ]);

  return (
    <form
      ref={form}
      aria-label={t('form')}
      aria-busy={!isLoaded}
      className="flex w-[424px] shrink-0 flex-col border-l border-line bg-sheet"
      onSubmit={(event) => event.preventDefault()}
    >
      <ScrollArea className="flex-1">
        <div className="px-4 pt-2.5 pb-3">
          {isLoaded ? (
            <RegisterForm
              values={values}
              faults={showsFaults ? formFaults(values, format.today()) : {}}
              positions={props.office.positions}
              nextAgenda={next.data === undefined || next.data === null ? null : format.number(next.data)}
              firstField={firstField}
              onChange={(part) => draft.set({ ...values, ...part })}
            />
          ) : null}
        </div>
      </ScrollArea>
      <div className="flex shrink-0 flex-col gap-2 px-4 pb-3 empty:hidden">
        {duplicate === null ? null : (
          <DuplicateBanner
            duplicate={duplicate}
            isBusy={attach.isBusy}
            error={attach.error}
            isPressed={isPressed}
            onCompare={() => setComparing(true)}
            onAttach={() => void attachToFound()}
            onOther={() => setOtherThan(duplicate.row.id)}
          />
        )}
        {register.error === null ? null : <ErrorNote error={register.error} />}
      </div>
      <footer className="flex h-14 shrink-0 items-center justify-between border-t border-line px-4">
        <Button variant="quiet" shortcut="Alt →" isDisabled={!hasNext} onPress={props.onSkip}>
          {t('skip')}
        </Button>
        <Button
          variant="primary"
          shortcut="Ctrl+Enter"
          isDisabled={register.isBusy}
          onPress={() => void save()}
        >
          {register.isBusy ? t('saving') : saveLabel}
        </Button>
      </footer>
      {duplicate === null ? null : (
        <CompareDialog
          isOpen={isComparing}
          staged={staged}
          row={duplicate.row}
          onClose={() => setComparing(false)}
        />
      )}
    </form>
  );
}
