/** One line out of an error answer, RFC 9457 or not. */
export function problemText(status: number, body: string): string {
  try {
    const problem: unknown = JSON.parse(body);
    if (typeof problem === 'object' && problem !== null && 'title' in problem) {
      const detail = 'detail' in problem ? `: ${String(problem.detail)}` : '';
      return `${status} ${String(problem.title)}${detail}`;
    }
  } catch {
    return `${status} ${body.slice(0, 200)}`;
  }
  return `${status} ${body.slice(0, 200)}`;
}
