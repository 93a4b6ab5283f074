/** The border between stretches of lines that do not touch. */
export function StretchBreak() {
  return (
    <div role="row" className="flex h-3 items-center px-2">
      <span role="gridcell" className="sr-only">
        Lines left out
      </span>
      <span aria-hidden className="w-full border-t border-dashed border-line-strong" />
    </div>
  );
}
