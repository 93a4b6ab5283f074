import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** `short` is part of `npm test`; `whole` is `npm run test:faults`. */
    faultScale: 'short' | 'whole';
    /** In CI nothing may be left out for want of a right or a program. */
    isCi: boolean;
  }
}
