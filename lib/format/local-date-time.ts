const padded = (value: number, length = 2): string => String(value).padStart(length, '0');

/** The value of a `datetime-local` field for an ISO time, in the zone of this runtime (the viewer's browser). */
export function toLocalInput(iso: string): string {
  const time = new Date(iso);
  const date = `${padded(time.getFullYear(), 4)}-${padded(time.getMonth() + 1)}-${padded(time.getDate())}`;
  return `${date}T${padded(time.getHours())}:${padded(time.getMinutes())}`;
}

/** The ISO time (UTC) of a `datetime-local` value; undefined for an empty or impossible one. */
export function fromLocalInput(text: string): string | undefined {
  const time = new Date(text);
  return text === '' || Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
