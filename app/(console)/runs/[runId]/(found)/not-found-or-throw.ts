import { notFound } from 'next/navigation';
import { AppError } from '@/lib/errors';

/** For what a page reads first: a run that went meanwhile gets the page that says so. */
export function notFoundOrThrow(error: unknown): never {
  if (error instanceof AppError && error.code === 'not_found') notFound();
  throw error;
}
