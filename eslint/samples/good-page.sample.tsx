// As app/(console)/sample/page.tsx: none
import { SignOutButton } from '@/components/sign-in/sign-out-button';
import { getPageViewer } from '@/lib/auth/server/get-page-viewer';

export default async function SamplePage() {
  const viewer = await getPageViewer();
  return (
    <p>
      {viewer.id} <SignOutButton />
    </p>
  );
}
