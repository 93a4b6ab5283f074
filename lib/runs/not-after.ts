/** A time that a sender reports, but none after its receipt: clocks lie, and what is dated 2099 would head every list until then. */
export const notAfter = (time: string, receipt: Date): Date => new Date(Math.min(Date.parse(time), receipt.getTime()));
