/** The address of a run's page, for links. `query` begins with `?`, as codecs of a URL write it, or is empty. */
export const runPath = (runId: string, query = ''): string => `/runs/${encodeURIComponent(runId)}${query}`;
