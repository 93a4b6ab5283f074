import type { ReactNode } from 'react';

type SectionProps = {
  id: string;
  title: string;
  /** One sentence that sums it up. */
  summary?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

export function Section({ id, title, summary, actions, children }: SectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-heading`}
      className="scroll-mt-14 rounded-md border border-line bg-surface"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2">
        <h2 id={`${id}-heading`} className="text-base font-semibold">
          {title}
        </h2>
        {summary && <p className="min-w-0 text-xs text-muted">{summary}</p>}
        {actions && <div className="ml-auto">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
