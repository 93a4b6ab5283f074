import { handleAuth } from '@/lib/auth/server/next-auth';

export { handleAuth as GET, handleAuth as POST };
