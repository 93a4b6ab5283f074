import type { Problem } from '@/lib/http/schema';

/** What a form's action answers: nothing when it is done, else what is wrong. */
export type ViewResult = { problem: Problem | null };
export type ViewAction = (form: FormData) => Promise<ViewResult>;
/** The server actions of views; the page hands them in. */
export type ViewActions = { create: ViewAction; rename: ViewAction; remove: ViewAction };
