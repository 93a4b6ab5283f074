export const COPY_FORMS = ['text', 'json', 'ticket'] as const;
export type CopyForm = (typeof COPY_FORMS)[number];
