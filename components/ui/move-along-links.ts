import type { KeyboardEvent } from 'react';

/** Arrow keys move along the links of a list of bars: as tab stops they would block the way through the page. */
export function moveAlongLinks(event: KeyboardEvent<HTMLUListElement>) {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const here = links.findIndex((link) => link === document.activeElement);
  const next = links[here + (event.key === 'ArrowRight' ? 1 : -1)];
  if (here === -1 || !next) return;
  event.preventDefault();
  next.focus();
}
