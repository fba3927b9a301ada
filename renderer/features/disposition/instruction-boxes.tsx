import type { ReactNode } from 'react';

import { instructionCodes } from '#core/office/enums.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';

import { type Asked, toggled } from './disposition-draft.ts';
import { dispositionWords } from './disposition-words.ts';

export interface InstructionBoxesProps {
  readonly chosen: Asked['instructions'];
  readonly onChange: (chosen: Asked['instructions']) => void;
}

/** The checkboxes of the lembar disposisi, in two columns as on the form. */
export function InstructionBoxes({ chosen, onChange }: InstructionBoxesProps): ReactNode {
  const t = useWords(dispositionWords);
  const words = useOfficeWords();
  const half = Math.ceil(instructionCodes.length / 2);
  const columns = [instructionCodes.slice(0, half), instructionCodes.slice(half)];
  return (
    <div role="group" aria-label={t('instructions')} className="grid grid-cols-[250px_1fr] gap-0">
      {columns.map((codes, column) => (
        <div key={column} className={`flex flex-col gap-1 ${column === 0 ? 'pr-6' : ''}`}>
          {codes.map((code) => (
            <Checkbox
              key={code}
              isChecked={chosen.includes(code)}
              onChange={() => {
                onChange(toggled(chosen, code));
              }}
            >
              {words.instruction[code]}
            </Checkbox>
          ))}
        </div>
      ))}
    </div>
  );
}
