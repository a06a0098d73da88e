import type { Metadata } from 'next';
import { PolicyPage } from '@/features/policy/policy-page';

export const metadata: Metadata = { title: 'QA rules' };

export default function Page() {
  return <PolicyPage />;
}
