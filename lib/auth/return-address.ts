/** Where next-auth keeps the page to return to after sign-in. */
const COOKIES = ['next-auth.callback-url', '__Secure-next-auth.callback-url'] as const;

/** Whether next-auth takes it for an address: it takes any other for a fault of its own, and logs it as one. */
const isAddress = (text: string): boolean => {
  if (text.startsWith('/')) return URL.canParse(text, 'http://localhost');
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
};

type Given = { search: URLSearchParams; cookie: (name: string) => string | undefined };

/** The first part of a request to next-auth that should hold such an address and does not; null when all is well. */
export function findBadReturnAddress({ search, cookie }: Given): { name: string; isCookie: boolean } | null {
  const name = COOKIES.find((known) => !isEmptyOrAddress(cookie(known)));
  if (name !== undefined) return { name, isCookie: true };
  return search.getAll('callbackUrl').every(isEmptyOrAddress) ? null : { name: 'callbackUrl', isCookie: false };
}

const isEmptyOrAddress = (text: string | undefined): boolean => !text || isAddress(text);
