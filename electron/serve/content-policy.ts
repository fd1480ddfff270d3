/**
 * What a page of ours may load: itself. Styles may be inline, because the component library writes its own;
 * scripts never. `socket` is the one address that a connection may go to besides the page's origin.
 */
function contentPolicy(socket: string | null): string {
  const rules = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `media-src 'self' blob:`,
    `worker-src 'self' blob:`,
    `connect-src 'self'${socket ? ` ${socket}` : ''}`,
    `frame-src 'self' blob:`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
  ];
  return rules.join('; ');
}

/** Headers that stand on every answer. */
export const safeHeaders = (socket: string | null): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': contentPolicy(socket),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), serial=()',
  'Cache-Control': 'no-store',
});
