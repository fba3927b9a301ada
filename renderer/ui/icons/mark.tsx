import type { ReactNode } from 'react';

/** The mark: a letter folded in three seen from its edge, reads N. Decoration beside the name. */
export function Mark({ size }: { readonly size: number }): ReactNode {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 24 24" className="shrink-0">
      <path d="M3.5 3h5v18h-5zM15.5 3h5v18h-5z" fill="var(--nk-accent)" />
      <path d="M3.5 3h5l12 18h-5z" fill="var(--nk-accent-line)" />
    </svg>
  );
}
