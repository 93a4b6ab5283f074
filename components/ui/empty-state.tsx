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
  /** Is it all that the page says? Then its title is the page's heading. */
  isPage?: boolean;
  className?: string;
};

export function EmptyState({ title, icon, action, children, role, isPage, className }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div
      role={role}
      className={cn('mx-auto flex max-w-2xl flex-col items-center gap-3 px-4 py-12 text-center', className)}
    >
      {icon}
      <Title className="text-base font-semibold">{title}</Title>
      {children && <div className="w-full text-muted">{children}</div>}
      {action}
    </div>
  );
}
