import type { ReactNode } from 'react';
import { cn } from './cn';

type EmptyStateProps = {
  title: string;
  icon?: ReactNode;
  /** What the reader can do about it. */
  action?: ReactNode;
  children?: ReactNode;
  /** `alert` for failures, so that they are spoken at once. */
  role?: 'alert' | 'status';
  className?: string;
};

export function EmptyState({ title, icon, action, children, role, className }: EmptyStateProps) {
  return (
    <div
      role={role}
      className={cn('mx-auto flex max-w-2xl flex-col items-center gap-3 px-4 py-12 text-center', className)}
    >
      {icon}
      <p className="text-base font-semibold">{title}</p>
      {children && <div className="w-full text-muted">{children}</div>}
      {action}
    </div>
  );
}
