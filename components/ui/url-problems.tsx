import type { UrlProblem } from '@/lib/http/url-codec';

/** Says which parts of the address were left out, so that a broken link is not taken for the whole truth. */
export function UrlProblems({ problems }: { problems: readonly UrlProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul role="status" aria-label="Problems in the address" className="text-xs text-status-warn">
      {problems.map(({ param, detail }) => (
        <li key={param}>
          In the address, <b>{param}</b> is {detail}
        </li>
      ))}
    </ul>
  );
}
