/**
 * The hosts that show a Teams tab in a frame.
 * Source: Microsoft Learn, "Prerequisites" for tabs (Teams, Microsoft 365 app, Outlook, and *.cloud.microsoft for all).
 */
export const teamsFrameAncestors: readonly string[] = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

/** Where teams-js asks for the list of hosts that it may trust; it goes on without. Source: teams-js 2.58, constants. */
export const teamsJsHostList = 'https://res.cdn.office.net';

/** The headers of every answer under /pages and /api/policy. X-Frame-Options is left out: it cannot name several hosts. */
export function pageHeaders(frameAncestors: readonly string[]): Record<string, string> {
  const directives = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // blob: a picture of a case is shown from the memory of its page.
    "img-src 'self' blob:",
    `connect-src 'self' ${teamsJsHostList}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.length > 0 ? frameAncestors.join(' ') : "'none'"}`,
  ];
  return {
    'Content-Security-Policy': directives.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}
