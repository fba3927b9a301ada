import type { ReactNode } from 'react';

/** A sentence in which the words between double asterisks have weight. */
export function Weighted({ text }: { readonly text: string }): ReactNode {
  return text.split('**').map((piece, index) =>
    index % 2 === 1 ? (
      <strong key={index} className="font-semibold text-ink">
        {piece}
      </strong>
    ) : (
      <span key={index}>{piece}</span>
    ),
  );
}
