/** Everything that floats looks alike: a bordered panel that never grows past the window. */
export const POPUP_CLASS =
  'max-h-(--available-height) max-w-(--available-width) overflow-auto rounded-lg border border-line-strong bg-surface p-1 text-sm text-fg shadow-lg outline-none';
