'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** The work begins with the campaigns. */
export default function Home() {
  const router = useRouter();
  useEffect(() => router.replace('/campaigns/'), [router]);
  return null;
}
