import type { ReactNode } from 'react';

/** The heading of a part of Beranda: title, a quiet detail, and what stands at its right. */
export function SectionHeading(props: {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  /** The detail stands at the right instead of after the title. */
  readonly isDetailRight?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div className="flex h-6 items-center">
      <h2 id={props.id} className="text-14 font-semibold text-ink">
        {props.title}
      </h2>
      {props.detail === undefined ? null : (
        <span className={`text-12 text-ink-3 ${props.isDetailRight === true ? 'ml-auto' : 'ml-2'}`}>
          {props.detail}
        </span>
      )}
      {props.children === undefined ? null : (
        <span className="ml-auto flex items-center">{props.children}</span>
      )}
    </div>
  );
}
