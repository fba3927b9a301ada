import { useId } from 'react';

import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { IconName } from '#renderer/ui/icons/icon.tsx';

import { firstRunWords } from './words.ts';

/** A path that the person chooses with the system's dialog; the path itself stands in the field and can be copied. */
export function PathField(props: {
  readonly label: string;
  readonly description: string;
  readonly error: string | undefined;
  readonly icon: IconName;
  readonly path: string;
  readonly chooseLabel: string;
  readonly onChoose: () => void;
}) {
  const id = useId();
  const t = useWords(firstRunWords);
  const { error, path } = props;
  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-text`}>
      <p id={`${id}-label`} className="pb-1 text-12 font-medium text-ink-2">
        {props.label}
      </p>
      <div className="flex gap-2">
        <p
          className={`selectable flex h-8 min-w-0 flex-1 items-center gap-2 rounded-control border bg-sheet px-2.5 text-13 ${error === undefined ? 'border-line-strong' : 'border-danger'}`}
        >
          <Icon name={props.icon} size={14} className="text-ink-3" />
          <span className={`truncate ${path === '' ? 'text-ink-3' : 'text-ink'}`} title={path}>
            {path === '' ? t('notChosen') : path}
          </span>
        </p>
        <Button variant="secondary" onPress={props.onChoose}>
          {props.chooseLabel}
        </Button>
      </div>
      <p
        id={`${id}-text`}
        className={`pt-1 text-12 ${error === undefined ? 'text-ink-3' : 'text-danger'}`}
        {...(error === undefined ? {} : { role: 'alert' })}
      >
        {error ?? props.description}
      </p>
    </div>
  );
}
