/** Packages that a zone may forbid, sub-paths included. */
export const REACT = ['react', 'react-dom', '@base-ui/react', 'lucide-react'];
export const QUERY = ['@tanstack/react-query', '@tanstack/react-virtual'];
export const NEXT = ['next'];
export const NEXT_AUTH = ['next-auth'];
export const SERVER_ONLY = ['server-only', 'node:[a-z_]+', '@node-rs/argon2', 'graphile-worker'];
export const PRISMA = ['@prisma/[a-z-]+', '@/lib/generated'];
export const POSTGRES = ['pg'];

/** Matches an import of one of them; names are regular expressions. */
export const importOf = (packages) => `^(${packages.join('|')})(/|$)`;
