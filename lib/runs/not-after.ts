/**
 * A time that a sender reports, at the latest its receipt: clocks are wrong, and a run dated 2099 would head every list
 * until then.
 */
export const notAfter = (time: string, receipt: Date): Date => new Date(Math.min(Date.parse(time), receipt.getTime()));
