'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** The first page is the list of campaigns. */
export default function Home() {
  const router = useRouter();
  useEffect(() => router.replace('/campaigns/'), [router]);
  return null;
}
