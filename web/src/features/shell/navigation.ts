import {
  BadgeCheck,
  Globe,
  History,
  type LucideIcon,
  Megaphone,
  RadioTower,
  Rocket,
  ShieldCheck,
  SquareKanban,
  Tags,
  TicketIcon,
} from 'lucide-react';

export interface Destination {
  label: string;
  href: string;
  icon: LucideIcon;
  /** Further search words for the command palette. */
  keywords: string;
}

interface Section {
  label: string;
  destinations: readonly Destination[];
}

/** All destinations. The side bar and the command palette both read it: a new page is one entry here. */
export const SECTIONS: readonly Section[] = [
  {
    label: 'Work',
    destinations: [
      { label: 'Campaigns', href: '/campaigns/', icon: Megaphone, keywords: 'command centre plan budget' },
      {
        label: 'Board',
        href: '/board/',
        icon: SquareKanban,
        keywords: 'open board kanban tickets qa deploy',
      },
      { label: 'Tickets', href: '/tickets/', icon: TicketIcon, keywords: 'requests qa traffic' },
      {
        label: 'Deployments',
        href: '/deployments/',
        icon: Rocket,
        keywords: 'monitor queue retry failed accounts parked workers',
      },
    ],
  },
  {
    label: 'Admin',
    destinations: [
      { label: 'Markets', href: '/admin/markets/', icon: Globe, keywords: 'countries regions codes' },
      { label: 'Brands', href: '/admin/brands/', icon: Tags, keywords: 'family friendly codes' },
      { label: 'Channels', href: '/admin/channels/', icon: RadioTower, keywords: 'platforms connectors' },
      {
        label: 'QA rules',
        href: '/admin/qa/',
        icon: ShieldCheck,
        keywords: 'policy blocklist limits brand safety',
      },
      { label: 'Names', href: '/admin/names/', icon: BadgeCheck, keywords: 'taxonomy checker validate' },
      {
        label: 'Audit trail',
        href: '/admin/audit/',
        icon: History,
        keywords: 'events log history who changed',
      },
    ],
  },
];

/** True if the page at `pathname` belongs to the destination. */
export function isAt(pathname: string, destination: Destination): boolean {
  return pathname === destination.href || pathname.startsWith(destination.href);
}
