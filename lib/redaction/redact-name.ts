import { NameMemory } from './grammar/name-memory';
import { redactText } from './redact-text';

/** `user:VALUE@host`, as people name a device or a job after what they type; a name holds nothing else around it. */
const LOGIN = /^([^\s:@/[\]]{1,64}:)[^\s[\]]{1,256}@(?=[\w.:-]{1,255}$)/;

const redactAnyName = (name: string): string => redactText(name).replace(LOGIN, '$1[REDACTED:url-credentials]@');

const memory = new NameMemory<string>();

/**
 * A name (of a device, a job, a run, a component, a view, a token, a field) without the secrets in it: the same answer
 * whichever door it comes through, so that it still names one thing. Names repeat from line to line: the look-up of one
 * that is known costs a quarter of looking for cues in it.
 */
export const redactName = (name: string): string => memory.recall(name, redactAnyName);
