import type { ReactNode } from 'react';

/** A row as on a government form: label, colon, field. The label is decoration: the field carries its own name. */
export function FormRow({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="grid grid-cols-[84px_12px_1fr] items-start">
      <span aria-hidden className="pt-1.5 text-13 text-ink-2">
        {label}
      </span>
      <span aria-hidden className="pt-1.5 text-13 text-ink-2">
        :
      </span>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
