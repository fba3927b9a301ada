import type { ReactNode } from 'react';

/** A part of the page under its heading. */
export function SyncSection(props: {
  readonly id: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { id, title, detail = '' } = props;
  return (
    <section aria-labelledby={id}>
      <h2
        id={id}
        className="flex items-baseline gap-2 border-b border-line-strong pb-1 text-14 font-semibold text-ink"
      >
        {title}
        {detail === '' ? null : <span className="text-12 font-normal text-ink-3">{detail}</span>}
      </h2>
      {props.children}
    </section>
  );
}
