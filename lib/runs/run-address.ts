/** As long as an id that a sender may write. */
const MAX_ADDRESS_LENGTH = 200;
/** `.` and `..` are taken for folders by everything that reads a URL, and control characters are cut out or refused. */
const UNADDRESSABLE = /^\.{1,2}$|\p{Cc}/u;

/** Whether an id can stand as one part of a URL's path, percent-encoded. */
export const isAddressable = (id: string): boolean =>
  id.trim() !== '' && id.length <= MAX_ADDRESS_LENGTH && !UNADDRESSABLE.test(id);

/**
 * Addresses for a run that its sender calls `senderRunId`, best first: that id, the id with its job (ids count within a
 * job), an id of our own. Every server tries them in this order; the first that is free is taken.
 */
export function runAddresses(senderRunId: string | null, jobId: string): string[] {
  const readable = senderRunId === null ? [] : [senderRunId, `${senderRunId}~${jobId}`];
  return [...readable.filter(isAddressable), crypto.randomUUID()];
}
