/** Where next-auth keeps the page to return to after sign-in. */
const COOKIES = ['next-auth.callback-url', '__Secure-next-auth.callback-url'] as const;

/** Whether next-auth accepts it as an address; it logs any other as its own error. */
const isAddress = (text: string): boolean => {
  if (text.startsWith('/')) return URL.canParse(text, 'http://localhost');
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
};

type Given = { search: URLSearchParams; cookie: (name: string) => string | undefined };

/** The first parameter of a request to next-auth that should be such an address and is not; null when all are. */
export function findBadReturnAddress({ search, cookie }: Given): { name: string; isCookie: boolean } | null {
  const name = COOKIES.find((known) => !isEmptyOrAddress(cookie(known)));
  if (name !== undefined) return { name, isCookie: true };
  return search.getAll('callbackUrl').every(isEmptyOrAddress) ? null : { name: 'callbackUrl', isCookie: false };
}

const isEmptyOrAddress = (text: string | undefined): boolean => !text || isAddress(text);
