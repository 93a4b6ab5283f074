/** Longer names are cut: file systems take 255 bytes, and a letter may have four. */
const MAX_NAME = 60;

/** Parts of a path, wildcards, quotes, and characters that show nothing or reorder others. */
const UNSAFE = /[/\\:*?"<>|%;'`$\p{C}\p{Zl}\p{Zp}]+/gu;

type FileFacts = { jobName: string; runNumber: number; isFiltered: boolean; extension: string };

/** `Nightly backup 4812.log`: safe as a file's name on every system, whatever the job is called. */
export function downloadFileName({ jobName, runNumber, isFiltered, extension }: FileFacts): string {
  const job = [...jobName.replaceAll(UNSAFE, ' ').replaceAll(/\s+/g, ' ')].slice(0, MAX_NAME).join('');
  // A leading dot hides a file, and a leading dash is an option.
  const name = job.replace(/^[\s.~-]+/, '').trim() || 'run';
  return `${name} ${runNumber}${isFiltered ? ' filtered' : ''}.${extension}`;
}

/**
 * Content-Disposition of a file to be saved (RFC 6266): the name in ASCII for old clients, and in UTF-8 as RFC 5987
 * writes it. `name` is one of `downloadFileName`.
 */
export function attachment(name: string): string {
  // Typographic quotes become the ASCII quotes that they look like.
  const ascii = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ !#-[\]-~]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
