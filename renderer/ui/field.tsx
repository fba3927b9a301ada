import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';

/** The look of a control: 32 px high on page, border of a control, focus as an inner ring of 2 px. */
export const controlLook =
  'w-full rounded-control border border-control bg-page px-2.5 text-13 text-ink outline-none focus-within:border-focus focus-within:ring-1 focus-within:ring-focus data-[invalid]:border-danger data-[invalid]:ring-danger';

export interface FieldWords {
  readonly label: string;
  /** The label is only read aloud. */
  readonly isLabelHidden?: boolean | undefined;
  /** At the right end of the label's line. */
  readonly aside?: ReactNode;
  readonly description?: ReactNode;
  /** Makes the field invalid and says why, below it. */
  readonly error?: string | undefined;
}

/** Label above a control. */
export function FieldLabel({ label, isLabelHidden, aside }: FieldWords): ReactNode {
  if (isLabelHidden === true) return <Label className="sr-only">{label}</Label>;
  return (
    <div className="flex items-baseline justify-between gap-3 pb-1">
      <Label className="text-12 font-medium text-ink-2">{label}</Label>
      {aside === undefined ? null : <span className="text-12 text-ink-3">{aside}</span>}
    </div>
  );
}

/** Help or error below a control; tied to it for screen readers. */
export function FieldNotes({ description, error }: FieldWords): ReactNode {
  return (
    <>
      {description === undefined || error !== undefined ? null : (
        <Text slot="description" className="block pt-1 text-12 text-ink-3">
          {description}
        </Text>
      )}
      <FieldError className="block pt-1 text-12 text-danger">{error}</FieldError>
    </>
  );
}
