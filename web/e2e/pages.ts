/** Every page with its title. */
export const PAGES = [
  ['/campaigns/', 'Campaigns'],
  ['/board/', 'Board'],
  ['/tickets/', 'Tickets'],
  ['/deployments/', 'Deployments'],
  ['/admin/markets/', 'Markets'],
  ['/admin/brands/', 'Brands'],
  ['/admin/channels/', 'Channels'],
  ['/admin/qa/', 'QA rules'],
  ['/admin/names/', 'Names'],
  ['/admin/audit/', 'Audit trail'],
] as const;

/** The pages that show the server's data; the others show only input. */
export const READING = PAGES.filter(([path]) => path !== '/admin/names/');
