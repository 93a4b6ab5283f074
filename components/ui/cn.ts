import { clsx, type ClassValue } from 'clsx';
import { twMerge } from 'tailwind-merge';

/** Joins class names; of two that set the same property the last wins, so callers can override a primitive's look. */
export const cn = (...classes: ClassValue[]): string => twMerge(clsx(classes));
