/** Every page, with the title that it bears. */
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

/** Those that show what the server has; the others show only what one enters. */
export const READING = PAGES.filter(([path]) => path !== '/admin/names/');
