// As app/(console)/sample/page.tsx: no-restricted-syntax
'use client';

export default function SamplePage() {
  return <p>Sample</p>;
}
