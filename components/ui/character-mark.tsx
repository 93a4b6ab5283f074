/** Stands for a character that cannot be seen. */
export const CharacterMark = ({ text }: { text: string }) => (
  <span className="mx-px rounded-sm border border-line-strong px-0.5 text-xs text-muted">{text}</span>
);
