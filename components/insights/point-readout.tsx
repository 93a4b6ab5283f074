import Link from 'next/link';

type PointReadoutProps = { text: string; href: string | null; hintId: string };

/** What the chosen point says, spoken when it changes, and the way to its runs. Its room is reserved. */
export function PointReadout({ text, href, hintId }: PointReadoutProps) {
  return (
    <div className="min-h-14 text-xs text-muted">
      <p role="status" className="text-fg">
        {text}
      </p>
      {href !== null && (
        <Link href={href} className="text-accent underline">
          Runs that started then
        </Link>
      )}
      <p id={hintId} className={href === null ? undefined : 'sr-only'}>
        Arrow keys walk the points; Enter or a click opens the runs that started then.
      </p>
    </div>
  );
}
