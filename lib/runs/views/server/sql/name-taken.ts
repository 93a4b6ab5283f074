import 'server-only';
import { AppError } from '@/lib/errors';

export const nameTaken = (name: string): AppError => new AppError('conflict', `There is a view named ${name}.`);
