'use client';

type PointerNoteProps = { note: { text: string; x: number; y: number } | null };

const WIDTH_PX = 320;

/** Says beside the pointer what it is on; the table says the same to readers without a pointer. */
export function PointerNote({ note }: PointerNoteProps) {
  if (!note || note.text === '') return null;
  const left = Math.min(note.x + 12, window.innerWidth - WIDTH_PX);
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed z-30 rounded-md border border-line-strong bg-panel px-2 py-1 text-xs text-fg"
      style={{ left: Math.max(4, left), top: note.y + 14, maxWidth: WIDTH_PX }}
    >
      {note.text}
    </div>
  );
}
