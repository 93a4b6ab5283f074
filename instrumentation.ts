/** Next calls this once before the first request; it is compiled for the Edge runtime too, hence the late import. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build') {
    const { boot } = await import('./lib/boot/boot');
    await boot();
  }
}
