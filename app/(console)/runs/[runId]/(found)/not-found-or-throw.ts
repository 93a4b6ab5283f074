import { notFound } from 'next/navigation';
import { AppError } from '@/lib/errors';

/** Wraps a page's first read: when the run was deleted meanwhile, the reader gets the page that says so. */
export function notFoundOrThrow(error: unknown): never {
  if (error instanceof AppError && error.code === 'not_found') notFound();
  throw error;
}
