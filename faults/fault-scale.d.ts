import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** `short` is part of `npm test`; `whole` is `npm run test:faults`. */
    faultScale: 'short' | 'whole';
  }
}
