import { formulaPieces } from './workings-text.ts';

/** A formula with its subscripts below the line. */
export const Formula = ({ text }: { readonly text: string }) => (
  <span className="formula">
    {formulaPieces(text).map((piece, at) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a formula have no other name than their place
      piece.sub ? <sub key={at}>{piece.text}</sub> : <span key={at}>{piece.text}</span>,
    )}
  </span>
);
