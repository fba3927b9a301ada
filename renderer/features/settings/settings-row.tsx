import type { ReactNode } from 'react';

/** A group of settings under a heading. */
export function SettingsGroup(props: {
  readonly title: string;
  readonly detail?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section aria-label={props.title} className="pb-6">
      <div className="flex min-h-8 items-center gap-2 border-b border-line-strong pb-1">
        <h2 className="text-14 font-semibold text-ink">{props.title}</h2>
        {props.detail === undefined ? null : <span className="text-12 text-ink-3">{props.detail}</span>}
        <div className="ml-auto flex gap-2">{props.actions}</div>
      </div>
      {props.children}
    </section>
  );
}

/** One setting: its name and what it means at the left, the value or control at the right. */
export function SettingsRow(props: {
  readonly label: string;
  readonly detail?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="grid grid-cols-[240px_minmax(0,1fr)] items-start gap-4 border-b border-line py-2.5">
      <div>
        <p className="text-13 font-medium text-ink">{props.label}</p>
        {props.detail === undefined ? null : <p className="text-12 text-ink-3">{props.detail}</p>}
      </div>
      <div className="selectable min-w-0 text-13 text-ink">{props.children}</div>
    </div>
  );
}
